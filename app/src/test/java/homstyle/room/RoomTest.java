package homstyle.room;

import static homstyle.room.Ask.drop;
import static homstyle.room.Ask.lock;
import static homstyle.room.Ask.move;
import static homstyle.room.Ask.place;
import static homstyle.room.Ask.remove;
import static homstyle.room.Ask.rename;
import static homstyle.room.Ask.reshape;
import static homstyle.room.Guests.BLUE;
import static homstyle.room.Guests.OWNER;
import static homstyle.room.Guests.RED;
import static homstyle.room.Guests.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.Obstacle;
import homstyle.protocol.Placement;
import homstyle.protocol.Plan;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.RoomDraft;
import homstyle.protocol.Sku;
import homstyle.protocol.Title;
import homstyle.protocol.UnlockReason;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a room makes of each request; its locks are {@link RoomLocksTest}'s. */
class RoomTest {
    private static final ItemId SOFA = new ItemId("sofa");
    private static final Plan SMALLER = Plan.rectangle(3_000, 3_000, 2_400);

    @Test
    @DisplayName("R1: a room that nobody has changed is at revision 0 with the default plan")
    void isNewUntilSomebodyChangesIt() {
        assertThat(Room.NEW.rev()).isZero();
        assertThat(Room.NEW.plan()).isEqualTo(Plan.DEFAULT);
        assertThat(Room.NEW.items()).isEmpty();
        assertThat(Room.NEW.locks().all()).isEmpty();
    }

    @Test
    @DisplayName("R1: every event is one revision")
    void countsEvents() {
        var room = RoomInHand.with("sofa");
        room.changes(RED, lock("r1", "sofa"));
        room.changes(RED, move("r2", "sofa", 1_500, 2));
        room.changes(RED, drop("r3", "sofa", 1_600, 2));

        assertThat(room.rev()).isEqualTo(5).isEqualTo(room.events().size());
    }

    @Test
    @DisplayName("L7: placing needs no lock and remembers who, when and by which request")
    void places() {
        var room = new RoomInHand();

        var event = room.change(RED, place("r1", "sofa"));

        var origin = new Origin(room.now(), RED.client(), RED.user(), RED.name(), new RequestId("r1"), null);
        var sofa = new Item(SOFA, Ask.CHAIR, 1_000, 2_000, 0);
        assertThat(event).isEqualTo(new RoomEvent.Placed(origin, sofa));
        assertThat(room.room().items().values()).containsExactly(sofa);
    }

    @Test
    @DisplayName("E3: placing what is there already is refused as duplicate-item")
    void refusesDuplicates() {
        var room = RoomInHand.with("sofa");

        var refusal = room.refusal(RED, place("r1", "sofa"));

        assertThat(refusal.code()).isEqualTo(RejectionCode.DUPLICATE_ITEM);
        assertThat(refusal.message()).contains("sofa");
    }

    @Test
    @DisplayName("E3: placing what the catalogue does not have is refused as unknown-sku")
    void refusesUnknownProducts() {
        var refusal = new RoomInHand().refusal(RED, place("r1", "sofa", new Sku("NO-SUCH")));

        assertThat(refusal.code()).isEqualTo(RejectionCode.UNKNOWN_SKU);
        assertThat(refusal.message()).contains("NO-SUCH");
    }

    @Test
    @DisplayName("E6: a room holds so many items and no more, and has a place again when one is removed")
    void holdsSoMany() {
        var room = RoomInHand.with("one", "two", "three", "four");

        var refusal = room.refusal(RED, place("r1", "five"));
        assertThat(refusal.code()).isEqualTo(RejectionCode.ROOM_FULL);
        assertThat(refusal.message()).contains("4");

        room.changes(RED, lock("r2", "one"));
        room.changes(RED, remove("r3", "one", room.fence("one")));
        room.changes(RED, place("r1", "five"));
        assertThat(room.room().items()).hasSize(4);
    }

    @Test
    @DisplayName("L2: the holder moves the item; it stays what it is and in its place in the list")
    void moves() {
        var room = RoomInHand.with("sofa", "lamp");
        room.changes(RED, lock("r1", "sofa"));

        var event = room.change(RED, move("r2", "sofa", 1_500, room.fence("sofa")));

        assertThat(event).isEqualTo(new RoomEvent.Moved(event.origin(), SOFA, new Placement(1_500, 2_000, 90)));
        assertThat(room.room().items().values())
                .extracting(Item::item, Item::sku, Item::x, Item::rotation)
                .containsExactly(tuple(SOFA, Ask.CHAIR, 1_500, 90), tuple(new ItemId("lamp"), Ask.CHAIR, 1_000, 0));
        assertThat(room.fence("sofa")).isEqualTo(3);
    }

    @Test
    @DisplayName("R9: a move with release is two events, of which only the first carries the request's id")
    void movesAndReleases() {
        var room = RoomInHand.with("sofa", "lamp");
        room.changes(RED, lock("r1", "sofa", "lamp"));

        var events = room.changes(RED, drop("r2", "sofa", 1_500, room.fence("sofa")));

        var origin = new Origin(room.now(), RED.client(), RED.user(), RED.name(), new RequestId("r2"), null);
        assertThat(events)
                .containsExactly(
                        new RoomEvent.Moved(origin, SOFA, new Placement(1_500, 2_000, 90)),
                        new RoomEvent.Unlocked(origin.further(), List.of(SOFA), UnlockReason.RELEASED));
        assertThat(events.get(1).origin().id()).isNull();
        assertThat(room.room().locks().byItem()).containsOnlyKeys(new ItemId("lamp"));
        assertThat(room.accepted(RED, drop("r2", "sofa", 1_500, 3)).rev()).isEqualTo(4);
    }

    @Test
    @DisplayName("L2: the holder removes the item, and its lock ends with it")
    void removes() {
        var room = RoomInHand.with("sofa", "lamp");
        room.changes(RED, lock("r1", "sofa", "lamp"));

        var event = room.change(RED, remove("r2", "sofa", room.fence("sofa")));

        assertThat(event).isEqualTo(new RoomEvent.Removed(event.origin(), SOFA));
        assertThat(room.room().items()).containsOnlyKeys(new ItemId("lamp"));
        assertThat(room.room().locks().byItem()).containsOnlyKeys(new ItemId("lamp"));
        assertThat(room.refusal(RED, move("r3", "sofa", 0, 3)).code()).isEqualTo(RejectionCode.UNKNOWN_ITEM);
    }

    @Test
    @DisplayName("L2: the holder of the plan reshapes the room; furniture and locks stay")
    void reshapes() {
        var room = RoomInHand.with("sofa");
        room.changes(RED, lock("r1", "plan"));

        var event = room.change(RED, reshape("r2", SMALLER, room.fence("plan")));

        assertThat(event).isEqualTo(new RoomEvent.Reshaped(event.origin(), SMALLER));
        assertThat(room.room().plan()).isEqualTo(SMALLER);
        assertThat(room.room().items()).containsOnlyKeys(SOFA);
        assertThat(room.fence("plan")).isEqualTo(2);
    }

    @Test
    @DisplayName("Section 8: a client that says nothing of obstacles leaves them where they are")
    void keepsObstacles() {
        var column = new Obstacle(Obstacle.Kind.COLUMN, 500, 500, 300, 300, 2_400, 0);
        var room = new RoomInHand();
        room.changes(RED, lock("r1", "plan"));
        var fence = room.fence("plan");
        room.change(RED, new ClientFrame.Reshape(new RequestId("r2"), SMALLER.with(List.of(column)), false, fence));

        room.change(RED, reshape("r3", Plan.DEFAULT, fence));
        assertThat(room.room().plan()).isEqualTo(Plan.DEFAULT.with(List.of(column)));

        room.change(RED, new ClientFrame.Reshape(new RequestId("r4"), Plan.DEFAULT, false, fence));
        assertThat(room.room().plan().obstacles()).isEmpty();
    }

    @Test
    @DisplayName("L7: renaming needs no lock")
    void renames() {
        var room = new RoomInHand();

        var event = room.change(RED, rename("r1", "Attic"));

        assertThat(event).isEqualTo(new RoomEvent.Renamed(event.origin(), new Title("Attic")));
        assertThat(room.room().title()).isEqualTo(new Title("Attic"));
    }

    @ParameterizedTest
    @MethodSource("everyRequest")
    @DisplayName("L7: a viewer can lock and change nothing")
    void viewersChangeNothing(Request request) {
        var room = RoomInHand.with("sofa");

        assertThat(room.refusal(VIEWER, request).code()).isEqualTo(RejectionCode.FORBIDDEN);
    }

    static Stream<Request> everyRequest() {
        return Stream.of(
                place("r1", "lamp"),
                lock("r1", "sofa"),
                move("r1", "sofa", 0, 1),
                drop("r1", "sofa", 0, 1),
                remove("r1", "sofa", 1),
                Ask.unlock("r1", "sofa"),
                Ask.force("r1", "sofa"),
                reshape("r1", SMALLER, 1),
                rename("r1", "Attic"));
    }

    @Test
    @DisplayName("R1: creating a room is its first revision, with the furniture behind it, and happens once")
    void isCreatedOnce() {
        var draft = new RoomDraft(null, new Title("Attic"), SMALLER);
        var sofa = place("r1", "sofa").placed();
        var room = new RoomInHand();

        var events = room.room().create(OWNER, draft, List.of(sofa), room.now());
        room.apply(events);

        var origin = new Origin(room.now(), OWNER.client(), OWNER.user(), OWNER.name(), null, null);
        assertThat(events)
                .containsExactly(
                        new RoomEvent.Created(origin, draft.title(), SMALLER), new RoomEvent.Placed(origin, sofa));
        assertThat(room.room().title()).isEqualTo(draft.title());
        assertThat(room.room().plan()).isEqualTo(SMALLER);
        assertThat(room.room().items().values()).containsExactly(sofa);
        assertThat(room.room().create(BLUE, draft, List.of(), room.now())).isEmpty();
    }

    @Test
    @DisplayName("R1: a room that somebody has changed cannot be created any more")
    void isNotCreatedOverChanges() {
        var room = RoomInHand.with("sofa");
        var draft = new RoomDraft(null, new Title("Attic"), SMALLER);

        assertThat(room.room().create(OWNER, draft, List.of(), room.now())).isEmpty();
    }
}
