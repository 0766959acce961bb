package homstyle.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
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
import scala.concurrent.Promise;
import slick.jdbc.JdbcBackend;
import slick.jdbc.JdbcProfile;

/**
 * Reads the latest snapshot of an entity that wakes on the thread that asks for it. The plugin's way leads over Slick's
 * pool: two more threads to wake before the entity is. All else is the plugin's.
 *
 * <p>Needs a dispatcher with a single thread, as {@link GroupCommitJournalDao} does.
 */
public final class DirectSnapshotDao extends DefaultSnapshotDao {
    private static final String LATEST = """
            SELECT sequence_number, created, snapshot_ser_id, snapshot_ser_manifest, snapshot_payload
            FROM snapshot WHERE persistence_id = ? ORDER BY sequence_number DESC LIMIT 1""";

    private final JdbcBackend.JdbcDatabaseDef database;
    private final Serialization serialization;
    private Open open;

    private record Open(Connection connection, PreparedStatement latest) {}

    /** Called by the plugin, which finds this class by its name in the configuration. */
    public DirectSnapshotDao(
            JdbcBackend.JdbcDatabaseDef database,
            JdbcProfile profile,
            SnapshotConfig config,
            Serialization serialization,
            ExecutionContext thread,
            Materializer materializer) {
        super(database, profile, config, serialization, thread, materializer);
        this.database = database;
        this.serialization = serialization;
    }

    @Override
    public Future<Option<Tuple2<SnapshotMetadata, Object>>> latestSnapshot(String persistenceId) {
        try {
            return Future.successful(Option.apply(read(persistenceId)));
        } catch (SQLException failure) {
            giveUp(failure);
            return Promise.<Option<Tuple2<SnapshotMetadata, Object>>>failed(failure)
                    .future();
        } catch (RuntimeException unreadable) {
            return Promise.<Option<Tuple2<SnapshotMetadata, Object>>>failed(unreadable)
                    .future();
        }
    }

    private Tuple2<SnapshotMetadata, Object> read(String persistenceId) throws SQLException {
        var latest = open().latest();
        latest.setString(1, persistenceId);
        try (var rows = latest.executeQuery()) {
            return rows.next() ? snapshot(persistenceId, rows) : null;
        }
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

    private Open open() throws SQLException {
        if (open == null) {
            var connection = database.source().createConnection();
            try {
                open = new Open(connection, connection.prepareStatement(LATEST));
            } catch (SQLException failure) {
                connection.close();
                throw failure;
            }
        }
        return open;
    }

    private void giveUp(SQLException failure) {
        if (open != null) {
            try {
                open.connection().close();
            } catch (SQLException alreadyGone) {
                failure.addSuppressed(alreadyGone);
            }
            open = null;
        }
    }
}
