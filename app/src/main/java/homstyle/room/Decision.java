package homstyle.room;

import homstyle.protocol.ServerFrame;
import java.util.List;

/** What a room makes of a request: changes to store, or an answer that stores nothing. */
public sealed interface Decision {
    record Change(List<RoomEvent> events) implements Decision {
        static Change of(RoomEvent... events) {
            return new Change(List.of(events));
        }
    }

    record Answer(ServerFrame.Answer answer) implements Decision {}
}
