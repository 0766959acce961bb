package homstyle.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import homstyle.protocol.Comment;
import homstyle.protocol.Corner;
import homstyle.protocol.Item;
import homstyle.protocol.Lock;
import homstyle.protocol.Obstacle;
import homstyle.protocol.Opening;
import homstyle.protocol.RoomId;
import homstyle.protocol.Title;
import homstyle.room.RoomState;
import java.util.List;

/** The {@code welcome} state without people (section 10 of the protocol). */
public record RoomDescription(
        RoomId room,
        long rev,
        Title title,
        List<Corner> outline,
        int height,
        List<Opening> openings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Obstacle> obstacles,
        List<Item> items,
        List<Lock> locks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Comment> comments) {

    public static RoomDescription of(RoomId room, RoomState state) {
        var plan = state.plan();
        return new RoomDescription(
                room,
                state.rev(),
                state.title(),
                plan.outline(),
                plan.height(),
                plan.openings(),
                plan.obstacles(),
                state.items(),
                state.locks(),
                state.comments());
    }

    /** On one line, as {@code GET /api/rooms/{room}} answers it. */
    public String json() {
        return Json.text(this);
    }
}
