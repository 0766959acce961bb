package homstyle.room;

import static homstyle.room.Ask.drop;
import static homstyle.room.Ask.lock;
import static homstyle.room.Ask.place;
import static homstyle.room.Ask.rename;
import static homstyle.room.Ask.unlock;
import static homstyle.room.Guests.BLUE;
import static homstyle.room.Guests.OWNER;
import static homstyle.room.Guests.RED;
import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.Plan;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.RoomDraft;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Accepted;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.ServerFrame.Rejected;
import homstyle.protocol.Title;
import homstyle.room.RoomCommand.Creation;
import homstyle.room.RoomNotice.Changed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The room's actor on the real journal: what it tells whom, and when. */
class RoomEntityTest {
    @RegisterExtension
    static final RoomHouse house = RoomHouse.open();

    private record Heard(long rev, long journalHead) {}

    @Test
    @DisplayName("R2: whatever a gateway is told of is in the journal at that moment")
    void storesThenTells() {
        var room = house.room();
        TestProbe<Heard> heard = house.kit().createTestProbe();
        var gateway = house.kit().spawn(Behaviors.<RoomNotice>receiveMessage(notice -> {
            var changes = ((Changed) notice).changes();
            heard.ref().tell(new Heard(changes.getLast().rev(), house.reader().highest(room.persistenceId())));
            return Behaviors.same();
        }));
        var member = room.seat(RED).member();

        for (int i = 1; i <= 50; i++) {
            room.tell(new RoomCommand.Requests(gateway, member, i, null, List.of(rename("r" + i, "Room " + i))));
            assertThat(heard.receiveMessage()).isEqualTo(new Heard(i, i));
        }
    }

    @Test
    @DisplayName("R2: while the journal cannot commit, nobody is told; then everybody is")
    void waitsForTheCommit() throws SQLException {
        var room = house.room();
        var red = room.seat(RED);
        var blue = room.seat(BLUE);
        blue.joins(null);

        try (var _ = house.writeLock()) {
            red.sends(rename("r1", "Attic"));
            red.gateway().expectNoMessage(Duration.ofMillis(300));
            blue.gateway().expectNoMessage(Duration.ofMillis(1));
        }

        assertThat(red.hears(Changed.class).changes()).hasSize(1);
        assertThat(blue.hearsOf(ServerFrame.Renamed.class).rev()).isEqualTo(1);
    }

    @Test
    @DisplayName("R3: two gateways hear of every revision, once, in order; only the asking one gets the answers")
    void tellsAllGatewaysTheSame() {
        var room = house.room();
        var red = room.seat(RED);
        var blue = room.seat(BLUE);
        red.joins(null);
        blue.joins(null);

        for (int i = 1; i <= 100; i++) {
            red.sends(rename("r" + i, "Room " + i));
            blue.sends(rename("b" + i, "Chamber " + i), drop("b-" + i, "ghost", 0, 0));
        }

        assertHearsAll(red, List.of());
        assertHearsAll(blue, List.of(RejectionCode.UNKNOWN_ITEM));
    }

    private static void assertHearsAll(Seat seat, List<RejectionCode> refusals) {
        var changes = new ArrayList<Change>();
        long batch = 0;
        while (changes.size() < 200) {
            var changed = seat.hears(Changed.class);
            changes.addAll(changed.changes());
            var own = changed.changes().getFirst().by().equals(seat.member().id());
            assertThat(changed.answers() != null).isEqualTo(own);
            if (own) {
                assertThat(changed.answers().number()).isEqualTo(++batch);
                assertThat(changed.answers().frames())
                        .extracting(answer -> ((Rejected) answer).code())
                        .isEqualTo(refusals);
            }
        }
        assertThat(changes)
                .extracting(Change::rev)
                .isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(batch).isEqualTo(100);
    }

    @Test
    @DisplayName("E3: what is only refused goes to the asking gateway alone and stores nothing")
    void refusesQuietly() {
        var room = house.room();
        var red = room.seat(RED);
        var blue = room.seat(BLUE);
        blue.joins(null);

        var answer = (Rejected) red.isAnswered(lock("r1", "ghost"));

        assertThat(answer.code()).isEqualTo(RejectionCode.UNKNOWN_ITEM);
        assertThat(room.state().rev()).isZero();
        blue.gateway().expectNoMessage(Duration.ofMillis(50));
    }

    @Test
    @DisplayName("R7: the requests of a batch see what those before them did")
    void appliesBatchesInOrder() {
        var red = house.room().seat(RED);

        var changed =
                red.asks(place("r1", "sofa"), lock("r2", "sofa"), drop("r3", "sofa", 1_500, 2), lock("r2", "sofa"));

        assertThat(changed.changes()).extracting(Change::rev).containsExactly(1L, 2L, 3L, 4L);
        assertThat(changed.changes().get(2).id()).isEqualTo(new RequestId("r3"));
        assertThat(changed.changes().get(3).id()).isNull();
        assertThat(changed.answers())
                .isEqualTo(red.answers(changed.answers().stay(), new Accepted(new RequestId("r2"), 2)));
    }

    @Test
    @DisplayName("R7: a batch that arrives twice, or after a later one, is ignored")
    void ignoresOldBatches() {
        var room = house.room();
        var red = room.seat(RED);
        red.changes(rename("r1", "Attic"));
        red.changes(rename("r2", "Cellar"));

        red.sendsAs(2, rename("r3", "Pantry"));
        red.sendsAs(1, rename("r4", "Shed"));

        assertThat(red.changes(rename("r5", "Hall")).rev()).isEqualTo(3);
        assertThat(room.state().title()).isEqualTo(new Title("Hall"));
    }

    @Test
    @DisplayName("E3: what was refused is not stored when a copy of its batch reaches the room after that has moved")
    void decidesOnceWhereverItLives() {
        var room = house.room();
        var red = room.seat(RED);
        var blue = room.seat(BLUE);
        blue.changes(place("b1", "sofa"), lock("b2", "sofa"));
        var first = red.learnsStay("", 1, lock("r1", "sofa"));
        red.sendsFor(first, 1, lock("r1", "sofa"));
        var refused = red.hears(Changed.class).answers();
        assertThat(((Rejected) refused.frames().getFirst()).code()).isEqualTo(RejectionCode.LOCKED);
        assertThat(refused.stay()).isEqualTo(first);

        room.stop();
        room.wake();
        blue.changes(unlock("b3", "sofa"));
        var second = red.learnsStay(first, 1, lock("r1", "sofa"));

        assertThat(second).isNotEqualTo(first);
        assertThat(room.state().locks()).isEmpty();
        red.sendsFor(second, 2, lock("r2", "sofa"));
        assertThat(red.hears(Changed.class).changes()).hasSize(1);
    }

    @Test
    @DisplayName("R6: what an older connection of the client still says changes nothing")
    void ignoresStaleConnections() {
        var room = house.room();
        var old = room.seat(RED);
        old.joins(null);
        old.changes(place("r1", "sofa"), lock("r2", "sofa"));
        var resumed = room.seat(RED);
        resumed.joins(2L);
        old.hears(RoomNotice.Replaced.class);

        old.sends(rename("r3", "Attic"));
        old.hears(RoomNotice.Replaced.class);
        assertThat(old.joins(2L)).isInstanceOf(RoomNotice.Replaced.class);
        old.sends(rename("r3", "Attic"));
        old.hears(RoomNotice.Replaced.class);
        old.leaves();

        assertThat(resumed.changes(drop("r4", "sofa", 1_500, 2)).rev()).isEqualTo(4);
        assertThat(room.state().title()).isEqualTo(Room.NEW.title());
        assertThat(old.hears(Changed.class).answers()).isNull();
    }

    @Test
    @DisplayName("R5: a request of before is known after the room has slept, by another connection too")
    void remembersRequestsWhileAsleep() {
        var room = house.room();
        room.seat(RED).changes(rename("r1", "Attic"));
        room.seat(BLUE).changes(rename("b1", "Cellar"));
        room.stop();
        assertThat(room.wake()).isEqualTo(2);

        assertThat(room.seat(RED).isAnswered(rename("r1", "Attic"))).isEqualTo(new Accepted(new RequestId("r1"), 1));
        assertThat(room.state().title()).isEqualTo(new Title("Cellar"));
    }

    @Test
    @DisplayName("R1: joining and describing store nothing; creating is told to whom it concerns and happens once")
    void isCreatedOnce() {
        var room = house.room();
        var blue = room.seat(BLUE);
        assertThat(blue.joins(null))
                .isEqualTo(new RoomNotice.Welcomed(blue.connection(), null, RoomState.of(Room.NEW)));
        assertThat(house.reader().highest(room.persistenceId())).isZero();

        var draft = new RoomDraft(null, new Title("Attic"), Plan.rectangle(3_000, 3_000, 2_400));
        TestProbe<Creation> asking = house.kit().createTestProbe();
        for (int i = 0; i < 2; i++) {
            room.tell(new RoomCommand.Create(
                    OWNER, draft, List.of(place("-", "sofa").placed()), asking.getRef()));
        }

        asking.expectMessage(Creation.CREATED);
        asking.expectMessage(Creation.EXISTS);
        assertThat(blue.hears(Changed.class).changes())
                .satisfiesExactly(
                        created -> assertThat(created).isInstanceOf(ServerFrame.Created.class),
                        placed -> assertThat(placed).isInstanceOf(ServerFrame.Placed.class));
        assertThat(room.state().title()).isEqualTo(draft.title());
        assertThat(house.reader().highest(room.persistenceId())).isEqualTo(2);
    }
}
