package homstyle.room;

import static homstyle.room.Ask.lock;
import static homstyle.room.Ask.move;
import static homstyle.room.Ask.place;
import static homstyle.room.Ask.rename;
import static homstyle.room.Ask.unlock;
import static homstyle.room.Guests.BLUE;
import static homstyle.room.Guests.RED;
import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.RequestId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Accepted;
import homstyle.protocol.UnlockReason;
import homstyle.room.RoomNotice.Asleep;
import homstyle.room.RoomNotice.Changed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A room leaves memory when nobody asks anything of it, and wakes as it was. */
class RoomSleepTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    /** A room out of a cluster that sleeps answers nobody; what is asked of it before may take a busy machine a while. */
    private static final Duration SHORT = Duration.ofMillis(2_500);

    private static final Duration MOMENT = Duration.ofMillis(200);

    @RegisterExtension
    static final RoomHouse house = RoomHouse.open();

    @Test
    @DisplayName("a room without requests tells its gateways, leaves memory and wakes in the same state")
    void sleeps() {
        var room = house.room(LONG, LONG, SHORT);
        var red = room.seat(RED);
        red.changes(place("r1", "sofa"), rename("r2", "Den"));
        var before = room.state();

        red.hears(Asleep.class);
        room.awaitSleep();

        assertThat(room.wake()).isEqualTo(2);
        assertThat(room.state()).isEqualTo(before);
    }

    @Test
    @DisplayName("R5: a request repeated after the room slept is answered as before")
    void remembersRequestsInItsSleep() {
        var room = house.room(LONG, LONG, SHORT);
        var red = room.seat(RED);
        for (int i = 1; i <= 12; i++) {
            red.changes(rename("r" + i, "Den " + i));
        }
        room.awaitSleep();
        house.awaitSnapshot(room, 12);
        room.wake();

        assertThat(room.seat(RED).isAnswered(rename("r3", "Den 3"))).isEqualTo(new Accepted(new RequestId("r3"), 3));
    }

    @Test
    @DisplayName(
            "a room with more than a few events since its snapshot is stored when it goes to sleep, and replays none")
    void wakesFromASnapshot() {
        var room = house.room(LONG, LONG, SHORT);
        var red = room.seat(RED);
        red.changes(place("r0", "sofa"));
        for (int i = 1; i <= 12; i++) {
            red.changes(rename("r" + i, "Den " + i));
        }
        var before = room.state();
        room.awaitSleep();
        house.awaitSnapshot(room, 13);

        house.forgetEvents(room);

        assertThat(room.wake()).isEqualTo(13);
        assertThat(room.state()).isEqualTo(before);
    }

    @Test
    @DisplayName("a room that never rests is stored every 1,000 events without waiting for that")
    void isStoredNowAndThen() {
        var room = house.room(LONG, LONG, LONG);
        var red = room.seat(RED);
        for (int i = 0; i < 1_010; i++) {
            red.changes(rename("r" + i, "Den " + i));
        }

        house.awaitSnapshot(room, 1_000);
    }

    @Test
    @DisplayName("L4: a room with live locks stays awake until they end, and sleeps then")
    void staysAwakeForLocks() {
        var room = house.room(SHORT.plusSeconds(1), LONG, SHORT);
        var red = room.seat(RED);
        red.changes(place("r1", "sofa"), lock("r2", "sofa"));

        assertThat(red.hearsOf(ServerFrame.Unlocked.class).reason()).isEqualTo(UnlockReason.EXPIRED);
        red.hears(Asleep.class);
        room.awaitSleep();
    }

    @Test
    @DisplayName("L6: a room that is stopped with live locks asks to be woken, so that they end")
    void asksToBeWokenForLocks() {
        var room = house.room(LONG, LONG, LONG);
        var red = room.seat(RED);
        red.changes(place("r1", "sofa"), lock("r2", "sofa"));

        room.tell(RoomCommand.Stop.NOW);
        room.awaitSleep();

        room.later().expectMessage(RoomCommand.CheckLeases.NOW);
    }

    @Test
    @DisplayName("M1 P1: drags and members that are named do not keep a room awake")
    void isNotKeptAwakeByMotion() {
        var room = house.room(LONG, LONG, SHORT);
        var red = room.seat(RED);
        red.changes(place("r1", "sofa"));
        var tries = 0;
        do {
            red.drags();
            room.tell(new RoomCommand.Present(red.gateway().getRef(), List.of(red.member()), 1));
            assertThat(++tries).isLessThan(50);
        } while (!red.heardWithin(Asleep.class, MOMENT));

        room.awaitSleep();
    }

    @Test
    @DisplayName("R8: a gateway that answers a waking room late is told what was stored meanwhile")
    void bringsGatewaysForward() {
        var room = house.room();
        var red = room.seat(RED);
        red.changes(place("r1", "sofa"));
        room.stop();
        room.wake();
        var fence = red.changes(lock("r2", "sofa")).rev();
        red.changes(move("r3", "sofa", 1_500, fence), unlock("r4", "sofa"));

        var blue = room.seat(BLUE);
        room.tell(new RoomCommand.Present(blue.gateway().getRef(), List.of(blue.member()), 1));

        assertThat(blue.hears(Changed.class).changes())
                .extracting(change -> change.rev())
                .containsExactly(2L, 3L, 4L);
        red.changes(rename("r5", "Den"));
        assertThat(blue.hearsOf(ServerFrame.Renamed.class).rev()).isEqualTo(5);
    }
}
