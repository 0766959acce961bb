package homstyle.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.Driver;

/** A journal on a PostgreSQL server, for any number of servers at once. */
final class Postgres implements Dialect {
    static final String SCHEME = "jdbc:postgresql:";
    static final String EXPECTED = SCHEME + "//HOST[:PORT]/DATABASE";
    /** The oldest that is still maintained, and the oldest this program is tested with. */
    private static final int OLDEST_VERSION = 14;

    private static final String HOST = "(\\[[^]/]+]|[^]\\[:/,?@]+)(:\\d+)?";
    private static final Pattern URL =
            Pattern.compile("jdbc:(?<name>postgresql://" + HOST + "(," + HOST + ")*/[^/?]+)(\\?.*)?");

    /** What is asked once before the tables are touched: Flyway itself tries for ten seconds before it says why not. */
    private static final String STATE = """
            SELECT current_setting('synchronous_commit') <> 'off' AS durable,
              current_setting('transaction_read_only') = 'off' AS writable,
              (to_regclass('event_journal') IS NOT NULL
                OR has_schema_privilege(current_schema(), 'CREATE')) IS TRUE AS ours""";

    private static final String READ_ONLY = "it can only be read, as a standby can; name the primary";

    private static final int READING_CONNECTIONS = 4;
    private static final Duration READING_IDLE = Duration.ofMinutes(1);
    private static final Duration READING_PATIENCE = Duration.ofSeconds(3);

    private final String url;
    private final String name;
    private final Credentials credentials;
    private HikariDataSource reading;

    private Postgres(String url, String name, Credentials credentials) {
        this.url = url;
        this.name = name;
        this.credentials = credentials;
    }

    static Postgres at(String jdbcUrl, Credentials credentials) {
        var shown = Dialect.withoutSecrets(jdbcUrl);
        var query = jdbcUrl.contains("?") ? jdbcUrl.substring(jdbcUrl.indexOf('?') + 1) : "";
        var hasSecret = Stream.of(query.split("&"))
                .map(option -> option.split("=")[0].toLowerCase(Locale.ROOT))
                .anyMatch(List.of("user", "password", "sslpassword")::contains);
        if (hasSecret || jdbcUrl.contains("@")) {
            throw new IllegalArgumentException("Journal URL \"" + shown
                    + "\" holds a user or a password, and URLs end up in logs; expected " + EXPECTED
                    + ", with user and password beside it");
        }
        var url = URL.matcher(jdbcUrl);
        if (!url.matches() || Driver.parseURL(jdbcUrl, new Properties()) == null) {
            throw new IllegalArgumentException("Journal URL \"" + shown + "\" names no database; expected " + EXPECTED);
        }
        if (credentials.user().isBlank()) {
            throw new IllegalArgumentException(
                    "Journal URL \"" + shown + "\" needs a user, and none is set; set the journal's user and password");
        }
        return new Postgres(jdbcUrl, url.group("name"), credentials);
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    @Override
    public boolean isShareable() {
        return true;
    }

    @Override
    public String settings() {
        return "postgres.conf";
    }

    @Override
    public String migrations() {
        return "classpath:db/postgresql";
    }

    @Override
    public DataSource forWriting(Properties properties) {
        // The driver as the pool uses it: options in the URL win over the settings.
        return new DriverDataSource(
                url, Driver.class.getName(), properties, credentials.user(), credentials.password());
    }

    @Override
    public void check(Connection connection) throws SQLException {
        refuseOlder(connection.getMetaData().getDatabaseMajorVersion());
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(STATE)) {
            row.next();
            refuseUnless(
                    row.getBoolean("durable"),
                    "its synchronous_commit is off, so a crash would lose acknowledged changes; expected on,"
                            + " take it out of the URL's options");
            refuseUnless(row.getBoolean("writable"), READ_ONLY);
            refuseUnless(row.getBoolean("ours"), forbidden("permission denied to create tables"));
        }
    }

    void refuseOlder(int version) {
        refuseUnless(
                version >= OLDEST_VERSION,
                "it is PostgreSQL " + version + ", expected " + OLDEST_VERSION + " or newer; upgrade it");
    }

    private void refuseUnless(boolean good, String reason) {
        if (!good) {
            throw new JournalUnavailable(sentence(reason));
        }
    }

    /** From a small pool of its own, since logging in takes longer than reading. Idle connections are closed. */
    @Override
    public Connection openForReading(Properties properties) throws SQLException {
        return reading(properties).getConnection();
    }

    private synchronized HikariDataSource reading(Properties properties) {
        if (reading == null) {
            var pool = new HikariConfig();
            pool.setPoolName("journal-reading");
            pool.setDataSource(forWriting(properties));
            pool.setReadOnly(true);
            pool.setMaximumPoolSize(READING_CONNECTIONS);
            pool.setMinimumIdle(0);
            pool.setIdleTimeout(READING_IDLE.toMillis());
            pool.setConnectionTimeout(READING_PATIENCE.toMillis());
            // Connects when asked to, and not already now.
            pool.setInitializationFailTimeout(-1);
            reading = new HikariDataSource(pool);
        }
        return reading;
    }

    @Override
    public void backUp(Path target, Properties properties) {
        throw new IllegalArgumentException("the journal is in PostgreSQL (" + name
                + "), expected a file of SQLite; use pg_dump, also while servers run");
    }

    /** The server's reason is that of the innermost failure: a pool only says that it waited for a connection. */
    @Override
    public JournalUnavailable explain(SQLException failure) {
        var reason = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce(failure, (_, inner) -> inner);
        return new JournalUnavailable(sentence(reason(reason)), failure);
    }

    private String reason(SQLException failure) {
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "28P01" -> "the password of user " + credentials.user() + " is not right";
            case "28000" -> "user " + credentials.user() + " is not let in (" + firstLine(failure) + ")";
            case "08004" -> "it refuses the connection (" + firstLine(failure) + ")";
            case "08001", "08006", "08003" ->
                "it cannot be reached (" + unreached(failure) + "); does it run, and are host and port right?";
            case "3D000" -> "there is no such database; create it, or name another";
            case "42501" -> forbidden(firstLine(failure));
            case "42P01" -> "it has no journal yet; start the server once to create it, or name another database";
            case "25006" -> READ_ONLY;
            case "53100" -> "its disk is full; free some space";
            case "53300" -> "it has no connection left; raise its max_connections, or stop a program that uses it";
            case "57P01", "57P02", "57P03" -> "it is just starting or stopping (" + firstLine(failure) + "); try again";
            default -> firstLine(failure);
        };
    }

    private String forbidden(String detail) {
        return "user " + credentials.user() + " may not do this (" + detail
                + "); make the database the user's own, or grant what is missing";
    }

    private static String unreached(SQLException failure) {
        return switch (failure.getCause()) {
            case UnknownHostException unknown -> "unknown host " + unknown.getMessage();
            case SocketTimeoutException _ -> "no answer in time";
            case null, default -> firstLine(failure);
        };
    }

    private static String firstLine(SQLException failure) {
        return failure.getMessage().lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    private String sentence(String reason) {
        return "Cannot use the journal " + name + ": " + reason + (reason.endsWith("?") ? "" : ".");
    }
}
