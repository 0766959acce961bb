package homstyle.room;

import homstyle.protocol.ServerFrame.Change;
import java.util.ArrayDeque;
import java.util.List;

/** The changes since the room woke, the last 1,000 of them, so that a resume need not read the journal (R4). */
final class RecentChanges {
    static final int MOST = 1_000;

    private final ArrayDeque<Change> changes = new ArrayDeque<>();

    void add(List<Change> stored) {
        changes.addAll(stored);
        while (changes.size() > MOST) {
            changes.removeFirst();
        }
    }

    void clear() {
        changes.clear();
    }

    /** The oldest revision that is here, or the one after {@code rev} when nothing is. */
    long oldest(long rev) {
        return changes.isEmpty() ? rev + 1 : changes.getFirst().rev();
    }

    /** All changes after revision {@code since}, which must not lie before the oldest one here. */
    List<Change> after(long since) {
        return changes.stream().filter(change -> change.rev() > since).toList();
    }
}
