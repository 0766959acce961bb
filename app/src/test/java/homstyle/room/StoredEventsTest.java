package homstyle.room;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import homstyle.protocol.ClientId;
import homstyle.protocol.Comment;
import homstyle.protocol.CommentId;
import homstyle.protocol.CommentText;
import homstyle.protocol.Corner;
import homstyle.protocol.FinishId;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.Lock;
import homstyle.protocol.Obstacle;
import homstyle.protocol.Opening;
import homstyle.protocol.PersonName;
import homstyle.protocol.Placement;
import homstyle.protocol.Plan;
import homstyle.protocol.RequestId;
import homstyle.protocol.Sku;
import homstyle.protocol.Title;
import homstyle.protocol.UnlockReason;
import homstyle.protocol.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What is in journals out there can be read for ever. A golden file is one event as version 1 of the service stored
 * it; these files are never edited: an event that changes its shape gets a file beside the old one.
 */
class StoredEventsTest {
    private static final Path EVENTS = Path.of("src/test/resources/stored-events/v1");
    private static final Path SNAPSHOTS = Path.of("src/test/resources/stored-snapshots/v1");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Origin ORIGIN = new Origin(
            1_767_225_600_123L,
            new ClientId("c7k2"),
            new UserId("u-1"),
            new PersonName("Guest 1"),
            new RequestId("r-12"),
            null);
    private static final Origin THE_ROOM_ITSELF =
            new Origin(1_767_225_630_456L, new ClientId("c7k2"), null, new PersonName("Guest 1"), null, null);
    private static final Origin TAKING_BACK = ORIGIN.reverting(new Reversal(Reversal.Kind.UNDO, 38));
    private static final ItemId SOFA = new ItemId("sofa-1");
    private static final Plan PLAN = new Plan(
            List.of(new Corner(0, 0), new Corner(5_400, 0), new Corner(5_400, 4_600), new Corner(0, 4_600)),
            2_600,
            List.of(
                    new Opening(Opening.Kind.WINDOW, 0, 700, 1_600, 1_300, 800, Opening.Hinge.LEFT, Opening.Swing.IN),
                    new Opening(Opening.Kind.DOOR, 2, 4_300, 900, 2_050, 0, Opening.Hinge.RIGHT, Opening.Swing.OUT)));
    private static final Comment COMMENT = new Comment(
            new CommentId("c-1"),
            SOFA,
            ORIGIN.client(),
            ORIGIN.name(),
            "#2c5f8a",
            ORIGIN.at(),
            new CommentText("Grön i stället?"));
    private static final Obstacle COLUMN = new Obstacle(Obstacle.Kind.COLUMN, 2_700, 1_200, 300, 250, 2_600, 45);
    private static final Item PLACED = new Item(SOFA, new Sku("HS-SOFA-220"), 1_750, -20, 180);

    static final Map<String, RoomEvent> GOLDEN = Map.ofEntries(
            entry("created.json", new RoomEvent.Created(ORIGIN, new Title("Vardagsrum"), PLAN)),
            entry("placed.json", new RoomEvent.Placed(ORIGIN, PLACED)),
            entry("moved.json", new RoomEvent.Moved(ORIGIN, SOFA, new Placement(1_800, 2_400, 90))),
            entry("moved-by-undo.json", new RoomEvent.Moved(TAKING_BACK, SOFA, new Placement(1_800, 2_400, 90))),
            entry("placed-in-a-finish.json", new RoomEvent.Placed(ORIGIN, PLACED.in(new FinishId("smoke-blue")))),
            entry("finished.json", new RoomEvent.Finished(ORIGIN, SOFA, new FinishId("smoke-blue"))),
            entry("finished-by-undo.json", new RoomEvent.Finished(TAKING_BACK, SOFA, null)),
            entry("removed.json", new RoomEvent.Removed(ORIGIN, SOFA)),
            entry(
                    "locked.json",
                    new RoomEvent.Locked(ORIGIN, List.of(SOFA, ItemId.PLAN), "#2c5f8a", 1_767_225_630_123L)),
            entry("unlocked.json", new RoomEvent.Unlocked(ORIGIN, List.of(SOFA), UnlockReason.RELEASED)),
            entry(
                    "unlocked-by-the-room.json",
                    new RoomEvent.Unlocked(THE_ROOM_ITSELF, List.of(SOFA, ItemId.PLAN), UnlockReason.EXPIRED)),
            entry("reshaped.json", new RoomEvent.Reshaped(ORIGIN, PLAN)),
            entry("reshaped-obstacles.json", new RoomEvent.Reshaped(ORIGIN, PLAN.with(List.of(COLUMN)))),
            entry(
                    "commented.json",
                    new RoomEvent.Commented(
                            ORIGIN, COMMENT.comment(), COMMENT.item(), COMMENT.color(), COMMENT.text())),
            entry("resolved.json", new RoomEvent.Resolved(ORIGIN, COMMENT.comment())),
            entry("renamed.json", new RoomEvent.Renamed(ORIGIN, new Title("Läshörna 📚"))));

    private static final RoomSnapshot ROOM = new RoomSnapshot(
            41,
            new Title("Vardagsrum"),
            PLAN,
            List.of(PLACED, new Item(new ItemId("lamp"), new Sku("HS-LAMP-40"), 0, 0, 0)),
            List.of(new Lock(SOFA, ORIGIN.client(), ORIGIN.name(), "#2c5f8a", 40, 1_767_225_630_123L)),
            List.of(),
            Map.of(
                    ORIGIN.client(),
                    new RequestMemory.Recent(
                            ORIGIN.at(),
                            List.of(
                                    new RequestMemory.Applied(new RequestId("r-11"), 39),
                                    new RequestMemory.Applied(new RequestId("r-12"), 40)))),
            List.of(),
            List.of());
    private static final RoomSnapshot FULL_ROOM = new RoomSnapshot(
            ROOM.rev(),
            ROOM.title(),
            ROOM.plan(),
            ROOM.items(),
            ROOM.locks(),
            List.of(COMMENT),
            ROOM.memory(),
            List.of(new RoomSnapshot.Undo(
                    ORIGIN.user(),
                    new UndoHistory.Steps(
                            List.of(
                                    new UndoHistory.Step(36, List.of(new Before.Absent(SOFA))),
                                    new UndoHistory.Step(38, List.of(new Before.Shaped(PLAN)))),
                            List.of(new UndoHistory.Step(
                                    41,
                                    List.of(new Before.Standing(PLACED), new Before.Titled(new Title("Hemma")))))))),
            List.of(
                    new RoomSnapshot.Turn(new Before.Thing(SOFA), new UndoHistory.Turn(ORIGIN.user(), 36)),
                    new RoomSnapshot.Turn(Before.Thing.TITLE, new UndoHistory.Turn(ORIGIN.user(), 40))));

    private static final RoomSnapshot ROOM_WITH_FINISHES = new RoomSnapshot(
            ROOM.rev(),
            ROOM.title(),
            ROOM.plan(),
            List.of(PLACED.in(new FinishId("smoke-blue"))),
            ROOM.locks(),
            List.of(),
            ROOM.memory(),
            List.of(new RoomSnapshot.Undo(
                    ORIGIN.user(),
                    new UndoHistory.Steps(
                            List.of(new UndoHistory.Step(
                                    41, List.of(new Before.Standing(PLACED.in(new FinishId("oat")))))),
                            List.of()))),
            List.of(new RoomSnapshot.Turn(new Before.Thing(SOFA), new UndoHistory.Turn(ORIGIN.user(), 36))));

    static final Map<String, RoomSnapshot> GOLDEN_ROOMS =
            Map.of("room.json", ROOM, "full-room.json", FULL_ROOM, "room-with-finishes.json", ROOM_WITH_FINISHES);
    static final Iterable<String> ROOM_FILES = GOLDEN_ROOMS.keySet();

    private static StandAlone system;

    @BeforeAll
    static void start() {
        system = StandAlone.withoutJournal();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    static final Iterable<String> FILES = GOLDEN.keySet();

    @ParameterizedTest
    @FieldSource("FILES")
    @DisplayName("R1: an event that version 1 stored is read as what it was, and written as it was")
    void readsAndWrites(String file) throws IOException {
        var stored = Files.readAllBytes(EVENTS.resolve(file));
        var event = GOLDEN.get(file);

        assertThat(system.read(stored, 7201, "")).isEqualTo(event);
        assertThat(JSON.readTree(system.write(event))).isEqualTo(JSON.readTree(stored));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    @DisplayName("R1: the journal holds the serializer's number and no class name")
    void isStoredUnderANumber(String file) {
        var event = GOLDEN.get(file);

        assertThat(system.serializerOf(event).identifier()).isEqualTo(7201);
        assertThat(system.manifestOf(event)).isEmpty();
        assertThat(new String(system.write(event))).doesNotContain("homstyle", "$");
    }

    @Test
    @DisplayName("R1: every kind of event has a golden file, and every golden file is tested")
    void noneIsForgotten() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(GOLDEN.keySet());
        }
        assertThat(GOLDEN.values().stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(RoomEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @FieldSource("ROOM_FILES")
    @DisplayName("L6, U1: a snapshot that version 1 stored is read as the room it was, and written as it was")
    void readsAndWritesSnapshots(String file) throws IOException {
        var stored = Files.readAllBytes(SNAPSHOTS.resolve(file));
        var adapter = new RoomSnapshot.Adapter(_ -> {});

        assertThat(system.read(stored, 7202, "")).isEqualTo(GOLDEN_ROOMS.get(file));
        var room = adapter.fromJournal(system.read(stored, 7202, ""));
        var written = adapter.toJournal(room);

        assertThat(JSON.readTree(system.write(written))).isEqualTo(JSON.readTree(stored));
        assertThat(system.serializerOf(written).identifier()).isEqualTo(7202);
        assertThat(system.manifestOf(written)).isEmpty();
    }
}
