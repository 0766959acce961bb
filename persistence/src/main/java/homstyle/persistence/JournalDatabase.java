package homstyle.persistence;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The database that holds the journal and the snapshots, named by its JDBC URL. Opens nothing until asked. */
public final class JournalDatabase {
    private static final String POOL = "pekko-persistence-jdbc.shared-databases.journal.db";

    private final Dialect dialect;

    private JournalDatabase(Dialect dialect) {
        this.dialect = dialect;
    }

    /** A journal that asks nobody who they are: {@link #at(String, Credentials)} with {@link Credentials#NONE}. */
    public static JournalDatabase at(String jdbcUrl) {
        return at(jdbcUrl, Credentials.NONE);
    }

    /**
     * @param jdbcUrl {@code jdbc:sqlite:PATH}, where a relative path starts at the working directory, or
     *     {@code jdbc:postgresql://HOST[:PORT]/DATABASE}, which may end in options of the driver ({@code ?sslmode=…})
     * @throws IllegalArgumentException if the URL is of another kind or the credentials are not for it, naming it and
     *     what is expected
     */
    public static JournalDatabase at(String jdbcUrl, Credentials credentials) {
        return new JournalDatabase(Dialect.of(jdbcUrl, credentials));
    }

    /** The journal of a server that was told of no other: the file {@code journal.db} in its data folder. */
    public static JournalDatabase in(DataFolder folder) {
        return at(Sqlite.SCHEME + folder.file("journal.db"));
    }

    /** The JDBC URL, with an absolute path where it names a file. */
    public String url() {
        return dialect.url();
    }

    /** Whether servers on several machines may use it at once. */
    public boolean isShareable() {
        return dialect.isShareable();
    }

    /**
     * How Pekko Persistence reaches this database: goes above the libraries' {@code reference.conf} and below the
     * application's own settings, which may change any of it. The plugins run on {@code homstyle.journal-dispatcher}. Holds the password:
     * not for the log.
     */
    public Config config() {
        var own = new HashMap<>(Map.of(POOL + ".url", dialect.url()));
        if (!dialect.credentials().equals(Credentials.NONE)) {
            own.put(POOL + ".user", dialect.credentials().user());
            own.put(POOL + ".password", dialect.credentials().password());
        }
        return ConfigFactory.parseMap(own)
                .withFallback(resource(dialect.settings()))
                .withFallback(resource("journal.conf"));
    }

    /**
     * Creates the database where it is missing and brings its tables up to date.
     *
     * @throws JournalUnavailable if it cannot be written, is something else, or belongs to a newer program
     */
    public void migrate() {
        new Migrations(dialect, dialect.forWriting(connectionProperties())).run();
    }

    /** Reads what is stored, without an actor system and beside a running server. */
    public JournalReader reader() {
        return new JournalReader(dialect, readingConnections());
    }

    /**
     * Copies everything, as it is at one moment, to a new file; also beside a running server, which goes on storing.
     *
     * @throws IllegalArgumentException if that file cannot be made or is there already, or if the database brings tools
     *     of its own for this
     * @throws JournalUnavailable if there is no journal, or it cannot be read
     */
    public void backUp(Path file) {
        dialect.backUp(file.toAbsolutePath().normalize(), connectionProperties());
    }

    /** Stores snapshots past the entities. Connects when there is something to store. */
    public SnapshotWriter snapshotWriter() {
        return new SnapshotWriter(writingConnections());
    }

    ConnectionSource readingConnections() {
        var properties = connectionProperties();
        return () -> dialect.openForReading(properties);
    }

    ConnectionSource writingConnections() {
        return () -> dialect.forWriting(connectionProperties()).getConnection();
    }

    JournalUnavailable explain(SQLException failure) {
        return dialect.explain(failure);
    }

    /** As messages call it: without the driver's options. */
    @Override
    public String toString() {
        return dialect.name();
    }

    private Properties connectionProperties() {
        var properties = new Properties();
        config().getObject(POOL + ".properties")
                .forEach((name, value) ->
                        properties.setProperty(name, value.unwrapped().toString()));
        return properties;
    }

    private static Config resource(String name) {
        return ConfigFactory.parseResources(
                JournalDatabase.class, name, ConfigParseOptions.defaults().setAllowMissing(false));
    }
}
