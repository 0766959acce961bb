package homstyle.room;

import static homstyle.room.Ask.lock;
import static homstyle.room.Ask.remove;
import static homstyle.room.Ask.undo;
import static homstyle.room.Guests.BLUE;
import static homstyle.room.Guests.RED;
import static homstyle.room.Guests.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.Comment;
import homstyle.protocol.CommentId;
import homstyle.protocol.CommentText;
import homstyle.protocol.ItemId;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a room makes of {@code comment} and {@code resolve}. */
class CommentsTest {
    private static final CommentId FIRST = new CommentId("first");

    @Test
    @DisplayName("N1: a comment needs no lock, also on what someone else holds, and says who made it and when")
    void comments() {
        var room = RoomInHand.with("sofa");
        room.changes(BLUE, lock("r1", "sofa"));

        room.change(RED, comment("r2", "first", "sofa"));

        assertThat(room.room().comments().values())
                .containsExactly(new Comment(
                        FIRST,
                        new ItemId("sofa"),
                        RED.client(),
                        RED.name(),
                        RED.color(),
                        room.now(),
                        new CommentText("Green?")));
    }

    @Test
    @DisplayName("N1: anybody who may change the room resolves a comment, once")
    void resolves() {
        var room = RoomInHand.with("sofa");
        room.change(RED, comment("r1", "first", "plan"));

        assertThat(room.refusal(VIEWER, resolve("r2", "first")).code()).isEqualTo(RejectionCode.FORBIDDEN);
        room.change(BLUE, resolve("r3", "first"));

        assertThat(room.room().comments()).isEmpty();
        assertThat(room.refusal(RED, resolve("r4", "first")).code()).isEqualTo(RejectionCode.UNKNOWN_ITEM);
    }

    @Test
    @DisplayName("N1: a comment is refused on what is not there, under a name in use, and in a room that has too many")
    void refuses() {
        var room = RoomInHand.with("sofa");
        assertThat(room.refusal(RED, comment("r1", "first", "lamp")).code()).isEqualTo(RejectionCode.UNKNOWN_ITEM);
        room.change(RED, comment("r2", "first", "sofa"));
        assertThat(room.refusal(RED, comment("r3", "first", "sofa")).code()).isEqualTo(RejectionCode.DUPLICATE_ITEM);
        for (int number = 2; number <= Room.MOST_COMMENTS; number++) {
            room.change(RED, comment("c" + number, "comment-" + number, "sofa"));
        }
        var refusal = room.refusal(RED, comment("r4", "one-more", "sofa"));
        assertThat(refusal.code()).isEqualTo(RejectionCode.ROOM_FULL);
        assertThat(refusal.message()).contains("200 comments");
    }

    @Test
    @DisplayName("N1 U1: a comment outlives its piece, so that it is there again with it; it is no step to undo")
    void outlivesItsPiece() {
        var room = RoomInHand.with("sofa");
        room.change(RED, comment("r1", "first", "sofa"));
        room.changes(RED, lock("r2", "sofa"));
        room.change(RED, remove("r3", "sofa", room.fence("sofa")));
        assertThat(room.room().comments()).containsOnlyKeys(FIRST);

        room.changes(RED, undo("r4"));
        assertThat(room.room().items()).containsOnlyKeys(new ItemId("sofa"));
        assertThat(room.refusal(RED, undo("r5")).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);
        assertThat(room.room().comments()).containsOnlyKeys(FIRST);
    }

    private static ClientFrame.Comment comment(String id, String comment, String item) {
        return new ClientFrame.Comment(
                new RequestId(id), new CommentId(comment), new ItemId(item), new CommentText("Green?"));
    }

    private static ClientFrame.Resolve resolve(String id, String comment) {
        return new ClientFrame.Resolve(new RequestId(id), new CommentId(comment));
    }
}
