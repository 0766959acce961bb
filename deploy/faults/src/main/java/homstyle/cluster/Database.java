package homstyle.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server of this machine's own, whose commits are durable like a real one's. */
public final class Database implements AutoCloseable {
    private static final String USER = "postgres";

    /** After a crash it reads its log first. */
    private static final Duration START = Duration.ofMinutes(1);

    private static final Duration STOP = Duration.ofMinutes(1);

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    private Database(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * @param folder for its data; what is there already is kept
     * @throws CannotStart when it cannot be started
     */
    public static Database in(Path folder) {
        var database = new Database(folder, Ports.free(1).getFirst());
        database.start();
        return database;
    }

    /** Starts it again after {@link #stop} or {@link #kill}, with the same data on the same port. */
    public void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(START)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException failed) {
            throw new CannotStart("PostgreSQL cannot be started: " + failed.getMessage(), failed);
        }
    }

    /** In order: whoever is connected is thrown out, and what is committed needs no recovery. */
    public void stop() throws Exception {
        var process = server.getProcess();
        server.close();
        try {
            process.onExit().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("PostgreSQL did not stop within %s".formatted(STOP), late);
        }
    }

    /** As {@code kill -9}; its helpers see that and end too, and only then could it be started again. */
    public void kill() throws Exception {
        var process = server.getProcess();
        var helpers = process.descendants().toList();
        process.destroyForcibly();
        process.onExit().join();
        for (var helper : helpers) {
            helper.onExit().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
        }
        server.close();
    }

    /** What nodes are told of it. */
    public Map<String, String> settings() {
        return Map.of(
                "HOMSTYLE_JOURNAL",
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port),
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
