package homstyle.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import slick.jdbc.JdbcBackend;
import slick.jdbc.JdbcProfile;
import slick.jdbc.PostgresProfile;

/** How events get into a database, and what a waking entity asks first gets out: the parts where speed counts. */
sealed interface JournalConnections permits SqliteConnection, PostgresConnections {

    /** @param threads the journal's, which may block */
    static JournalConnections to(JdbcBackend.JdbcDatabaseDef database, JdbcProfile profile, ExecutionContext threads) {
        return profile instanceof PostgresProfile
                ? new PostgresConnections(database, threads)
                : new SqliteConnection(database);
    }

    /** Stores all of them or none, in the order given, and returns when they are on the disk. */
    void store(List<JournalPekkoSerializationRow> rows) throws SQLException;

    /** @param sql a query with one parameter, a persistence id */
    <T> Future<T> query(String sql, String persistenceId, Reading<T> reading);

    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
