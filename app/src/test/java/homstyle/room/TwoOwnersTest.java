package homstyle.room;

import static homstyle.room.Ask.lock;
import static homstyle.room.Ask.move;
import static homstyle.room.Ask.place;
import static homstyle.room.Ask.rename;
import static homstyle.room.Guests.BLUE;
import static homstyle.room.Guests.OWNER;
import static homstyle.room.Guests.RED;
import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ServerFrame.Change;
import homstyle.room.RoomNotice.Changed;
import homstyle.room.RoomNotice.NotStored;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What must not happen and does, when a cluster falls apart: a room lives twice, and both write. */
class TwoOwnersTest {
    private static final int CHANGES = 6;

    @RegisterExtension
    static final RoomHouse house = RoomHouse.open();

    /** Asks for a change until it is stored; the revisions that were acknowledged, and whether another one was refused. */
    private record Writer(Seat seat, String name, List<Long> acknowledged) implements Callable<Integer> {
        Writer(Seat seat, String name) {
            this(seat, name, new ArrayList<>());
        }

        @Override
        public Integer call() {
            var refused = 0;
            for (int change = 1; change <= CHANGES; change++) {
                var request = rename(name + change, name + " " + change);
                while (!isStored(request)) {
                    refused++;
                }
            }
            return refused;
        }

        private boolean isStored(Request request) {
            seat.sends(request);
            while (true) {
                switch (seat.hears(RoomNotice.class)) {
                    case NotStored _ -> {
                        return false;
                    }
                    case Changed changed
                    when changed.answers() != null -> {
                        changed.changes().forEach(stored -> acknowledged.add(stored.rev()));
                        return true;
                    }
                    default -> {}
                }
            }
        }
    }

    @Test
    @DisplayName("R3: an owner that missed another's last change reads the journal anew for a client that has seen it")
    void resumesFromWhatItMissed() {
        var room = house.room();
        room.seat(RED).changes(rename("r1", "Den"));
        var twin = room.twin();
        room.seat(RED).changes(rename("r2", "Hall"));
        var blue = twin.seat(BLUE);

        twin.tell(new RoomCommand.Join(blue.gateway().getRef(), blue.member(), 2L));
        readsAnew(twin, 2);

        assertThat(blue.hears(RoomNotice.Resumed.class).rev()).isEqualTo(2);
    }

    @Test
    @DisplayName("L2: an owner that missed another's last grant reads the journal anew before it judges a fence")
    void knowsTheFenceItMissed() {
        var room = house.room();
        var red = room.seat(RED);
        red.changes(place("r1", "sofa"));
        var twin = room.twin();
        var fence = red.changes(lock("r2", "sofa")).rev();
        var again = twin.seat(RED);

        again.sends(move("r3", "sofa", 1_500, fence));
        readsAnew(twin, fence);

        assertThat(again.hears(Changed.class).changes()).extracting(Change::rev).containsExactly(fence + 1);
    }

    @Test
    @DisplayName("R8: an owner that missed another's last change reads the journal anew when a gateway has it")
    void hearsOfWhatItMissed() {
        var room = house.room();
        var twin = room.twin();
        room.seat(RED).changes(rename("r1", "Den"));
        var blue = twin.seat(BLUE);

        twin.tell(new RoomCommand.Present(blue.gateway().getRef(), List.of(blue.member()), 1));

        readsAnew(twin, 1);
    }

    @Test
    @DisplayName("R4: a revision that nobody stored is no reason to read anew")
    void doesNotBelieveInventions() {
        var room = house.room();
        room.seat(RED).changes(rename("r1", "Den"));

        assertThat(room.seat(BLUE).joins(99L)).isInstanceOf(RoomNotice.Welcomed.class);
        assertThat(room.state().rev()).isEqualTo(1);
    }

    /** Its cluster lets it leave memory and wakes it again with what it was just asked. */
    private static void readsAnew(LiveRoom room, long rev) {
        room.awaitSleep();
        var asked = room.later().receiveMessage();
        assertThat(room.wake()).isEqualTo(rev);
        room.tell(asked);
    }

    @Test
    @DisplayName(
            "R1 R2 R5: of two owners that write at once one is refused, and what was acknowledged is in one history once")
    void oneHistorySurvives() throws Exception {
        var room = house.room();
        var twin = room.twin();
        var neighbour = new Writer(house.room().seat(OWNER), "owner");
        var red = new Writer(room.seat(RED), "red");
        var blue = new Writer(twin.seat(BLUE), "blue");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = threads.invokeAll(List.of(red, blue, neighbour));
            assertThat(running.get(0).get() + running.get(1).get()).isPositive();
            assertThat(running.get(2).get()).isZero();
        }

        var all = new ArrayList<>(red.acknowledged());
        all.addAll(blue.acknowledged());
        assertThat(all).hasSize(2 * CHANGES).doesNotHaveDuplicates();
        assertThat(house.reader().highest(room.persistenceId())).isEqualTo(2 * CHANGES);
        // Whoever was refused last has read what the other stored; the other finds out when it writes.
        red.seat().sends(rename("red-end", "End"));
        blue.seat().sends(rename("blue-end", "End"));
        assertThat(List.of(room.state().rev(), twin.state().rev())).contains(2L * CHANGES + 1);
    }
}
