package homstyle.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import homstyle.protocol.Comment;
import homstyle.protocol.Corner;
import homstyle.protocol.Item;
import homstyle.protocol.Lock;
import homstyle.protocol.Obstacle;
import homstyle.protocol.Opening;
import homstyle.protocol.Plan;
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
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Obstacle> obstacles,
        List<Item> items,
        List<Lock> locks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Comment> comments) {

    Description {
        obstacles = obstacles == null ? List.of() : obstacles;
        comments = comments == null ? List.of() : comments;
    }

    Plan plan() {
        return new Plan(outline, height, openings, obstacles);
    }

    static Description of(Welcome welcome) {
        return new Description(
                welcome.rev(),
                welcome.title(),
                welcome.outline(),
                welcome.height(),
                welcome.openings(),
                welcome.obstacles(),
                welcome.items(),
                welcome.locks(),
                welcome.comments());
    }
}
