package homstyle.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from; whoever takes one closes it. */
@FunctionalInterface
interface ConnectionSource {
    Connection connect() throws SQLException;
}
