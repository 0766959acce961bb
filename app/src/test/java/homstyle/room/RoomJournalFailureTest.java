package homstyle.room;

import static homstyle.room.Ask.lock;
import static homstyle.room.Ask.move;
import static homstyle.room.Ask.place;
import static homstyle.room.Ask.rename;
import static homstyle.room.Guests.BLUE;
import static homstyle.room.Guests.OWNER;
import static homstyle.room.Guests.RED;
import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.RequestId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Accepted;
import homstyle.protocol.Title;
import homstyle.protocol.UnlockReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a room does when its journal fails: tells nobody a lie, and goes on by itself when it can. */
class RoomJournalFailureTest {
    /** Longer than a busy machine stands still. */
    private static final Duration SHORT = Duration.ofMillis(2_500);

    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    static final RoomHouse house = RoomHouse.open();

    @AfterEach
    void mend() {
        house.refuseNoMore();
    }

    @Test
    @DisplayName("E4: what cannot be stored is answered so, told to nobody, and can be sent again with the same id")
    void recoversByItself() {
        var room = house.room();
        var blue = room.seat(BLUE);
        blue.joins(null);
        var red = room.seat(RED);
        red.changes(rename("r1", "Attic"));
        blue.hearsOf(ServerFrame.Renamed.class);

        house.refuse(room);
        red.isNotStored(rename("r2", "Cellar"), place("r3", "sofa"));
        red.isNotStored(rename("r2", "Cellar"));
        house.refuseNoMore();

        assertThat(red.changes(rename("r2", "Cellar"), place("r3", "sofa")).rev())
                .isEqualTo(3);
        assertThat(blue.hears(RoomNotice.Changed.class).changes()).hasSize(2);
        assertThat(room.state().title()).isEqualTo(new Title("Cellar"));
        assertThat(house.reader().highest(room.persistenceId())).isEqualTo(3);
    }

    @Test
    @DisplayName("E4: what others ask while the room recovers is done when it has")
    void keepsWhatComesMeanwhile() {
        var room = house.room();
        var red = room.seat(RED);
        var blue = room.seat(BLUE);

        house.refuse(room, "placed");
        red.isNotStored(place("r1", "sofa"), place("r2", "lamp"), place("r3", "rug"), rename("r4", "Attic"));

        assertThat(blue.changes(rename("b1", "Cellar")).rev()).isEqualTo(1);
        assertThat(room.awake().receiveMessage()).isZero();
    }

    @Test
    @DisplayName("E4: what comes between the refusals of a write of many events is done too, and nothing has to push")
    void keepsWhatComesBetween() {
        var room = house.room();
        var red = room.seat(RED);
        var blue = room.seat(BLUE);
        var sofas = IntStream.range(0, 100).mapToObj(n -> place("r" + n, "sofa-" + n));

        house.refuse(room, "placed");
        red.sends(sofas.toArray(ClientFrame.Request[]::new));
        // A hundred refusals come within some milliseconds, with these before, between and after them.
        var end = System.nanoTime() + Duration.ofMillis(60).toNanos();
        var sent = 0;
        while (System.nanoTime() < end) {
            blue.sends(rename("b" + ++sent, "Attic " + sent));
            LockSupport.parkNanos(100_000);
        }

        for (int answered = 0; answered < sent; answered++) {
            blue.hears(RoomNotice.Changed.class);
        }
        red.hears(RoomNotice.NotStored.class);
    }

    @Test
    @DisplayName("R5: a change that was stored and yet reported as failed is not applied twice")
    void appliesOnceWhatWasReportedAsFailed() {
        var room = house.room();
        var red = room.seat(RED);
        red.changes(rename("r1", "Attic"));

        house.storeAgain(room, "r1", "r2");
        red.isNotStored(rename("r2", "Attic"));

        assertThat(red.isAnswered(rename("r2", "Attic"))).isEqualTo(new Accepted(new RequestId("r2"), 2));
        assertThat(room.state().rev()).isEqualTo(2);
    }

    @Test
    @DisplayName("R4: what was stored and yet reported as failed is not left out of a resume")
    void leavesNothingOutOfAResume() {
        var room = house.room();
        var red = room.seat(RED);
        red.changes(rename("r1", "Attic"));

        house.storeAgain(room, "r1", "r2");
        red.isNotStored(rename("r2", "Attic"));

        assertThat(room.awake().receiveMessage()).isEqualTo(2);
        var blue = room.seat(BLUE);
        assertThat(blue.joins(1L)).isEqualTo(new RoomNotice.ReadJournal(blue.connection(), 1, 3));
        red.changes(rename("r3", "Cellar"));
        blue.hearsOf(ServerFrame.Renamed.class);
        assertThat(blue.joins(0L)).isEqualTo(new RoomNotice.ReadJournal(blue.connection(), 0, 3));
    }

    @Test
    @DisplayName("L4: leases end on time again after the room has recovered")
    void leasesGoOn() {
        var room = house.room(SHORT, LONG);
        var red = room.seat(RED);
        house.refuse(room, "moved");
        red.changes(place("r1", "sofa"), lock("r2", "sofa"));

        red.isNotStored(move("r3", "sofa", 1_500, 2));

        var unlocked = red.hearsOf(ServerFrame.Unlocked.class);
        assertThat(unlocked.reason()).isEqualTo(UnlockReason.EXPIRED);
    }

    @Test
    @DisplayName("L4: a lock whose end could not be stored ends when it can")
    void endsLater() {
        var room = house.room(SHORT, LONG);
        var red = room.seat(RED);
        house.refuse(room, "unlocked");
        red.changes(place("r1", "sofa"), lock("r2", "sofa"));

        assertThat(room.awake().receiveMessage()).isEqualTo(2);
        assertThat(room.state().locks()).hasSize(1);
        house.refuseNoMore();

        red.hearsOf(ServerFrame.Unlocked.class);
        assertThat(room.state().locks()).isEmpty();
    }

    @Test
    @DisplayName("L5: the locks of a client that went while the room recovered end after the grace time")
    void endsWithItsHolder() {
        var room = house.room(LONG, SHORT);
        var red = room.seat(RED);
        var owner = room.seat(OWNER);
        red.joins(null);
        owner.joins(null);
        red.changes(place("r1", "sofa"), lock("r2", "sofa"));
        owner.hears(RoomNotice.Changed.class);

        house.refuse(room);
        owner.isNotStored(rename("o1", "Attic"));
        red.leaves();
        house.refuseNoMore();

        assertThat(owner.hearsOf(ServerFrame.Unlocked.class).reason()).isEqualTo(UnlockReason.LEFT);
    }

    @Test
    @DisplayName(
            "E4: who names a revision while the journal is away does not send the room away, and is heard when it is back")
    void staysWhenItCannotCheck() {
        var room = house.room();
        var red = room.seat(RED);
        red.changes(rename("r1", "Attic"));
        var blue = room.seat(BLUE);
        var invented = new RoomCommand.Join(blue.gateway().getRef(), blue.member(), 99L);

        house.hideJournal();
        try {
            room.tell(invented);
            red.sends(move("r2", "sofa", 1_500, 99));
            room.tell(new RoomCommand.Present(blue.gateway().getRef(), List.of(blue.member()), 99));

            assertThat(room.state().title()).isEqualTo(new Title("Attic"));
            assertThat(room.seat(OWNER).joins(null)).isInstanceOf(RoomNotice.Welcomed.class);
            room.later().expectNoMessage(Duration.ofMillis(100));
        } finally {
            house.showJournal();
        }

        room.tell(invented);
        blue.hears(RoomNotice.Welcomed.class);
        assertThat(red.isAnswered(move("r2", "sofa", 1_500, 99))).isInstanceOf(ServerFrame.Rejected.class);
        red.changes(rename("r3", "Cellar"));
        blue.hearsOf(ServerFrame.Renamed.class);
    }
}
