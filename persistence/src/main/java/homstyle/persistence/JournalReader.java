package homstyle.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads stored events straight from the database, also while a server writes to it and from another process. Has no
 * state and may be shared between threads; every call takes a read-only connection of its own and blocks.
 *
 * <p>Every method throws {@link JournalUnavailable} if there is no journal, or none that can be read.
 */
public final class JournalReader {
    /** Read in pages, so that a slow consumer neither holds everything in memory nor keeps the database's log growing. */
    private static final int PAGE = 256;

    private static final String EVENTS = """
            SELECT sequence_number, write_timestamp, event_ser_manifest, event_payload FROM event_journal
            WHERE persistence_id = ? AND sequence_number BETWEEN ? AND ? AND NOT deleted
            ORDER BY sequence_number LIMIT ?""";
    private static final String HIGHEST = "SELECT max(sequence_number) FROM event_journal WHERE persistence_id = ?";
    private static final String IDS = """
            SELECT DISTINCT persistence_id FROM event_journal
            WHERE persistence_id >= ? AND persistence_id < ? ORDER BY persistence_id""";

    private final Dialect dialect;
    private final ConnectionSource source;

    JournalReader(Dialect dialect, ConnectionSource source) {
        this.dialect = dialect;
        this.source = source;
    }

    /**
     * Hands over the events of one persistence id in order, each as it is read.
     *
     * @param from first sequence number, inclusive; 0 or 1 for the beginning
     * @param to last sequence number, inclusive; {@link Long#MAX_VALUE} for the end, as it is when it is reached
     */
    public void events(String persistenceId, long from, long to, Consumer<StoredEvent> consumer) {
        eventsWhile(persistenceId, from, to, event -> {
            consumer.accept(event);
            return true;
        });
    }

    /** As {@link #events}, up to the first one after which no more are wanted. */
    public void eventsWhile(String persistenceId, long from, long to, Predicate<StoredEvent> wantsMore) {
        query(EVENTS, statement -> {
            var next = from;
            List<StoredEvent> page;
            do {
                page = page(statement, persistenceId, next, to);
                if (!page.stream().allMatch(wantsMore)) {
                    break;
                }
                next = page.isEmpty() ? next : page.getLast().sequenceNumber() + 1;
            } while (page.size() == PAGE);
            return null;
        });
    }

    /** The sequence number of the last event, 0 if there is none. */
    public long highest(String persistenceId) {
        return query(HIGHEST, statement -> {
            statement.setString(1, persistenceId);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        });
    }

    /** The ids that start with a prefix and have events, sorted. */
    public List<String> persistenceIds(String prefix) {
        return query(IDS, statement -> {
            statement.setString(1, prefix);
            statement.setString(2, prefix + Character.toString(Character.MAX_CODE_POINT));
            try (var rows = statement.executeQuery()) {
                var ids = new ArrayList<String>();
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
                return List.copyOf(ids);
            }
        });
    }

    private static List<StoredEvent> page(PreparedStatement statement, String persistenceId, long from, long to)
            throws SQLException {
        statement.setString(1, persistenceId);
        statement.setLong(2, from);
        statement.setLong(3, to);
        statement.setInt(4, PAGE);
        try (var rows = statement.executeQuery()) {
            var events = new ArrayList<StoredEvent>();
            while (rows.next()) {
                events.add(event(rows));
            }
            return events;
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("sequence_number"),
                Instant.ofEpochMilli(row.getLong("write_timestamp")),
                row.getString("event_ser_manifest"),
                row.getBytes("event_payload"));
    }

    private <T> T query(String sql, Query<T> query) {
        try (var connection = source.connect();
                var statement = connection.prepareStatement(sql)) {
            return query.run(statement);
        } catch (SQLException failure) {
            throw dialect.explain(failure);
        }
    }

    @FunctionalInterface
    private interface Query<T> {
        T run(PreparedStatement statement) throws SQLException;
    }
}
