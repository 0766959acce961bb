package homstyle.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL server of this machine's own, whose commits are durable like a real one's. */
public final class Database implements AutoCloseable {
    private static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * @param folder for its data; what is there already is kept
     * @throws CannotStart when it cannot be started
     */
    public static Database in(Path folder) {
        try {
            return new Database(EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start());
        } catch (IOException failed) {
            throw new CannotStart("PostgreSQL cannot be started: " + failed.getMessage(), failed);
        }
    }

    /** What nodes are told of it. */
    public Map<String, String> settings() {
        return Map.of(
                "HOMSTYLE_JOURNAL",
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort()),
                "HOMSTYLE_JOURNAL_USER",
                USER,
                "HOMSTYLE_JOURNAL_PASSWORD",
                USER);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new IllegalStateException("PostgreSQL cannot be stopped", failed);
        }
    }
}
