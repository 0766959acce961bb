package homstyle.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A real PostgreSQL, from the binaries among the test dependencies. Also runs as root, which it refuses by itself. */
final class PostgresServer implements AutoCloseable {
    static final Credentials ADMIN = new Credentials("postgres", "");
    /** The only one who needs a password. */
    static final Credentials GUARDED = new Credentials("guarded", "open sesame");

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path folder;
    private EmbeddedPostgres server;
    private int port;

    private PostgresServer(Path folder) {
        this.folder = folder;
    }

    /** The one for all tests of this process; ends with it. */
    static PostgresServer shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        private static final PostgresServer SERVER = new PostgresServer(null);

        static {
            SERVER.start();
        }
    }

    /** One that can be stopped and started again, on a port that stays. */
    static PostgresServer in(Path folder) {
        var server = new PostgresServer(folder);
        server.start();
        return server;
    }

    void start() {
        var builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectoryCustomizer(PostgresServer::guard)
                // Both off by default, for tests that are faster than a disk.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
        if (folder != null) {
            builder.setDataDirectory(folder).setCleanDataDirectory(false);
        }
        try {
            server = builder.start();
            port = server.getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void stop() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Not of the shared one. Its processes stand still, with all connections open, until they are resumed. */
    void pause() {
        signal("-STOP");
    }

    void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try (var note = Files.lines(folder.resolve("postmaster.pid"))) {
            var main = ProcessHandle.of(Long.parseLong(note.findFirst().orElseThrow()))
                    .orElseThrow();
            var command = new ArrayList<>(List.of("kill", signal));
            Stream.concat(Stream.of(main), main.descendants())
                    .map(process -> Long.toString(process.pid()))
                    .forEach(command::add);
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** An empty database that nobody else has. */
    JournalDatabase newDatabase() {
        var name = "test_" + DATABASES.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        return JournalDatabase.at(url(name), ADMIN);
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    int port() {
        return port;
    }

    void execute(String database, String sql) {
        try (var connection = server.getDatabase(ADMIN.user(), database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static void guard(File dataDirectory) {
        var rules = dataDirectory.toPath().resolve("pg_hba.conf");
        try {
            Files.writeString(rules, "host all " + GUARDED.user() + " all scram-sha-256\n" + Files.readString(rules));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
