package homstyle.room;

import static homstyle.room.Ask.drop;
import static homstyle.room.Ask.force;
import static homstyle.room.Ask.items;
import static homstyle.room.Ask.lock;
import static homstyle.room.Ask.move;
import static homstyle.room.Ask.remove;
import static homstyle.room.Ask.reshape;
import static homstyle.room.Ask.unlock;
import static homstyle.room.Guests.BLUE;
import static homstyle.room.Guests.OWNER;
import static homstyle.room.Guests.RED;
import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ItemId;
import homstyle.protocol.Lock;
import homstyle.protocol.Plan;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.UnlockReason;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may hold and change what. */
class RoomLocksTest {
    private static final long SOME_FENCE = 7;
    private static final Plan SMALLER = Plan.rectangle(3_000, 3_000, 2_400);

    @Test
    @DisplayName("L1: a granted lock is an event whose revision is the fence")
    void grants() {
        var room = RoomInHand.with("sofa");

        var event = room.change(RED, lock("r1", "sofa"));

        var until = room.now() + Ask.RULES.lease().toMillis();
        assertThat(event).isEqualTo(new RoomEvent.Locked(event.origin(), items("sofa"), RED.color(), until));
        assertThat(room.room().locks().all())
                .containsExactly(
                        new Lock(new ItemId("sofa"), RED.client(), RED.name(), RED.color(), room.rev(), until));
    }

    @Test
    @DisplayName("L1: a group is granted as one event with one fence")
    void grantsGroups() {
        var room = RoomInHand.with("sofa", "lamp");

        room.change(RED, lock("r1", "sofa", "plan", "lamp"));

        assertThat(room.room().locks().all())
                .extracting(Lock::item)
                .containsExactlyInAnyOrderElementsOf(items("sofa", "plan", "lamp"));
        assertThat(room.room().locks().all()).extracting(Lock::fence).containsOnly(3L);
    }

    @Test
    @DisplayName("L1: a group of which somebody else holds one item is not granted at all")
    void refusesGroups() {
        var room = RoomInHand.with("sofa", "lamp");
        room.changes(BLUE, lock("b1", "lamp"));

        var refusal = room.refusal(RED, lock("r1", "sofa", "lamp"));

        assertThat(refusal.code()).isEqualTo(RejectionCode.LOCKED);
        assertThat(refusal.holder()).isEqualTo(BLUE.client());
        assertThat(refusal.name()).isEqualTo(BLUE.name());
        assertThat(refusal.until()).isEqualTo(room.now() + Ask.RULES.lease().toMillis());
        assertThat(refusal.message()).contains("lamp");
        room.changes(BLUE, lock("b2", "sofa"));
    }

    @Test
    @DisplayName("L1: a group with an item that is not there is refused as unknown-item, before locked")
    void refusesGroupsWithUnknownItems() {
        var room = RoomInHand.with("sofa");
        room.changes(BLUE, lock("b1", "sofa"));

        var refusal = room.refusal(RED, lock("r1", "sofa", "ghost"));

        assertThat(refusal.code()).isEqualTo(RejectionCode.UNKNOWN_ITEM);
        assertThat(refusal.message()).contains("ghost");
    }

    @Test
    @DisplayName("L4: locking what one holds is answered with the fence and costs no revision")
    void renews() {
        var room = RoomInHand.with("sofa", "lamp");
        room.changes(RED, lock("r1", "sofa", "lamp"));

        assertThat(room.accepted(RED, lock("r2", "sofa")).rev()).isEqualTo(3);
        assertThat(room.accepted(RED, lock("r3", "lamp", "sofa")).rev()).isEqualTo(3);
        assertThat(room.rev()).isEqualTo(3);
    }

    @Test
    @DisplayName("L4: of a group, only what one does not hold yet is granted; the rest keeps its fence")
    void grantsTheRest() {
        var room = RoomInHand.with("sofa", "lamp");
        room.changes(RED, lock("r1", "sofa"));

        var event = (RoomEvent.Locked) room.change(RED, lock("r2", "sofa", "lamp"));

        assertThat(event.items()).isEqualTo(items("lamp"));
        assertThat(room.fence("sofa")).isEqualTo(3);
        assertThat(room.fence("lamp")).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("L2: what somebody else holds is locked, whatever the fence")
    void lockedBySomebodyElse(Function<Long, Request> change) {
        var room = RoomInHand.with("sofa");
        room.changes(BLUE, lock("b1", "sofa", "plan"));

        for (var fence : new long[] {room.fence("sofa"), SOME_FENCE}) {
            var refusal = room.refusal(RED, change.apply(fence));
            assertThat(refusal.code()).isEqualTo(RejectionCode.LOCKED);
            assertThat(refusal.holder()).isEqualTo(BLUE.client());
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("L2: what nobody holds is not-locked")
    void notLocked(Function<Long, Request> change) {
        var room = RoomInHand.with("sofa");

        assertThat(room.refusal(RED, change.apply(SOME_FENCE)).code()).isEqualTo(RejectionCode.NOT_LOCKED);
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("L2: the holder's older fence is a stale-lock, and the message names both")
    void staleLock(Function<Long, Request> change) {
        var room = RoomInHand.with("sofa");
        room.changes(RED, lock("r1", "sofa", "plan"));
        room.changes(RED, unlock("r2", "sofa", "plan"));
        room.changes(RED, lock("r3", "sofa", "plan"));

        var refusal = room.refusal(RED, change.apply(2L));

        assertThat(refusal.code()).isEqualTo(RejectionCode.STALE_LOCK);
        assertThat(refusal.message()).contains("4", "2");
    }

    static Stream<Named<Function<Long, Request>>> changes() {
        return Stream.of(
                Named.of("move", fence -> move("r9", "sofa", 0, fence)),
                Named.of("move with release", fence -> drop("r9", "sofa", 0, fence)),
                Named.of("remove", fence -> remove("r9", "sofa", fence)),
                Named.of("reshape", fence -> reshape("r9", SMALLER, fence)));
    }

    @Test
    @DisplayName(
            "L2: what is not there is an unknown-item, the first of the reasons; so is the plan, which cannot move")
    void unknownItem() {
        var room = RoomInHand.with("sofa");
        room.changes(RED, lock("r1", "plan"));

        for (var item : new String[] {"ghost", "plan"}) {
            assertThat(room.refusal(RED, move("r2", item, 0, 2)).code()).isEqualTo(RejectionCode.UNKNOWN_ITEM);
            assertThat(room.refusal(BLUE, remove("b1", item, 2)).code()).isEqualTo(RejectionCode.UNKNOWN_ITEM);
        }
    }

    @Test
    @DisplayName("L2: a holder that slept through its lease cannot overwrite what another did since")
    void sleepersOverwriteNothing() {
        var room = RoomInHand.with("sofa");
        room.changes(RED, lock("r1", "sofa"));
        var fence = room.fence("sofa");
        room.apply(room.room().release(RED.client(), UnlockReason.EXPIRED, room.now()));
        assertThat(room.refusal(RED, move("r2", "sofa", 9_000, fence)).code()).isEqualTo(RejectionCode.NOT_LOCKED);

        room.changes(BLUE, lock("b1", "sofa"));
        assertThat(room.refusal(RED, move("r3", "sofa", 9_000, fence)).code()).isEqualTo(RejectionCode.LOCKED);

        room.changes(BLUE, drop("b2", "sofa", 1_500, room.fence("sofa")));
        room.changes(RED, lock("r4", "sofa"));
        assertThat(room.refusal(RED, move("r5", "sofa", 9_000, fence)).code()).isEqualTo(RejectionCode.STALE_LOCK);
    }

    @Test
    @DisplayName(
            "L5: what the room takes back from a client is one event by the former holder, without request or user")
    void releases() {
        var room = RoomInHand.with("sofa", "lamp", "rug");
        room.changes(BLUE, lock("b1", "rug"));
        room.changes(RED, lock("r1", "sofa"));
        room.changes(RED, lock("r2", "lamp"));

        var events = room.room().release(RED.client(), UnlockReason.LEFT, room.now());
        room.apply(events);

        var origin = new Origin(room.now(), RED.client(), null, RED.name(), null, null);
        assertThat(events).containsExactly(new RoomEvent.Unlocked(origin, items("lamp", "sofa"), UnlockReason.LEFT));
        assertThat(room.room().locks().holders()).containsExactly(BLUE.client());
        assertThat(room.room().release(RED.client(), UnlockReason.LEFT, room.now()))
                .isEmpty();
    }

    @Test
    @DisplayName("L1: what one holds one can give back, and another can take it then")
    void unlocks() {
        var room = RoomInHand.with("sofa", "lamp");
        room.changes(RED, lock("r1", "sofa", "lamp"));

        var event = room.change(RED, unlock("r2", "sofa"));

        assertThat(event).isEqualTo(new RoomEvent.Unlocked(event.origin(), items("sofa"), UnlockReason.RELEASED));
        assertThat(room.room().locks().byItem()).containsOnlyKeys(new ItemId("lamp"));
        room.changes(BLUE, lock("b1", "sofa"));
    }

    @Test
    @DisplayName("L7: unlocking what one does not hold is not-locked, and gives back nothing of a group")
    void unlocksOnlyWhatItHolds() {
        var room = RoomInHand.with("sofa", "lamp");
        room.changes(RED, lock("r1", "sofa"));
        room.changes(BLUE, lock("b1", "lamp"));

        for (var others : new String[] {"lamp", "plan", "ghost"}) {
            var refusal = room.refusal(RED, unlock("r2", "sofa", others));
            assertThat(refusal.code()).isEqualTo(RejectionCode.NOT_LOCKED);
            assertThat(refusal.message()).contains(others);
        }
    }

    @Test
    @DisplayName("L2: only an owner can take a lock away from another")
    void onlyOwnersForce() {
        var room = RoomInHand.with("sofa");
        room.changes(BLUE, lock("b1", "sofa"));

        assertThat(room.refusal(RED, force("r1", "sofa")).code()).isEqualTo(RejectionCode.FORBIDDEN);
        var event = room.change(OWNER, force("o1", "sofa"));

        assertThat(event).isEqualTo(new RoomEvent.Unlocked(event.origin(), items("sofa"), UnlockReason.FORCED));
        assertThat(event.origin().client()).isEqualTo(OWNER.client());
        assertThat(event.origin().id()).isNotNull();
        assertThat(room.room().locks().all()).isEmpty();
    }

    @Test
    @DisplayName("L7: an owner cannot take away what nobody holds")
    void forcesOnlyWhatIsHeld() {
        var room = RoomInHand.with("sofa", "lamp");
        room.changes(BLUE, lock("b1", "sofa"));

        var refusal = room.refusal(OWNER, force("o1", "sofa", "lamp"));

        assertThat(refusal.code()).isEqualTo(RejectionCode.NOT_LOCKED);
        assertThat(refusal.message()).contains("nobody", "lamp");
    }
}
