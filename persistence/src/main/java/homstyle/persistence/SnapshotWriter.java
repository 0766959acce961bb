package homstyle.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores snapshots where Pekko Persistence looks for them, past the entities: none waits for its own. Those of a short
 * while go into one transaction on a thread and a connection of their own, so that the journal is hardly held up when
 * many entities fall asleep at once. Each replaces the older ones of its persistence id.
 *
 * <p>A snapshot only saves replaying; one that cannot be stored is logged and forgotten.
 */
public final class SnapshotWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWriter.class);
    private static final long COLLECT_MILLIS = 100;
    /** So that one transaction does not keep the journal waiting for long. */
    private static final int LARGEST_TRANSACTION = 64;

    private static final long PATIENCE_SECONDS = 5;

    private static final String INSERT = """
            INSERT INTO snapshot (persistence_id, sequence_number, created, snapshot_ser_id, snapshot_ser_manifest,
              snapshot_payload)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (persistence_id, sequence_number) DO UPDATE SET created = excluded.created,
              snapshot_ser_id = excluded.snapshot_ser_id, snapshot_ser_manifest = excluded.snapshot_ser_manifest,
              snapshot_payload = excluded.snapshot_payload""";
    private static final String DELETE_OLDER = "DELETE FROM snapshot WHERE persistence_id = ? AND sequence_number < ?";

    private final ConnectionSource source;
    private final ScheduledExecutorService thread;
    private final Map<String, StoredSnapshot> waiting = new LinkedHashMap<>();
    private Connection open;

    SnapshotWriter(ConnectionSource source) {
        this.source = source;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("snapshots").daemon().factory());
    }

    /** Stores it soon, unless a later one of the same id comes before that. Returns at once. */
    public void save(StoredSnapshot snapshot) {
        synchronized (waiting) {
            if (waiting.isEmpty() && !thread.isShutdown()) {
                thread.schedule(this::storeWaiting, COLLECT_MILLIS, TimeUnit.MILLISECONDS);
            }
            waiting.put(snapshot.persistenceId(), snapshot);
        }
    }

    /** Stores what waits, and ends. */
    @Override
    public synchronized void close() {
        thread.shutdownNow();
        try {
            if (thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                storeWaiting();
                disconnect();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void storeWaiting() {
        var snapshots = takeWaiting();
        for (int from = 0; from < snapshots.size(); from += LARGEST_TRANSACTION) {
            var some = snapshots.subList(from, Math.min(snapshots.size(), from + LARGEST_TRANSACTION));
            try {
                store(some);
            } catch (SQLException | RuntimeException failure) {
                LOG.warn("{} snapshots could not be stored: {}", some.size(), failure.toString());
                disconnect();
            }
        }
    }

    private List<StoredSnapshot> takeWaiting() {
        synchronized (waiting) {
            var taken = new ArrayList<>(waiting.values());
            waiting.clear();
            return taken;
        }
    }

    private void store(List<StoredSnapshot> snapshots) throws SQLException {
        // Written out before the transaction begins: it is the one thing here that takes long.
        var payloads = new LinkedHashMap<StoredSnapshot, byte[]>();
        snapshots.forEach(snapshot -> payload(snapshot).ifPresent(bytes -> payloads.put(snapshot, bytes)));
        var connection = connection();
        try (var insert = connection.prepareStatement(INSERT);
                var deleteOlder = connection.prepareStatement(DELETE_OLDER)) {
            for (var one : payloads.entrySet()) {
                var snapshot = one.getKey();
                insert(insert, snapshot, one.getValue());
                deleteOlder.setString(1, snapshot.persistenceId());
                deleteOlder.setLong(2, snapshot.sequenceNumber());
                deleteOlder.addBatch();
            }
            insert.executeBatch();
            deleteOlder.executeBatch();
            connection.commit();
        }
    }

    private static Optional<byte[]> payload(StoredSnapshot snapshot) {
        try {
            return Optional.of(snapshot.payload().get());
        } catch (RuntimeException failure) {
            LOG.warn("no snapshot of {}: {}", snapshot.persistenceId(), failure.toString());
            return Optional.empty();
        }
    }

    private static void insert(PreparedStatement insert, StoredSnapshot snapshot, byte[] payload) throws SQLException {
        int column = 0;
        insert.setString(++column, snapshot.persistenceId());
        insert.setLong(++column, snapshot.sequenceNumber());
        insert.setLong(++column, System.currentTimeMillis());
        insert.setInt(++column, snapshot.serializerId());
        insert.setString(++column, snapshot.manifest());
        insert.setBytes(++column, payload);
        insert.addBatch();
    }

    private Connection connection() throws SQLException {
        if (open == null) {
            open = source.connect();
            open.setAutoCommit(false);
        }
        return open;
    }

    private void disconnect() {
        if (open == null) {
            return;
        }
        try (var connection = open) {
            connection.rollback();
        } catch (SQLException alreadyGone) {
            LOG.debug("the connection for snapshots was gone already", alreadyGone);
        } finally {
            open = null;
        }
    }
}
