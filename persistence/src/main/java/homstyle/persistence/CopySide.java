package homstyle.persistence;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** One of the two journals of a {@link JournalCopy}: its rows as values that are the same in every database. */
final class CopySide implements AutoCloseable {
    private static final int PAGE = 256;

    private final JournalDatabase database;
    private final Connection connection;

    /** How many rows, and a digest of all that is in them; equal only if the rows are. */
    record Fingerprint(long rows, String digest) {}

    enum Type {
        FLAG,
        NUMBER,
        TEXT,
        BYTES
    }

    record Column(String name, Type type) {}

    enum Table {
        EVENTS(
                "event_journal",
                new Column("persistence_id", Type.TEXT),
                new Column("sequence_number", Type.NUMBER),
                new Column("deleted", Type.FLAG),
                new Column("writer", Type.TEXT),
                new Column("write_timestamp", Type.NUMBER),
                new Column("adapter_manifest", Type.TEXT),
                new Column("event_ser_id", Type.NUMBER),
                new Column("event_ser_manifest", Type.TEXT),
                new Column("event_payload", Type.BYTES),
                new Column("meta_ser_id", Type.NUMBER),
                new Column("meta_ser_manifest", Type.TEXT),
                new Column("meta_payload", Type.BYTES)),
        SNAPSHOTS(
                "snapshot",
                new Column("persistence_id", Type.TEXT),
                new Column("sequence_number", Type.NUMBER),
                new Column("created", Type.NUMBER),
                new Column("snapshot_ser_id", Type.NUMBER),
                new Column("snapshot_ser_manifest", Type.TEXT),
                new Column("snapshot_payload", Type.BYTES),
                new Column("meta_ser_id", Type.NUMBER),
                new Column("meta_ser_manifest", Type.TEXT),
                new Column("meta_payload", Type.BYTES));

        private final String name;
        private final List<Column> columns;

        Table(String name, Column... columns) {
            this.name = name;
            this.columns = List.of(columns);
        }

        private String select() {
            return "SELECT " + names() + " FROM " + name + " WHERE persistence_id = ? ORDER BY sequence_number";
        }

        private String insert() {
            var values = String.join(", ", Collections.nCopies(columns.size(), "?"));
            return "INSERT INTO " + name + " (" + names() + ") VALUES (" + values + ")";
        }

        private String names() {
            return columns.stream().map(Column::name).collect(Collectors.joining(", "));
        }
    }

    @FunctionalInterface
    private interface RowUse {
        void accept(long index, ResultSet row) throws SQLException;
    }

    private CopySide(JournalDatabase database, Connection connection) throws SQLException {
        this.database = database;
        this.connection = connection;
        // Within a transaction the driver reads page by page, and not all at once.
        connection.setAutoCommit(false);
    }

    static CopySide reading(JournalDatabase database) {
        return of(database, database.readingConnections());
    }

    static CopySide writing(JournalDatabase database) {
        return of(database, database.writingConnections());
    }

    private static CopySide of(JournalDatabase database, ConnectionSource source) {
        try {
            return new CopySide(database, source.connect());
        } catch (SQLException failure) {
            throw database.explain(failure);
        }
    }

    /** Of the first rows of a persistence id. */
    Fingerprint fingerprint(Table table, String persistenceId, long limit) {
        var digest = sha256();
        var rows = read(table, persistenceId, (index, row) -> {
            if (index < limit) {
                digest.update(bytes(table, row));
            }
        });
        return new Fingerprint(Math.min(rows, limit), HexFormat.of().formatHex(digest.digest()));
    }

    /** Adds the other's rows of a persistence id, without the first ones. */
    void write(Table table, CopySide other, String persistenceId, long without) {
        run(() -> {
            try (var insert = connection.prepareStatement(table.insert())) {
                var rows = other.read(table, persistenceId, (index, row) -> {
                    if (index >= without) {
                        add(insert, table, row);
                    }
                    if (index % PAGE == PAGE - 1) {
                        insert.executeBatch();
                    }
                });
                if (rows % PAGE != 0) {
                    insert.executeBatch();
                }
            }
        });
    }

    void delete(Table table, String persistenceId) {
        run(() -> {
            try (var delete = connection.prepareStatement("DELETE FROM " + table.name + " WHERE persistence_id = ?")) {
                delete.setString(1, persistenceId);
                delete.executeUpdate();
            }
        });
    }

    void commit() {
        run(connection::commit);
    }

    void rollback() {
        run(connection::rollback);
    }

    @Override
    public void close() {
        run(connection::close);
    }

    private long read(Table table, String persistenceId, RowUse use) {
        var count = new long[1];
        run(() -> {
            try (var query = connection.prepareStatement(table.select())) {
                query.setFetchSize(PAGE);
                query.setString(1, persistenceId);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        use.accept(count[0]++, rows);
                    }
                }
            }
        });
        return count[0];
    }

    private static void add(PreparedStatement insert, Table table, ResultSet row) throws SQLException {
        for (var index = 1; index <= table.columns.size(); index++) {
            switch (table.columns.get(index - 1).type()) {
                case FLAG -> insert.setBoolean(index, row.getBoolean(index));
                case TEXT -> insert.setString(index, row.getString(index));
                case BYTES -> insert.setBytes(index, row.getBytes(index));
                case NUMBER -> {
                    var number = row.getLong(index);
                    if (row.wasNull()) {
                        insert.setNull(index, Types.INTEGER);
                    } else {
                        insert.setLong(index, number);
                    }
                }
            }
        }
        insert.addBatch();
    }

    /** Each value with its length, so that none can be taken for a part of its neighbour. */
    private static byte[] bytes(Table table, ResultSet row) throws SQLException {
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(bytes)) {
            for (var index = 1; index <= table.columns.size(); index++) {
                var value = value(table.columns.get(index - 1).type(), row, index);
                data.writeInt(value == null ? -1 : value.length);
                data.write(value == null ? new byte[0] : value);
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    private static byte[] value(Type type, ResultSet row, int index) throws SQLException {
        return switch (type) {
            case FLAG -> text(Boolean.toString(row.getBoolean(index)));
            case TEXT -> text(row.getString(index));
            case BYTES -> row.getBytes(index);
            case NUMBER -> {
                var number = Long.toString(row.getLong(index));
                yield row.wasNull() ? null : text(number);
            }
        };
    }

    private static byte[] text(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (SQLException failure) {
            throw database.explain(failure);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }
}
