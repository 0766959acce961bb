package homstyle.persistence;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.zaxxer.hikari.HikariDataSource;
import homstyle.persistence.Notebook.Answer;
import homstyle.persistence.Notebook.Command;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.jdbc.db.SlickExtension;
import org.apache.pekko.persistence.jdbc.db.SlickExtensionImpl;
import slick.jdbc.hikaricp.HikariCPJdbcDataSource;

/** A server in miniature: an actor system on a journal, with a notebook for each persistence id asked for. */
final class Notebooks implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Config SETTINGS = ConfigFactory.parseString("""
            pekko.loglevel = WARNING
            pekko.log-dead-letters = off
            """);

    private final ActorTestKit kit;
    private final Map<String, ActorRef<Command>> open = new ConcurrentHashMap<>();

    private Notebooks(ActorTestKit kit) {
        this.kit = kit;
    }

    static Notebooks on(JournalDatabase database) {
        return on(database, new CommitTimes(_ -> {}));
    }

    static Notebooks on(JournalDatabase database, CommitTimes times) {
        database.migrate();
        var config = SETTINGS.withFallback(database.config()).withFallback(ConfigFactory.load());
        return new Notebooks(ActorTestKit.create(ActorSystem.create(
                Behaviors.empty(), "notebooks", BootstrapSetup.create(config).and(times))));
    }

    Answer write(String id, String line) {
        return writing(id, line).toCompletableFuture().join();
    }

    CompletionStage<Answer> writing(String id, String line) {
        return AskPattern.ask(
                notebook(id),
                (ActorRef<Answer> replyTo) -> new Command.Write(line, replyTo),
                PATIENCE,
                kit.scheduler());
    }

    /** Writes until it is stored, as a client does that is told to try again. */
    long writeUntilStored(String id, String line) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            switch (write(id, line)) {
                case Answer.Written(var revision) -> {
                    return revision;
                }
                case Answer.Unavailable(var reason) -> {
                    if (System.nanoTime() > deadline) {
                        throw new AssertionError("still unavailable after " + PATIENCE, reason);
                    }
                }
            }
        }
    }

    Notebook.Contents read(String id) {
        return AskPattern.ask(notebook(id), Command.Read::new, PATIENCE, kit.scheduler())
                .toCompletableFuture()
                .join();
    }

    /** Puts a notebook to sleep; the next message wakes it from the journal. */
    void close(String id) {
        kit.stop(open.remove(id), PATIENCE);
    }

    /** The pool that journal and snapshot store really use. */
    HikariDataSource pool() {
        var plugin = system().settings().config().getConfig("jdbc-journal");
        var database = ((SlickExtensionImpl) SlickExtension.get(system()))
                .database(plugin)
                .database();
        return ((HikariCPJdbcDataSource) database.source()).ds();
    }

    /**
     * All connections of the real pool that are free, at once, so that what is true of these is true of each. Those are
     * all before the first entity wakes, and all that write after a failed write: in between, the journal keeps one.
     */
    <T> List<T> withEveryConnection(SqlFunction<T> use) throws Exception {
        var pool = pool();
        var connections = new ArrayList<Connection>();
        try {
            for (var _ : IntStream.range(
                            0,
                            pool.getMaximumPoolSize()
                                    - pool.getHikariPoolMXBean().getActiveConnections())
                    .toArray()) {
                connections.add(pool.getConnection());
            }
            var results = new ArrayList<T>();
            for (var connection : connections) {
                results.add(use.apply(connection));
            }
            return results;
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    ActorSystem<Void> system() {
        return kit.system();
    }

    @Override
    public void close() {
        kit.shutdownTestKit();
    }

    private ActorRef<Command> notebook(String id) {
        return open.computeIfAbsent(id, _ -> kit.spawn(Notebook.create(id)));
    }

    @FunctionalInterface
    interface SqlFunction<T> {
        T apply(Connection connection) throws Exception;
    }
}
