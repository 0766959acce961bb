package homstyle.faults;

import homstyle.protocol.Corner;
import homstyle.protocol.Item;
import homstyle.protocol.Lock;
import homstyle.protocol.Opening;
import homstyle.protocol.ServerFrame.Welcome;
import homstyle.protocol.Title;
import java.util.List;

/** A room at a revision, as {@code GET /api/rooms/{room}} answers it. */
record Description(
        long rev,
        Title title,
        List<Corner> outline,
        int height,
        List<Opening> openings,
        List<Item> items,
        List<Lock> locks) {

    static Description of(Welcome welcome) {
        return new Description(
                welcome.rev(),
                welcome.title(),
                welcome.outline(),
                welcome.height(),
                welcome.openings(),
                welcome.items(),
                welcome.locks());
    }
}
