package homstyle.room;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.TestFolders;
import homstyle.metrics.RoomMetrics;
import homstyle.persistence.DataFolder;
import homstyle.persistence.JournalDatabase;
import homstyle.persistence.JournalReader;
import homstyle.persistence.SnapshotWriter;
import homstyle.protocol.RoomId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Rooms on a real journal, configured as the server does it, for all tests of a class; and ways to disturb that journal.
 */
final class RoomHouse implements BeforeAllCallback, AfterAllCallback {
    private final RoomMetrics metrics = new RoomMetrics("test");
    private Path folder;
    private JournalDatabase database;
    private StandAlone system;
    private SnapshotWriter writer;
    private int rooms;

    private RoomHouse() {}

    static RoomHouse open() {
        return new RoomHouse();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("homstyle-room");
        database = JournalDatabase.in(DataFolder.at(folder));
        database.migrate();
        system = StandAlone.on(database.config());
        writer = database.snapshotWriter();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        system.close();
        writer.close();
        metrics.close();
        TestFolders.delete(folder);
    }

    /** A room of which nothing is stored yet, with patience. */
    LiveRoom room() {
        return room(Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    LiveRoom room(Duration lease, Duration grace) {
        return room(lease, grace, Duration.ofMinutes(10));
    }

    LiveRoom room(Duration lease, Duration grace, Duration hibernateAfter) {
        var rules = new RoomRules(Ask.RULES.products(), Ask.RULES.mostItems(), lease);
        return new LiveRoom(this, new RoomId("room-" + ++rooms), rules, grace, hibernateAfter);
    }

    RoomMetrics metrics() {
        return metrics;
    }

    RoomSnapshots snapshots() {
        return new RoomSnapshots(writer, system.kit().system());
    }

    /** Waits until the room's snapshot at that revision, and no other, is stored. */
    void awaitSnapshot(LiveRoom room, long rev) {
        kit().createTestProbe().awaitAssert(() -> {
            assertThat(snapshots(room)).containsExactly(rev);
            return null;
        });
    }

    private List<Long> snapshots(LiveRoom room) {
        try (var connection = DriverManager.getConnection(database.url());
                var query =
                        connection.prepareStatement("SELECT sequence_number FROM snapshot WHERE persistence_id = ?")) {
            query.setString(1, room.persistenceId());
            var rows = query.executeQuery();
            var found = new ArrayList<Long>();
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Deletes what led to the room's state, so that only a snapshot can tell it. */
    void forgetEvents(LiveRoom room) {
        execute("DELETE FROM event_journal WHERE persistence_id = '%s'".formatted(room.persistenceId()));
    }

    ActorTestKit kit() {
        return system.kit();
    }

    JournalReader reader() {
        return database.reader();
    }

    /** From now on the journal refuses what this room wants to store. */
    void refuse(LiveRoom room) {
        refuse(room, "");
    }

    /** From now on the journal refuses this room's events of one type. */
    void refuse(LiveRoom room, String type) {
        execute("""
                CREATE TRIGGER refuse BEFORE INSERT ON event_journal
                WHEN NEW.persistence_id = '%s' AND CAST(NEW.event_payload AS TEXT) LIKE '%%"type":"%s%%'
                BEGIN SELECT RAISE(ABORT, 'refused by the test'); END
                """.formatted(room.persistenceId(), type));
    }

    void refuseNoMore() {
        execute("DROP TRIGGER IF EXISTS refuse");
    }

    /** From now on nobody can read the journal, nor write to it. */
    void hideJournal() {
        execute("ALTER TABLE event_journal RENAME TO hidden");
    }

    void showJournal() {
        execute("ALTER TABLE hidden RENAME TO event_journal");
    }

    /**
     * Stores the room's last event once more behind its back, as another request's: what a write leaves behind that
     * was stored and yet reported as failed.
     */
    void storeAgain(LiveRoom room, String id, String otherId) {
        execute("""
                INSERT INTO event_journal (persistence_id, sequence_number, writer, write_timestamp, adapter_manifest,
                    event_ser_id, event_ser_manifest, event_payload)
                SELECT persistence_id, sequence_number + 1, writer, write_timestamp, adapter_manifest,
                    event_ser_id, event_ser_manifest,
                    CAST(replace(CAST(event_payload AS TEXT), '"%s"', '"%s"') AS BLOB)
                FROM event_journal WHERE persistence_id = '%s' ORDER BY sequence_number DESC LIMIT 1
                """.formatted(id, otherId, room.persistenceId()));
    }

    /** Another program holds the journal's file until this is closed: writers wait, readers do not. */
    Connection writeLock() throws SQLException {
        var connection = DriverManager.getConnection(database.url());
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
        return connection;
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 3000");
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
