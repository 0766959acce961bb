package homstyle.room;

import homstyle.protocol.ClientId;
import homstyle.protocol.RoomId;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** Log lines about a room, with its id, the revision and the client in the MDC. */
public final class RoomLog {
    private final Logger log;
    private final RoomId room;

    public RoomLog(Logger log, RoomId room) {
        this.log = log;
        this.room = room;
    }

    public void debug(long rev, String message) {
        try (var _ = MDC.putCloseable("roomId", room.value());
                var _ = MDC.putCloseable("rev", Long.toString(rev))) {
            log.debug(message);
        }
    }

    public void info(ClientId client, String message) {
        try (var _ = MDC.putCloseable("roomId", room.value());
                var _ = MDC.putCloseable("client", client.value())) {
            log.info(message);
        }
    }

    public void warn(String message) {
        try (var _ = MDC.putCloseable("roomId", room.value())) {
            log.warn(message);
        }
    }
}
