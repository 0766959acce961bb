package homstyle.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pekko.persistence.jdbc.config.JournalConfig;
import org.apache.pekko.persistence.jdbc.journal.dao.DefaultJournalDao;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.stream.Materializer;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Promise;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import slick.jdbc.JdbcBackend;
import slick.jdbc.JdbcProfile;

/**
 * Stores events on the journal's own threads, all that are waiting in one transaction. The plugin's way leads over a
 * stream and Slick's pool: two more threads to wake for every change. Replaying stays the plugin's.
 *
 * <p>As many threads store at once as {@code jdbc-journal.parallelism} says. Where that is one, as for SQLite, it has to
 * be the dispatcher's only one: the journal's actor collects, and what it started runs after it has taken in all that
 * was waiting. An entity waits for its write before it asks for the next, so that its own order stays in any case. A
 * row that the database refuses fails alone, not with the others of its transaction.
 */
public final class GroupCommitJournalDao extends DefaultJournalDao {
    private static final int SQLITE_CONSTRAINT = 19;
    private static final String HIGHEST = "SELECT max(sequence_number) FROM event_journal WHERE persistence_id = ?";

    private final JournalConnections connections;
    private final ExecutionContext threads;
    private final CommitTimes times;
    private final int writers;

    /** Guards the three fields that follow. */
    private final Object lock = new Object();

    private List<Write> waiting = new ArrayList<>();
    private int storing;
    private boolean starting;

    private record Write(List<JournalPekkoSerializationRow> rows, Promise<BoxedUnit> stored) {
        String persistenceId() {
            return rows.isEmpty() ? "" : rows.getFirst().persistenceId();
        }
    }

    /** Called by the plugin, which finds this class by its name in the configuration. */
    public GroupCommitJournalDao(
            JdbcBackend.JdbcDatabaseDef database,
            JdbcProfile profile,
            JournalConfig config,
            Serialization serialization,
            ExecutionContext threads,
            Materializer materializer) {
        super(database, profile, config, serialization, threads, materializer);
        this.connections = JournalConnections.to(database, profile, threads);
        this.threads = threads;
        this.writers = config.daoConfig().parallelism();
        this.times = materializer
                .system()
                .settings()
                .setup()
                .get(CommitTimes.class)
                .orElseGet(() -> new CommitTimes(_ -> {}));
    }

    @Override
    public Future<BoxedUnit> queueWriteJournalRows(
            Seq<Tuple2<JournalPekkoSerializationRow, scala.collection.immutable.Set<String>>> rows) {
        var stored = Promise.<BoxedUnit>apply();
        var write = new Write(
                CollectionConverters.asJava(rows).stream().map(Tuple2::_1).toList(), stored);
        synchronized (lock) {
            waiting.add(write);
            startWriter();
        }
        return stored.future();
    }

    /** What an entity that wakes asks first. */
    @Override
    public Future<Object> highestSequenceNr(String persistenceId, long from) {
        return connections.query(HIGHEST, persistenceId, rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    /** At most one at a time, so that it finds all that came until it runs. */
    private void startWriter() {
        if (!waiting.isEmpty() && !starting && storing < writers) {
            starting = true;
            threads.execute(this::storeWaiting);
        }
    }

    private void storeWaiting() {
        List<Write> writes;
        synchronized (lock) {
            starting = false;
            storing++;
            writes = waiting;
            waiting = new ArrayList<>();
        }
        try {
            // In one order everywhere: two servers that store the same rows would otherwise wait for each other.
            writes.sort(Comparator.comparing(Write::persistenceId));
            store(writes);
        } finally {
            synchronized (lock) {
                storing--;
                startWriter();
            }
        }
    }

    private void store(List<Write> writes) {
        try {
            storeTogether(writes);
            writes.forEach(write -> write.stored().success(BoxedUnit.UNIT));
        } catch (SQLException failure) {
            if (writes.size() > 1 && isRefusedRow(failure)) {
                // Halves of halves: soon all but the refused row are stored.
                store(writes.subList(0, writes.size() / 2));
                store(writes.subList(writes.size() / 2, writes.size()));
            } else {
                writes.forEach(write -> write.stored().failure(failure));
            }
        } catch (RuntimeException failure) {
            writes.forEach(write -> write.stored().failure(failure));
        }
    }

    /**
     * Whether the trouble is a row, such as a second writer's, and not the database: SQLite's code and the standard ones
     * for what breaks a constraint or crosses another transaction.
     */
    private static boolean isRefusedRow(SQLException failure) {
        var state = failure.getSQLState();
        return failure.getErrorCode() == SQLITE_CONSTRAINT
                || state != null && (state.startsWith("23") || state.startsWith("40"));
    }

    private void storeTogether(List<Write> writes) throws SQLException {
        var begun = System.nanoTime();
        connections.store(
                writes.stream().flatMap(write -> write.rows().stream()).toList());
        times.committed(Duration.ofNanos(System.nanoTime() - begun));
    }
}
