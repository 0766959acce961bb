package homstyle.room;

import static homstyle.room.Ask.lock;
import static homstyle.room.Ask.move;
import static homstyle.room.Ask.place;
import static homstyle.room.Guests.BLUE;
import static homstyle.room.Guests.RED;
import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Accepted;
import homstyle.protocol.UnlockReason;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When locks end by themselves. Each test measures by the times the room gives its own events. */
class RoomLeasesTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    /** For what has to come before the end of a lease, also where a busy machine stands still for a second or two. */
    private static final Duration LONGER = Duration.ofMillis(2_500);

    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    static final RoomHouse house = RoomHouse.open();

    @BeforeAll
    static void open() {
        // The first change of all takes long, and no lease should run meanwhile.
        house.room().seat(RED).changes(place("r1", "sofa"));
    }

    @Test
    @DisplayName("L4: a lease that is not renewed ends, and everybody is told")
    void expires() {
        var room = house.room(SHORT, LONG);
        var blue = room.seat(BLUE);
        blue.joins(null);
        var red = room.seat(RED);
        var lockedAt = red.changes(place("r1", "sofa"), place("r2", "lamp"), lock("r3", "sofa", "lamp"))
                .at();
        blue.hears(RoomNotice.Changed.class);

        var unlocked = red.hearsOf(ServerFrame.Unlocked.class);

        assertThat(unlocked.reason()).isEqualTo(UnlockReason.EXPIRED);
        assertThat(unlocked.items()).isEqualTo(Ask.items("lamp", "sofa"));
        assertThat(unlocked.by()).isEqualTo(RED.client());
        assertThat(unlocked.id()).isNull();
        assertThat(unlocked.at()).isGreaterThanOrEqualTo(lockedAt + SHORT.toMillis());
        assertThat(blue.hearsOf(ServerFrame.Unlocked.class)).isEqualTo(unlocked);
        assertThat(room.state().locks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("signsOfLife")
    @DisplayName("L4: each sign of its holder's life begins the lease of all it holds anew")
    void isRenewed(Consumer<Seat> signOfLife) {
        var room = house.room(LONGER, LONG);
        var red = room.seat(RED);
        red.changes(place("r1", "sofa"), place("r2", "lamp"), lock("r3", "sofa", "lamp"));
        red.gateway().expectNoMessage(SHORT.dividedBy(3));

        var renewedAt = System.currentTimeMillis();
        signOfLife.accept(red);

        var unlocked = red.hearsOf(ServerFrame.Unlocked.class);
        assertThat(unlocked.items()).isEqualTo(Ask.items("lamp", "sofa"));
        assertThat(unlocked.at()).isGreaterThanOrEqualTo(renewedAt + LONGER.toMillis());
    }

    static Stream<Named<Consumer<Seat>>> signsOfLife() {
        return Stream.of(
                Named.of(
                        "locking what it holds",
                        red -> assertThat(red.isAnswered(lock("r4", "lamp")))
                                .isEqualTo(new Accepted(lock("r4", "lamp").id(), 3))),
                Named.of("moving", red -> red.changes(move("r4", "sofa", 1_500, 3))),
                Named.of("dragging", Seat::drags));
    }

    @Test
    @DisplayName("L4: another's signs of life renew nothing")
    void isNotRenewedByOthers() {
        var room = house.room(LONGER, LONG);
        var red = room.seat(RED);
        red.changes(place("r1", "sofa"), place("r2", "lamp"), lock("r3", "sofa"));
        red.gateway().expectNoMessage(SHORT.dividedBy(3));

        var blue = room.seat(BLUE);
        var lockedAt = blue.changes(lock("b1", "lamp")).at();
        red.hearsOf(ServerFrame.Locked.class);

        assertThat(red.hearsOf(ServerFrame.Unlocked.class).by()).isEqualTo(RED.client());
        var last = red.hearsOf(ServerFrame.Unlocked.class);
        assertThat(last.by()).isEqualTo(BLUE.client());
        assertThat(last.at()).isGreaterThanOrEqualTo(lockedAt + LONGER.toMillis());
    }

    @Test
    @DisplayName("L5: the locks of a client that is gone end after the grace time")
    void endsAfterTheGrace() {
        var room = house.room(LONG, SHORT);
        var red = room.seat(RED);
        red.joins(null);
        red.changes(place("r1", "sofa"), lock("r2", "sofa"));

        var leftAt = System.currentTimeMillis();
        red.leaves();

        var unlocked = red.hearsOf(ServerFrame.Unlocked.class);
        assertThat(unlocked.reason()).isEqualTo(UnlockReason.LEFT);
        assertThat(unlocked.by()).isEqualTo(RED.client());
        assertThat(unlocked.at()).isGreaterThanOrEqualTo(leftAt + SHORT.toMillis());
    }

    @Test
    @DisplayName("L5: a client that comes back in time keeps its locks and their fences")
    void keepsWhatComesBack() {
        var room = house.room(LONG, SHORT);
        var red = room.seat(RED);
        red.changes(place("r1", "sofa"), lock("r2", "sofa"));
        var resumed = room.seat(RED);

        red.leaves();
        resumed.joins(2L);

        resumed.gateway().expectNoMessage(SHORT.multipliedBy(2));
        assertThat(resumed.changes(move("r3", "sofa", 1_500, 2)).rev()).isEqualTo(3);
    }

    @Test
    @DisplayName("L5: with its gateway's node all of a node's clients are gone")
    void endsWithTheNode() {
        var room = house.room(LONG, SHORT);
        var blue = room.seat(BLUE);
        blue.joins(null);
        var red = room.seat(RED);
        red.joins(null);
        red.changes(place("r1", "sofa"), lock("r2", "sofa"));
        blue.hears(RoomNotice.Changed.class);

        red.gateway().stop();

        var unlocked = blue.hearsOf(ServerFrame.Unlocked.class);
        assertThat(unlocked.reason()).isEqualTo(UnlockReason.LEFT);
        assertThat(unlocked.by()).isEqualTo(RED.client());
    }

    @Test
    @DisplayName("L6: locks outlive the room's sleep, fences and all")
    void outliveSleep() {
        var room = house.room();
        room.seat(RED).changes(place("r1", "sofa"), lock("r2", "sofa", "plan"));
        var locks = room.state().locks();
        room.stop();
        room.wake();

        assertThat(room.state().locks()).isEqualTo(locks).hasSize(2);
        room.seat(RED).changes(move("r3", "sofa", 1_500, 2));
    }

    @Test
    @DisplayName("L6: a lease begins afresh when the room wakes, and ends then")
    void beginAfresh() {
        var room = house.room(LONGER, LONG);
        var red = room.seat(RED);
        red.changes(place("r1", "sofa"), lock("r2", "sofa"));
        room.stop();
        red.gateway().expectNoMessage(SHORT);
        var wokenAt = System.currentTimeMillis();
        room.wake();
        room.tell(new RoomCommand.Present(red.gateway().getRef(), List.of(red.member()), 2));

        assertThat(room.state().locks()).hasSize(1);
        var unlocked = red.hearsOf(ServerFrame.Unlocked.class);
        assertThat(unlocked.reason()).isEqualTo(UnlockReason.EXPIRED);
        assertThat(unlocked.at()).isGreaterThanOrEqualTo(wokenAt + LONGER.toMillis());
    }
}
