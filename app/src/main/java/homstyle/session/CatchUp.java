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
 * @param reading whether more are being read, so that there is nothing to ask the room before that is done
 * @param begunAt by {@link Connection#now}
 */
record CatchUp(Connection connection, Long since, boolean entered, List<Change> read, boolean reading, long begunAt) {
    static CatchUp entering(Connection connection, Long since) {
        return new CatchUp(connection, since, false, List.of(), false, Connection.now());
    }

    static CatchUp asking(Connection connection, long since) {
        return new CatchUp(connection, since, true, List.of(), false, Connection.now());
    }

    /** Up to where it has everything, the changes read so far included; null for nothing. */
    Long reached() {
        return read.isEmpty() ? since : Long.valueOf(read.getLast().rev());
    }

    CatchUp whileReading() {
        return new CatchUp(connection, since, entered, read, true, begunAt);
    }

    /** Too much is missing: it asks for everything as it is now. */
    CatchUp anew() {
        return new CatchUp(connection, null, entered, List.of(), false, begunAt);
    }

    CatchUp with(List<Change> more) {
        var all = new ArrayList<>(read);
        all.addAll(more);
        return new CatchUp(connection, since, entered, all, false, begunAt);
    }
}
