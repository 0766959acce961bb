package homstyle.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/** What differs from database to database. A further database is one more class here, with its two resources. */
sealed interface Dialect permits Sqlite, Postgres {

    /** @throws IllegalArgumentException if no dialect reads this URL, or the credentials are not for its database */
    static Dialect of(String jdbcUrl, Credentials credentials) {
        if (jdbcUrl.startsWith(Sqlite.SCHEME)) {
            return Sqlite.at(jdbcUrl, credentials);
        }
        if (jdbcUrl.startsWith(Postgres.SCHEME)) {
            return Postgres.at(jdbcUrl, credentials);
        }
        throw new IllegalArgumentException("Journal URL \"" + withoutSecrets(jdbcUrl) + "\" is not supported; expected "
                + Sqlite.EXPECTED + ", or " + Postgres.EXPECTED);
    }

    /** For messages: somebody may have put a password where none belongs. */
    static String withoutSecrets(String url) {
        return url.replaceAll("//[^/]*@", "//***@").replaceAll("(?i)(password=)[^&]*", "$1***");
    }

    String url();

    /** What messages call this journal. */
    String name();

    Credentials credentials();

    /** Whether servers on several machines may use it at once. */
    boolean isShareable();

    /** Resource beside this class: Slick's profile, the pool and the settings of its connections. */
    String settings();

    /** Folder of Flyway migrations on the class path. */
    String migrations();

    /**
     * Connections that may create the tables.
     *
     * @param properties the driver's, as in the settings
     * @throws JournalUnavailable if it is plain before connecting that it cannot work
     */
    DataSource forWriting(Properties properties);

    /**
     * Refuses a database that would not keep what it acknowledges, or not understand what it is asked.
     *
     * @throws JournalUnavailable with the reason
     */
    void check(Connection connection) throws SQLException;

    /**
     * A connection that changes nothing.
     *
     * @param properties the driver's, as in the settings
     * @throws JournalUnavailable if there is no such database
     */
    Connection openForReading(Properties properties) throws SQLException;

    /**
     * Copies everything to a new file.
     *
     * @param properties the driver's, as in the settings
     * @throws IllegalArgumentException if that file cannot be made, or the database brings tools of its own for this
     * @throws JournalUnavailable if it cannot be read
     */
    void backUp(Path target, Properties properties);

    /** In the user's terms: what is wrong and what to do about it. */
    JournalUnavailable explain(SQLException failure);
}
