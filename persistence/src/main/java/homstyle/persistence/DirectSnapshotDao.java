package homstyle.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.pekko.persistence.SnapshotMetadata;
import org.apache.pekko.persistence.jdbc.config.SnapshotConfig;
import org.apache.pekko.persistence.jdbc.snapshot.dao.DefaultSnapshotDao;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.stream.Materializer;
import scala.Option;
import scala.Tuple2;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import slick.jdbc.JdbcBackend;
import slick.jdbc.JdbcProfile;

/**
 * Reads the latest snapshot of an entity that wakes on the journal's threads. The plugin's way leads over Slick's pool:
 * two more threads to wake before the entity is. All else is the plugin's.
 */
public final class DirectSnapshotDao extends DefaultSnapshotDao {
    private static final String LATEST = """
            SELECT sequence_number, created, snapshot_ser_id, snapshot_ser_manifest, snapshot_payload
            FROM snapshot WHERE persistence_id = ? ORDER BY sequence_number DESC LIMIT 1""";

    private final JournalConnections connections;
    private final Serialization serialization;

    /** Called by the plugin, which finds this class by its name in the configuration. */
    public DirectSnapshotDao(
            JdbcBackend.JdbcDatabaseDef database,
            JdbcProfile profile,
            SnapshotConfig config,
            Serialization serialization,
            ExecutionContext threads,
            Materializer materializer) {
        super(database, profile, config, serialization, threads, materializer);
        this.connections = JournalConnections.to(database, profile, threads);
        this.serialization = serialization;
    }

    @Override
    public Future<Option<Tuple2<SnapshotMetadata, Object>>> latestSnapshot(String persistenceId) {
        return connections.query(
                LATEST, persistenceId, rows -> Option.apply(rows.next() ? snapshot(persistenceId, rows) : null));
    }

    private Tuple2<SnapshotMetadata, Object> snapshot(String persistenceId, ResultSet row) throws SQLException {
        var metadata = new SnapshotMetadata(persistenceId, row.getLong("sequence_number"), row.getLong("created"));
        var state = serialization
                .deserialize(
                        row.getBytes("snapshot_payload"),
                        row.getInt("snapshot_ser_id"),
                        row.getString("snapshot_ser_manifest"))
                .get();
        return Tuple2.apply(metadata, state);
    }
}
