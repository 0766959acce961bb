package homstyle.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/** What differs from database to database. A further database is one more record here, with its two resources. */
sealed interface Dialect permits Sqlite {

    /** @throws IllegalArgumentException if no dialect reads this URL */
    static Dialect of(String jdbcUrl) {
        if (jdbcUrl.startsWith(Sqlite.SCHEME)) {
            return Sqlite.at(jdbcUrl);
        }
        throw new IllegalArgumentException(
                "Journal URL \"" + jdbcUrl + "\" is not supported; expected " + Sqlite.EXPECTED);
    }

    String url();

    /** What messages call this journal. */
    String name();

    /** Resource beside this class: Slick's profile, the pool and the settings of its connections. */
    String settings();

    /** Folder of Flyway migrations on the class path. */
    String migrations();

    /**
     * Connections that may create the database.
     *
     * @param properties the driver's, as in the settings
     * @throws JournalUnavailable if it is plain before connecting that it cannot work
     */
    DataSource forWriting(Properties properties);

    /**
     * A connection that changes nothing.
     *
     * @throws JournalUnavailable if there is no such database
     */
    Connection openForReading() throws SQLException;

    /** In the user's terms: what is wrong and what to do about it. */
    JournalUnavailable explain(SQLException failure);
}
