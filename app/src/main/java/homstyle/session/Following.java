package homstyle.session;

import homstyle.protocol.Lock;
import homstyle.protocol.ServerFrame.Change;
import homstyle.room.RoomNotice;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * Follows a room's changes in order and without a gap, for all members here (R3): a notice that is ahead waits until
 * what lies between has been read in the journal.
 */
final class Following {
    private static final long NOT_YET = -1;

    /** Changes that were missed, both revisions included. */
    record Gap(long from, long to) {}

    private final HeldItems held;
    private final ArrayDeque<RoomNotice> waiting = new ArrayDeque<>();
    private boolean reading;
    private long rev = NOT_YET;
    private long announced = NOT_YET;

    Following(HeldItems held) {
        this.held = held;
    }

    /** Whether anything has been heard of the room. */
    boolean hasBegun() {
        return rev != NOT_YET;
    }

    /** The last revision that was passed on. */
    long rev() {
        return rev;
    }

    void begin(long roomRev, List<Lock> locks) {
        if (!hasBegun()) {
            rev = roomRev;
            held.set(locks);
        }
    }

    /** While a gap is being read, notices wait in their order. */
    boolean mustWait(RoomNotice notice) {
        if (reading) {
            waiting.add(notice);
        }
        return reading;
    }

    /** What is missing before {@code next}; it is to be read, and the notice waits for that. */
    Optional<Gap> gapBefore(long next, RoomNotice notice) {
        var gap = gapBefore(next);
        gap.ifPresent(_ -> waiting.addFirst(notice));
        return gap;
    }

    /** What is missing up to the revision that the room says it has, to be read now, or when {@link #gapRead} says so. */
    Optional<Gap> gapUpTo(long roomRev) {
        announced = Math.max(announced, roomRev);
        return gapBefore(announced + 1);
    }

    private Optional<Gap> gapBefore(long next) {
        if (!hasBegun() || reading || next <= rev + 1) {
            return Optional.empty();
        }
        reading = true;
        return Optional.of(new Gap(rev + 1, next - 1));
    }

    /** Reading is over; what the room has announced meanwhile is to be read next. */
    Optional<Gap> gapRead() {
        reading = false;
        return gapBefore(announced + 1);
    }

    /** A notice that has waited long enough; null for none. */
    RoomNotice next() {
        return reading ? null : waiting.poll();
    }

    /** Those of the changes that are new here; from now on they are known. */
    List<Change> news(List<Change> changes) {
        var news = changes.stream().filter(change -> change.rev() > rev).toList();
        if (!news.isEmpty()) {
            rev = news.getLast().rev();
            news.forEach(held::follow);
        }
        return news;
    }
}
