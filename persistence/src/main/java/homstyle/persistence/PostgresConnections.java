package homstyle.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Promise;
import slick.jdbc.JdbcBackend;

/**
 * Connections from the pool, which replaces those that broke; the driver keeps their statements prepared. Queries run
 * on the journal's threads and not on the one that asks, which is an actor's: the network must not hold it up.
 */
final class PostgresConnections implements JournalConnections {
    /**
     * All rows in one statement that commits by itself: one way to the server and back, and a process that is paused or
     * cut off never leaves rows behind that are neither stored nor gone, for which others would have to wait.
     *
     * <p>A row whose predecessor is not stored is refused, by having no id. A fail-over to a standby that lags loses what
     * was acknowledged last, and whoever has it in memory would go on behind a hole, over which nothing can be replayed.
     */
    private static final String INSERT = """
            INSERT INTO event_journal (deleted, persistence_id, sequence_number, writer, write_timestamp,
              adapter_manifest, event_ser_id, event_ser_manifest, event_payload,
              meta_ser_id, meta_ser_manifest, meta_payload)
            SELECT deleted,
              CASE WHEN number = 1
                OR lag(number) OVER (PARTITION BY id ORDER BY number) = number - 1
                OR EXISTS (SELECT FROM event_journal WHERE persistence_id = id AND sequence_number = number - 1)
              THEN id END,
              number, writer, written, manifest, event_serializer, event_manifest, event,
              meta_serializer, meta_manifest, meta
            FROM unnest(?::bool[], ?::text[], ?::int8[], ?::text[], ?::int8[],
              ?::text[], ?::int4[], ?::text[], ?::bytea[],
              ?::int4[], ?::text[], ?::bytea[])
            AS given (deleted, id, number, writer, written, manifest, event_serializer, event_manifest, event,
              meta_serializer, meta_manifest, meta)""";

    private static final String NO_ID = "23502";
    private static final String READ_ONLY = "25006";

    private final JdbcBackend.JdbcDatabaseDef database;
    private final ExecutionContext threads;

    PostgresConnections(JdbcBackend.JdbcDatabaseDef database, ExecutionContext threads) {
        this.database = database;
        this.threads = threads;
    }

    @Override
    public void store(List<JournalPekkoSerializationRow> rows) throws SQLException {
        try (var connection = database.source().createConnection();
                var insert = connection.prepareStatement(INSERT)) {
            new Columns(insert, rows).bind();
            try {
                insert.executeUpdate();
            } catch (SQLException refused) {
                if (READ_ONLY.equals(refused.getSQLState())) {
                    // To a server that was the primary once: the pool takes it for sound, and would keep it for long.
                    connection.abort(Runnable::run);
                }
                throw NO_ID.equals(refused.getSQLState()) ? holeBefore(rows, refused) : refused;
            }
        }
    }

    private static SQLException holeBefore(List<JournalPekkoSerializationRow> rows, SQLException refused) {
        var which = rows.stream()
                .map(row -> "%s %d".formatted(row.persistenceId(), row.sequenceNumber()))
                .collect(Collectors.joining(", "));
        return new SQLException(
                "the database has lost what came before one of these: " + which, refused.getSQLState(), refused);
    }

    @Override
    public <T> Future<T> query(String sql, String persistenceId, Reading<T> reading) {
        var result = Promise.<T>apply();
        threads.execute(() -> {
            try {
                result.success(queryNow(sql, persistenceId, reading));
            } catch (SQLException | RuntimeException failure) {
                result.failure(failure);
            }
        });
        return result.future();
    }

    private <T> T queryNow(String sql, String persistenceId, Reading<T> reading) throws SQLException {
        try (var connection = database.source().createConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, persistenceId);
            try (var rows = query.executeQuery()) {
                return reading.read(rows);
            }
        }
    }

    /** Rows turned into one array for each column. */
    private record Columns(PreparedStatement insert, List<JournalPekkoSerializationRow> rows) {
        void bind() throws SQLException {
            array(1, "bool", Boolean[]::new, JournalPekkoSerializationRow::deleted);
            array(2, "text", String[]::new, JournalPekkoSerializationRow::persistenceId);
            array(3, "int8", Long[]::new, JournalPekkoSerializationRow::sequenceNumber);
            array(4, "text", String[]::new, JournalPekkoSerializationRow::writer);
            array(5, "int8", Long[]::new, JournalPekkoSerializationRow::writeTimestamp);
            array(6, "text", String[]::new, JournalPekkoSerializationRow::adapterManifest);
            array(7, "int4", Integer[]::new, JournalPekkoSerializationRow::eventSerId);
            array(8, "text", String[]::new, JournalPekkoSerializationRow::eventSerManifest);
            array(9, "bytea", byte[][]::new, JournalPekkoSerializationRow::eventPayload);
            array(10, "int4", Integer[]::new, row -> row.metaSerId().getOrElse(() -> null));
            array(11, "text", String[]::new, row -> row.metaSerManifest().getOrElse(() -> null));
            array(12, "bytea", byte[][]::new, row -> row.metaPayload().getOrElse(() -> null));
        }

        private <T> void array(
                int column, String type, IntFunction<T[]> length, Function<JournalPekkoSerializationRow, Object> value)
                throws SQLException {
            var values = rows.stream().map(value).toArray(length);
            insert.setArray(column, insert.getConnection().createArrayOf(type, values));
        }
    }
}
