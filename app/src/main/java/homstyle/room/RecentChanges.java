package homstyle.room;

import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The changes since the room woke, the last 1,000 of them or about a megabyte, so that a resume need not read the
 * journal (R4).
 */
final class RecentChanges {
    static final int MOST = 1_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final int BYTES_OF_A_CHANGE = 300;
    private static final int BYTES_OF_AN_ITEM_ID = 64;
    private static final int BYTES_OF_A_CORNER = 100;
    private static final int BYTES_OF_AN_OPENING = 200;
    private static final int BYTES_OF_A_CHARACTER = 2;

    private final ArrayDeque<Change> changes = new ArrayDeque<>();
    private int bytes;

    void add(List<Change> stored) {
        for (var change : stored) {
            changes.add(change);
            bytes += bytes(change);
        }
        while (changes.size() > MOST || bytes > MOST_BYTES) {
            bytes -= bytes(changes.removeFirst());
        }
    }

    void clear() {
        changes.clear();
        bytes = 0;
    }

    /** About what a change takes in memory, rather more than less. */
    private static int bytes(Change change) {
        return BYTES_OF_A_CHANGE
                + switch (change) {
                    case ServerFrame.Locked locked ->
                        BYTES_OF_AN_ITEM_ID * locked.items().size();
                    case ServerFrame.Unlocked unlocked ->
                        BYTES_OF_AN_ITEM_ID * unlocked.items().size();
                    case ServerFrame.Created created -> bytesOf(created);
                    case ServerFrame.Reshaped reshaped -> bytesOf(reshaped);
                    case ServerFrame.Commented commented ->
                        BYTES_OF_A_CHARACTER * commented.text().value().length();
                    case ServerFrame.Placed _,
                            ServerFrame.Moved _,
                            ServerFrame.Finished _,
                            ServerFrame.Removed _,
                            ServerFrame.Renamed _,
                            ServerFrame.Resolved _ -> 0;
                };
    }

    private static int bytesOf(ServerFrame.Shape plan) {
        return BYTES_OF_A_CORNER * plan.outline().size()
                + BYTES_OF_AN_OPENING
                        * (plan.openings().size() + plan.obstacles().size());
    }

    /** The oldest revision that is here, or the one after {@code rev} when nothing is. */
    long oldest(long rev) {
        return changes.isEmpty() ? rev + 1 : changes.getFirst().rev();
    }

    /** All changes after revision {@code since}, as far back as there are any here. */
    List<Change> after(long since) {
        return changes.stream().filter(change -> change.rev() > since).toList();
    }
}
