package homstyle.room;

import static homstyle.room.Ask.finish;
import static homstyle.room.Ask.lock;
import static homstyle.room.Guests.BLUE;
import static homstyle.room.Guests.RED;
import static homstyle.room.Guests.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.FinishId;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.Sku;
import homstyle.protocol.UnlockReason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a room makes of {@code finish}, and of a finish in {@code place}. */
class FinishesTest {
    private static final ItemId SOFA = new ItemId("sofa");
    private static final FinishId PLAID = new FinishId("plaid");

    @Test
    @DisplayName(
            "F1, R9: the holder gives a piece another finish, which stays where it is; the lock goes with it if asked")
    void finishes() {
        var room = RoomInHand.with("sofa", "lamp");
        var before = room.room().items().get(SOFA);
        assertThat(before.finish()).isNull();
        room.changes(RED, lock("r1", "sofa"));

        var events = room.changes(RED, finish("r2", "sofa", Ask.OAK, room.fence("sofa")));

        var origin = events.getFirst().origin();
        assertThat(events)
                .containsExactly(
                        new RoomEvent.Finished(origin, SOFA, Ask.OAK),
                        new RoomEvent.Unlocked(origin.further(), List.of(SOFA), UnlockReason.RELEASED));
        assertThat(room.room().items().values()).extracting(Item::item).containsExactly(SOFA, new ItemId("lamp"));
        assertThat(room.room().items().get(SOFA)).isEqualTo(before.in(Ask.OAK));
        assertThat(room.room().locks().all()).isEmpty();
    }

    @Test
    @DisplayName("F1, L2: a finish needs the piece's lock")
    void needsTheLock() {
        var room = RoomInHand.with("sofa");
        assertThat(room.refusal(RED, finish("r1", "lamp", Ask.OAK, 1)).code()).isEqualTo(RejectionCode.UNKNOWN_ITEM);
        assertThat(room.refusal(RED, finish("r1", "sofa", Ask.OAK, 1)).code()).isEqualTo(RejectionCode.NOT_LOCKED);
        room.changes(BLUE, lock("r1", "sofa"));
        var fence = room.fence("sofa");
        assertThat(room.refusal(RED, finish("r1", "sofa", Ask.OAK, fence)).code())
                .isEqualTo(RejectionCode.LOCKED);
        assertThat(room.refusal(BLUE, finish("r2", "sofa", Ask.OAK, fence - 1)).code())
                .isEqualTo(RejectionCode.STALE_LOCK);
        assertThat(room.refusal(VIEWER, finish("r1", "sofa", Ask.OAK, fence)).code())
                .isEqualTo(RejectionCode.FORBIDDEN);
    }

    @Test
    @DisplayName("F1, E2: a finish that the product cannot be had in is refused, naming those that it can")
    void refusesWhatThereIsNot() {
        var room = RoomInHand.with("sofa");
        room.changes(RED, lock("r1", "sofa"));

        var refusal = room.refusal(RED, finish("r2", "sofa", PLAID, room.fence("sofa")));

        assertThat(refusal.code()).isEqualTo(RejectionCode.INVALID);
        assertThat(refusal.field()).isEqualTo("finish");
        assertThat(refusal.value()).isEqualTo("plaid");
        assertThat(refusal.expected()).isEqualTo("one of birch, oak of CHAIR-1");
        assertThat(room.refusal(RED, placed("r3", PLAID)).expected()).isEqualTo(refusal.expected());
    }

    @Test
    @DisplayName("F1: a piece that the catalogue no longer has keeps the finish it has")
    void keepsWhatIsNotSoldAnyMore() {
        var room = RoomInHand.with("sofa");
        room.changes(RED, lock("r1", "sofa"));
        var other = new RoomRules(Map.of(new Sku("OTHER"), List.of(Ask.OAK)), 4, Ask.RULES.lease());

        var decision = room.room().decide(finish("r2", "sofa", Ask.OAK, room.fence("sofa")), RED, other, room.now());

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Answer.class,
                        answer -> assertThat(answer.answer())
                                .hasFieldOrPropertyWithValue("code", RejectionCode.UNKNOWN_SKU));
    }

    @Test
    @DisplayName("F1: a piece is placed in a finish, moved in it, and a room made of these has it too")
    void isPlacedInAFinish() {
        var room = new RoomInHand();
        room.changes(RED, placed("r1", Ask.OAK));
        room.changes(RED, lock("r2", "table"));
        room.changes(RED, Ask.move("r3", "table", 1_500, room.fence("table")));

        var items = List.copyOf(room.room().items().values());
        assertThat(items).extracting(Item::finish).containsExactly(Ask.OAK);
        assertThat(items).extracting(Item::x).containsExactly(1_500);
    }

    private static ClientFrame.Place placed(String id, FinishId finish) {
        return new ClientFrame.Place(new RequestId(id), new ItemId("table"), Ask.CHAIR, 1_000, 2_000, 0, finish);
    }
}
