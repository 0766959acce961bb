package homstyle.persistence;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** A journal in one SQLite file, on a local disk (its log cannot be shared over a network). */
record Sqlite(Path file) implements Dialect {
    static final String SCHEME = "jdbc:sqlite:";
    static final String EXPECTED = SCHEME + "PATH, where PATH is a file";
    private static final int BUSY_TIMEOUT_MILLIS = 3000;

    static Sqlite at(String jdbcUrl, Credentials credentials) {
        if (!credentials.equals(Credentials.NONE)) {
            throw new IllegalArgumentException(
                    "Journal URL \"" + jdbcUrl
                            + "\" names a file, which asks for no user and no password; set neither, or name a database server");
        }
        var path = jdbcUrl.substring(SCHEME.length());
        // The driver reads these as databases in memory, nested URLs and options: none of them is a durable file.
        if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new IllegalArgumentException("Journal URL \"" + jdbcUrl + "\" names no file; expected " + EXPECTED);
        }
        return new Sqlite(Path.of(path).toAbsolutePath().normalize());
    }

    @Override
    public String url() {
        return SCHEME + file;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public Credentials credentials() {
        return Credentials.NONE;
    }

    /** Its log is in shared memory, which ends at the machine. */
    @Override
    public boolean isShareable() {
        return false;
    }

    @Override
    public String settings() {
        return "sqlite.conf";
    }

    @Override
    public String migrations() {
        return "classpath:db/sqlite";
    }

    @Override
    public DataSource forWriting(Properties properties) {
        if (Files.isDirectory(file)) {
            throw unusable("it is a folder; name a file");
        }
        var folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            throw unusable("its folder does not exist; create it, or name a file in another one");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw unusable("it is not writable; let this user write to it and to its folder, or name another file");
        }
        return source(new SQLiteConfig(properties));
    }

    /** Its settings are the connection's, and set with each. */
    @Override
    public void check(Connection connection) {}

    @Override
    public Connection openForReading(Properties properties) throws SQLException {
        if (!Files.isRegularFile(file)) {
            throw unusable("there is no such file; start the server once to create it, or name another file");
        }
        var readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);
        readOnly.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        return source(readOnly).getConnection();
    }

    /**
     * One read transaction, so that neither waits for the other; a copy page by page begins again whenever the server
     * stores something.
     */
    @Override
    public void backUp(Path target, Properties properties) {
        try (var connection = openForReading(properties);
                var copy = connection.prepareStatement("VACUUM INTO ?")) {
            // Takes the name, so that what is removed below is nobody else's. SQLite writes to a file that is empty.
            Files.createFile(target);
            try {
                copy.setString(1, target.toString());
                copy.execute();
            } catch (SQLException failure) {
                Files.delete(target);
                throw failure;
            }
        } catch (FileAlreadyExistsException _) {
            throw new IllegalArgumentException(target + " exists already, expected the name of a new file");
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    target + " cannot be made (" + failure
                            + "), expected a file in a folder that exists and can be written",
                    failure);
        } catch (SQLException failure) {
            throw explain(failure);
        }
    }

    @Override
    public JournalUnavailable explain(SQLException failure) {
        var primaryCode = SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff);
        var reason = switch (primaryCode) {
            case SQLITE_NOTADB -> "it is not an SQLite database; move it away, or name another file";
            case SQLITE_CORRUPT -> "it is damaged; restore a backup";
            case SQLITE_FULL -> "the disk is full; free some space";
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM ->
                "it cannot be opened; let this user write to it and to its folder, or name another file";
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds it; stop that program";
            default -> failure.getMessage() + (failure.getCause() == null ? "" : " (" + failure.getCause() + ")");
        };
        return new JournalUnavailable(sentence(reason), failure);
    }

    private SQLiteDataSource source(SQLiteConfig config) {
        var source = new SQLiteDataSource(config);
        source.setUrl(url());
        return source;
    }

    private JournalUnavailable unusable(String reason) {
        return new JournalUnavailable(sentence(reason));
    }

    private String sentence(String reason) {
        return "Cannot use the journal " + file + ": " + reason + ".";
    }
}
