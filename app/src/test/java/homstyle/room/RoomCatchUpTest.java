package homstyle.room;

import static homstyle.room.Ask.rename;
import static homstyle.room.Guests.BLUE;
import static homstyle.room.Guests.RED;
import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ServerFrame.Change;
import homstyle.room.RoomNotice.ReadJournal;
import homstyle.room.RoomNotice.Resumed;
import homstyle.room.RoomNotice.Welcomed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a member gets what it missed. */
class RoomCatchUpTest {
    @RegisterExtension
    static final RoomHouse house = RoomHouse.open();

    @Test
    @DisplayName("R4: what was stored since the room woke comes from memory, exactly what is missing")
    void resumesFromMemory() {
        var room = house.room();
        room.seat(RED).changes(renames(1, 5));
        var blue = room.seat(BLUE);

        for (long since = 0; since <= 5; since++) {
            var resumed = (Resumed) blue.joins(since);
            assertThat(resumed.connection()).isEqualTo(blue.connection());
            assertThat(resumed.from()).isEqualTo(since);
            assertThat(resumed.rev()).isEqualTo(5);
            assertThat(resumed.missed()).extracting(Change::rev).isEqualTo(revisions(since + 1, 5));
        }
    }

    @Test
    @DisplayName("R4: what was stored before the room woke is to be read in the journal, up to where memory begins")
    void sendsToTheJournal() {
        var room = house.room();
        room.seat(RED).changes(renames(1, 5));
        room.stop();
        room.wake();
        var blue = room.seat(BLUE);

        assertThat(blue.joins(2L)).isEqualTo(new ReadJournal(blue.connection(), 2, 6));
        assertThat(((Resumed) blue.joins(5L)).missed()).isEmpty();

        room.seat(RED, blue.gateway()).changes(renames(6, 7));
        assertThat(blue.joins(4L)).isEqualTo(new ReadJournal(blue.connection(), 4, 6));
        assertThat(((Resumed) blue.joins(5L)).missed()).extracting(Change::rev).containsExactly(6L, 7L);
    }

    @Test
    @DisplayName("R4: the journal's part is the same frames that were told when they were stored")
    void readsTheSameFrames() {
        var room = house.room();
        var told = room.seat(RED).asks(renames(1, 5)).changes();
        var journal = new RoomJournal(house.reader(), Runnable::run);

        var read = journal.changes(room.id(), 3, 4).toCompletableFuture().join();

        assertThat(read).isEqualTo(told.subList(2, 4));
        assertThat(journal.head(room.id())).isEqualTo(5);
        assertThat(journal.stateAt(room.id(), 5).toCompletableFuture().join()).isEqualTo(room.state());
        assertThat(journal.at(room.id(), 3).title()).hasToString("Room 3");
    }

    @Test
    @DisplayName("C5: so many pasts are read or wait at once; one more is refused, until one of them is there")
    void refusesTooManyPasts() {
        var room = house.room();
        room.seat(RED).asks(renames(1, 5));
        var waiting = new ArrayDeque<Runnable>();
        var journal = new RoomJournal(house.reader(), waiting::add);

        for (int asked = 0; asked < RoomJournal.MOST_PASTS; asked++) {
            assertThat(journal.stateAt(room.id(), 3).toCompletableFuture()).isNotDone();
        }
        for (int refused = 0; refused < 500; refused++) {
            assertThat(journal.stateAt(room.id(), 3).toCompletableFuture())
                    .isCompletedExceptionally()
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCauseInstanceOf(RoomJournal.Busy.class);
        }
        assertThat(waiting).hasSize(RoomJournal.MOST_PASTS);

        waiting.remove().run();
        var next = journal.stateAt(room.id(), 3).toCompletableFuture();
        assertThat(next).isNotDone();
        waiting.forEach(Runnable::run);
        assertThat(next.join().title()).hasToString("Room 3");
    }

    @Test
    @DisplayName("R4: who has nothing, or is ahead of the room, gets the whole room")
    void welcomes() {
        var room = house.room();
        room.seat(RED).changes(renames(1, 2));
        var blue = room.seat(BLUE);

        for (var since : new Long[] {null, 3L, Long.MAX_VALUE}) {
            assertThat(blue.joins(since)).isEqualTo(new Welcomed(blue.connection(), since, room.state()));
        }
    }

    @Test
    @DisplayName("R4: 1,000 missing revisions are sent; with one more it is the whole room")
    void welcomesThoseFarBehind() {
        var room = house.room();
        var red = room.seat(RED);
        for (int first = 1; first < 1_005; first += 67) {
            red.changes(renames(first, first + 66));
        }
        var blue = room.seat(BLUE);

        assertThat(((Resumed) blue.joins(5L)).missed()).extracting(Change::rev).isEqualTo(revisions(6, 1_005));
        assertThat(blue.joins(4L)).isInstanceOf(Welcomed.class);

        room.stop();
        room.wake();
        assertThat(blue.joins(5L)).isEqualTo(new ReadJournal(blue.connection(), 5, 1_006));
        assertThat(blue.joins(4L)).isInstanceOf(Welcomed.class);
    }

    @Test
    @DisplayName("R8: a room that wakes says at which revision")
    void saysWhereItWakes() {
        var room = house.room();
        room.seat(RED).changes(renames(1, 3));
        room.stop();

        assertThat(room.wake()).isEqualTo(3);
    }

    private static Request[] renames(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> rename("r" + number, "Room " + number))
                .toArray(Request[]::new);
    }

    private static List<Long> revisions(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
