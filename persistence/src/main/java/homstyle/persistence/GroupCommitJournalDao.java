package homstyle.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
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
 * Stores events on the journal's own thread, all that are waiting in one transaction. The plugin's way leads over a
 * stream and Slick's pool: two more threads to wake for every change. Replaying stays the plugin's.
 *
 * <p>Needs a dispatcher with a single thread: the journal's actor collects, and what it started runs after it has taken
 * in all that was waiting. A row that the database refuses fails alone, not with the others of its transaction.
 */
public final class GroupCommitJournalDao extends DefaultJournalDao {
    private static final int SQLITE_CONSTRAINT = 19;
    private static final String INSERT = """
            INSERT INTO event_journal (deleted, persistence_id, sequence_number, writer, write_timestamp,
              adapter_manifest, event_ser_id, event_ser_manifest, event_payload,
              meta_ser_id, meta_ser_manifest, meta_payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String HIGHEST = "SELECT max(sequence_number) FROM event_journal WHERE persistence_id = ?";

    private final JdbcBackend.JdbcDatabaseDef database;
    private final ExecutionContext thread;
    private final CommitTimes times;
    private final List<Write> waiting = new ArrayList<>();

    private Session open;

    /** A connection with what is run on it again and again. */
    private record Session(
            Connection connection,
            PreparedStatement begin,
            PreparedStatement insert,
            PreparedStatement commit,
            PreparedStatement highest) {}

    private record Write(List<JournalPekkoSerializationRow> rows, Promise<BoxedUnit> stored) {}

    /** Called by the plugin, which finds this class by its name in the configuration. */
    public GroupCommitJournalDao(
            JdbcBackend.JdbcDatabaseDef database,
            JdbcProfile profile,
            JournalConfig config,
            Serialization serialization,
            ExecutionContext thread,
            Materializer materializer) {
        super(database, profile, config, serialization, thread, materializer);
        this.database = database;
        this.thread = thread;
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
        waiting.add(new Write(
                CollectionConverters.asJava(rows).stream().map(Tuple2::_1).toList(), stored));
        if (waiting.size() == 1) {
            thread.execute(this::storeWaiting);
        }
        return stored.future();
    }

    /** What an entity that wakes asks first; read at once, on the journal's thread. */
    @Override
    public Future<Object> highestSequenceNr(String persistenceId, long from) {
        Session session = null;
        try {
            session = session();
            session.highest().setString(1, persistenceId);
            try (var rows = session.highest().executeQuery()) {
                return Future.successful(rows.next() ? rows.getLong(1) : 0L);
            }
        } catch (SQLException failure) {
            if (session != null) {
                giveUp(session, failure);
            }
            return Promise.<Object>failed(failure).future();
        }
    }

    private void storeWaiting() {
        var writes = List.copyOf(waiting);
        waiting.clear();
        try {
            store(writes);
            writes.forEach(write -> write.stored().success(BoxedUnit.UNIT));
        } catch (SQLException failure) {
            if (writes.size() > 1 && isRefusedRow(failure)) {
                storeOneByOne(writes);
            } else {
                writes.forEach(write -> write.stored().failure(failure));
            }
        }
    }

    /** Whether the trouble is a row, such as a second writer's, and not the database: SQLite's and the standard code. */
    private static boolean isRefusedRow(SQLException failure) {
        var state = failure.getSQLState();
        return failure.getErrorCode() == SQLITE_CONSTRAINT || state != null && state.startsWith("23");
    }

    private void storeOneByOne(List<Write> writes) {
        for (var write : writes) {
            try {
                store(List.of(write));
                write.stored().success(BoxedUnit.UNIT);
            } catch (SQLException failure) {
                write.stored().failure(failure);
            }
        }
    }

    /**
     * All or nothing. The transaction is begun and ended in SQL: SQLite ends one by itself when the disk is full, which
     * the driver's own book-keeping does not notice; it would report stored rows as failed from then on.
     */
    private void store(List<Write> writes) throws SQLException {
        var session = session();
        var begun = System.nanoTime();
        try {
            session.begin().execute();
            for (var write : writes) {
                for (var row : write.rows()) {
                    bind(session.insert(), row);
                    session.insert().executeUpdate();
                }
            }
            session.commit().execute();
            times.committed(Duration.ofNanos(System.nanoTime() - begun));
        } catch (SQLException failure) {
            giveUp(session, failure);
            throw failure;
        }
    }

    /** The connection is kept, since preparing the statements anew takes as long as running them. */
    private Session session() throws SQLException {
        if (open == null) {
            var connection = database.source().createConnection();
            try {
                open = new Session(
                        connection,
                        connection.prepareStatement("BEGIN"),
                        connection.prepareStatement(INSERT),
                        connection.prepareStatement("COMMIT"),
                        connection.prepareStatement(HIGHEST));
            } catch (SQLException failure) {
                connection.close();
                throw failure;
            }
        }
        return open;
    }

    private void giveUp(Session session, SQLException failure) {
        open = null;
        try (var connection = session.connection();
                var transaction = connection.createStatement()) {
            transaction.execute("ROLLBACK");
        } catch (SQLException nothingToRollBack) {
            failure.addSuppressed(nothingToRollBack);
        }
    }

    private static void bind(PreparedStatement insert, JournalPekkoSerializationRow row) throws SQLException {
        insert.setBoolean(1, row.deleted());
        insert.setString(2, row.persistenceId());
        insert.setLong(3, row.sequenceNumber());
        insert.setString(4, row.writer());
        insert.setLong(5, row.writeTimestamp());
        insert.setString(6, row.adapterManifest());
        insert.setInt(7, row.eventSerId());
        insert.setString(8, row.eventSerManifest());
        insert.setBytes(9, row.eventPayload());
        if (row.metaSerId().isDefined()) {
            insert.setInt(10, (Integer) row.metaSerId().get());
            insert.setString(11, row.metaSerManifest().get());
            insert.setBytes(12, row.metaPayload().get());
        } else {
            insert.setNull(10, Types.INTEGER);
            insert.setNull(11, Types.VARCHAR);
            insert.setNull(12, Types.BLOB);
        }
    }
}
