package homstyle.room;

import static homstyle.room.Ask.arrange;
import static homstyle.room.Ask.lock;
import static homstyle.room.Ask.move;
import static homstyle.room.Ask.place;
import static homstyle.room.Ask.redo;
import static homstyle.room.Ask.remove;
import static homstyle.room.Ask.undo;
import static homstyle.room.Guests.BLUE;
import static homstyle.room.Guests.OWNER;
import static homstyle.room.Guests.RED;
import static homstyle.room.Guests.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientFrame.Arrange;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Several items as one request (R10) and one step to undo (U1). */
class ArrangeTest {
    private int requests;

    @Test
    @DisplayName("R10: every step is a change of its own, the first with the request's id, and then all locks are free")
    void isDoneInOneGo() {
        var room = held("sofa", "lamp", "rug");
        var fence = room.fence("sofa");
        var before = room.rev();

        var events = room.changes(
                RED,
                arrange("r1", true, move("-", "sofa", 1_500, fence), remove("-", "lamp", fence), place("-", "chair")));

        assertThat(events)
                .extracting(Object::getClass)
                .containsExactly(
                        RoomEvent.Moved.class,
                        RoomEvent.Removed.class,
                        RoomEvent.Placed.class,
                        RoomEvent.Unlocked.class);
        assertThat(events.getFirst().origin().id()).hasToString("r1");
        assertThat(events.subList(1, 4)).allMatch(event -> event.origin().id() == null);
        assertThat(((RoomEvent.Unlocked) events.getLast()).items()).containsExactly(new ItemId("sofa"));
        assertThat(room.rev()).isEqualTo(before + 4);
        assertThat(room.room().items()).containsOnlyKeys(Ask.items("sofa", "rug", "chair"));
        assertThat(room.room().locks().byItem()).containsOnlyKeys(new ItemId("rug"));
        assertThat(room.accepted(RED, arrange("r1", place("-", "other"))).rev())
                .as("R5")
                .isEqualTo(before + 1);
    }

    @Test
    @DisplayName("R10, L2, E3: one step that is not allowed, and nothing is done; the answer names it")
    void isAllOrNothing() {
        var room = held("sofa", "lamp");
        var fence = room.fence("sofa");
        room.changes(OWNER, place(next(), "desk"));
        room.changes(BLUE, lock(next(), "desk"));
        var good = move("-", "sofa", 1_500, fence);

        assertRefused(room, RejectionCode.UNKNOWN_ITEM, "nothing", arrange("r1", good, move("-", "nothing", 1, fence)));
        assertRefused(room, RejectionCode.LOCKED, "desk", arrange("r2", good, move("-", "desk", 1, fence)));
        assertRefused(room, RejectionCode.STALE_LOCK, "lamp", arrange("r3", good, remove("-", "lamp", fence - 1)));
        assertRefused(room, RejectionCode.DUPLICATE_ITEM, "desk", arrange("r4", good, place("-", "desk")));
        assertRefused(
                room, RejectionCode.UNKNOWN_SKU, "chair", arrange("r5", good, place("-", "chair", new Sku("NO-SUCH"))));
        room.changes(BLUE, Ask.unlock(next(), "desk"));
        assertRefused(room, RejectionCode.NOT_LOCKED, "desk", arrange("r6", good, remove("-", "desk", fence)));
        assertThat(room.refusal(VIEWER, arrange("r8", place("-", "chair"))).code())
                .isEqualTo(RejectionCode.FORBIDDEN);
    }

    @Test
    @DisplayName("R10, E6: in a full room one item can take another's place, but not one more")
    void knowsWhenTheRoomIsFull() {
        var room = held("one", "two", "three", "four");
        var fence = room.fence("one");

        assertRefused(
                room, RejectionCode.ROOM_FULL, "five", arrange("r1", place("-", "five"), remove("-", "one", fence)));
        room.changes(RED, arrange("r2", remove("-", "one", fence), place("-", "five")));

        assertThat(room.room().items()).containsOnlyKeys(Ask.items("two", "three", "four", "five"));
        room.changes(RED, undo(next()));
        assertThat(room.room().items()).containsOnlyKeys(Ask.items("one", "two", "three", "four"));
    }

    @Test
    @DisplayName("U1, R10: a group is one step, also where some of it stays where it is, be that the first or between")
    void isOneStep() {
        var room = held("one", "two", "three", "four");
        var before = room.room().items();
        var fence = room.fence("one");
        var staying = arrange("r1", Ask.drop("-", "one", 1_000, 0, fence), Ask.drop("-", "three", 1_000, 0, fence));
        assertThat(room.refusal(RED, undo(next())).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);
        room.changes(RED, staying);
        assertThat(room.refusal(RED, undo(next())).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);

        room.changes(
                RED,
                arrange(
                        "r2",
                        true,
                        Ask.drop("-", "one", 1_000, 0, fence),
                        Ask.drop("-", "two", 1_500, 0, fence),
                        Ask.drop("-", "three", 1_000, 0, fence),
                        Ask.drop("-", "four", 2_500, 0, fence)));
        var after = room.room().items();
        assertThat(after).isNotEqualTo(before);

        var undone = room.changes(RED, undo("u"));
        assertThat(undone.getFirst().origin().id()).hasToString("u");
        assertThat(room.room().items()).isEqualTo(before);
        room.changes(RED, redo(next()));
        assertThat(room.room().items()).isEqualTo(after);
    }

    @Test
    @DisplayName("U2: of a group, what another has changed since stays as it is, and the rest is taken back")
    void leavesWhatAnotherChanged() {
        var room = held("one", "two");
        var fence = room.fence("one");
        room.changes(RED, arrange("r1", true, move("-", "one", 1_500, fence), move("-", "two", 2_500, fence)));
        room.changes(BLUE, lock(next(), "two"));
        room.changes(BLUE, Ask.drop(next(), "two", 3_000, room.fence("two")));

        room.changes(RED, undo(next()));

        assertThat(room.room().items().get(new ItemId("one")).x()).isEqualTo(1_000);
        assertThat(room.room().items().get(new ItemId("two")).x()).isEqualTo(3_000);
    }

    @RepeatedTest(20)
    @DisplayName("U1: whoever undoes a lot of groups and redoes as much has the room as it was, the other's work too")
    void comesBack(RepetitionInfo run) {
        var seed = Long.getLong("homstyle.seed", System.nanoTime()) + run.getCurrentRepetition();
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var room = RoomInHand.with("one", "two", "others");
        for (int turn = 0; turn < 40; turn++) {
            arrangeAtRandom(room, random);
            if (random.nextInt(3) == 0) {
                room.decide(RED, random.nextBoolean() ? undo(next()) : redo(next()));
            }
        }
        var before = sight(room);
        int undone = 0;
        for (int wanted = random.nextInt(1, 50); undone < wanted && room.decide(RED, undo(next())); undone++) {
            room.changes(BLUE, lock(next(), "others"));
            room.changes(BLUE, Ask.drop(next(), "others", 2_000 + undone, room.fence("others")));
        }
        for (int redone = 0; redone < undone; redone++) {
            assertThat(room.decide(RED, redo(next())))
                    .as("redo %d, seed %d", redone, seed)
                    .isTrue();
        }

        assertThat(sight(room)).as("seed %d", seed).isEqualTo(before);
    }

    private void arrangeAtRandom(RoomInHand room, RandomGenerator random) {
        var steps = new ArrayList<ClientFrame.Step>();
        for (var item : List.of("one", "two", "three")) {
            var isThere = room.room().items().containsKey(new ItemId(item));
            if (!isThere) {
                steps.add(place("-", item));
                continue;
            }
            room.changes(RED, lock(next(), item));
            var fence = room.fence(item);
            switch (random.nextInt(5)) {
                case 0 -> steps.add(remove("-", item, fence));
                case 1 -> {}
                default -> steps.add(move("-", item, random.nextInt(1_000, 1_003), fence));
            }
        }
        if (!steps.isEmpty()) {
            room.changes(RED, arrange(next(), random.nextBoolean(), steps.toArray(ClientFrame.Step[]::new)));
        }
        for (var held : List.copyOf(room.room().locks().byItem().keySet())) {
            room.changes(RED, Ask.unlock(next(), held.value()));
        }
    }

    private static Map<ItemId, Item> sight(RoomInHand room) {
        return Map.copyOf(room.room().items().minus(new ItemId("others")));
    }

    private static void assertRefused(RoomInHand room, RejectionCode code, String item, Arrange request) {
        var before = room.room();
        var refusal = room.refusal(RED, request);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.message()).contains(item);
        assertThat(refusal.field()).matches("steps\\[[01]]");
        assertThat(room.room()).isSameAs(before);
    }

    /** A room with these items, which red holds by one lock. */
    private RoomInHand held(String... items) {
        var room = RoomInHand.with(items);
        room.changes(RED, lock(next(), items));
        return room;
    }

    private String next() {
        return "n" + ++requests;
    }
}
