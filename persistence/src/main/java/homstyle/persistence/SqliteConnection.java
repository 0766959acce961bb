package homstyle.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import scala.concurrent.Future;
import scala.concurrent.Promise;
import slick.jdbc.JdbcBackend;

/**
 * One connection for one thread. It is kept, since preparing its statements anew takes as long as running them. Queries
 * run at once, on the thread that asks.
 */
final class SqliteConnection implements JournalConnections {
    private static final String INSERT = """
            INSERT INTO event_journal (deleted, persistence_id, sequence_number, writer, write_timestamp,
              adapter_manifest, event_ser_id, event_ser_manifest, event_payload,
              meta_ser_id, meta_ser_manifest, meta_payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcBackend.JdbcDatabaseDef database;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private Connection open;

    SqliteConnection(JdbcBackend.JdbcDatabaseDef database) {
        this.database = database;
    }

    /**
     * The transaction is begun and ended in SQL: SQLite ends one by itself when the disk is full, which the driver's own
     * book-keeping does not notice; it would report stored rows as failed from then on.
     */
    @Override
    public void store(List<JournalPekkoSerializationRow> rows) throws SQLException {
        try {
            prepared("BEGIN").execute();
            var insert = prepared(INSERT);
            for (var row : rows) {
                bind(insert, row);
                insert.executeUpdate();
            }
            prepared("COMMIT").execute();
        } catch (SQLException failure) {
            giveUp(failure);
            throw failure;
        }
    }

    @Override
    public <T> Future<T> query(String sql, String persistenceId, Reading<T> reading) {
        try {
            var query = prepared(sql);
            query.setString(1, persistenceId);
            try (var rows = query.executeQuery()) {
                return Future.successful(reading.read(rows));
            }
        } catch (SQLException failure) {
            giveUp(failure);
            return Promise.<T>failed(failure).future();
        } catch (RuntimeException unreadable) {
            return Promise.<T>failed(unreadable).future();
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        if (open == null) {
            open = database.source().createConnection();
        }
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = open.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private void giveUp(SQLException failure) {
        if (open == null) {
            return;
        }
        try (var connection = open;
                var transaction = connection.createStatement()) {
            transaction.execute("ROLLBACK");
        } catch (SQLException nothingToRollBack) {
            failure.addSuppressed(nothingToRollBack);
        } finally {
            open = null;
            prepared.clear();
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
