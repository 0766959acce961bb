package homstyle.session;

import homstyle.protocol.ServerFrame.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection on its way to the room's present.
 *
 * @param since the last revision it held; null for nothing
 * @param entered whether it is in the room already, and only asks what it missed
 * @param read the missed changes read so far
 */
record CatchUp(Connection connection, Long since, boolean entered, List<Change> read) {
    static CatchUp entering(Connection connection, Long since) {
        return new CatchUp(connection, since, false, List.of());
    }

    static CatchUp asking(Connection connection, long since) {
        return new CatchUp(connection, since, true, List.of());
    }

    /** Up to where it has everything, the changes read so far included; null for nothing. */
    Long reached() {
        return read.isEmpty() ? since : Long.valueOf(read.getLast().rev());
    }

    CatchUp with(List<Change> more) {
        var all = new ArrayList<>(read);
        all.addAll(more);
        return new CatchUp(connection, since, entered, all);
    }
}
