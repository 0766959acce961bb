package homstyle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The biggest frames that the limits of their values allow. */
class FrameSizeTest {
    private static final int LARGEST_EVENT = 64 * 1024;
    private static final int LARGEST_MESSAGE = 16 * 1024;

    private static final long REV = Check.HIGHEST_REVISION;
    private static final long TIME = Long.MAX_VALUE;
    private static final int FAR = -Check.FARTHEST;
    private static final ClientId CLIENT = new ClientId("c".repeat(64));
    private static final Sku SKU = new Sku("s".repeat(64));
    private static final FinishId FINISH = new FinishId("f".repeat(32));
    private static final ItemId ITEM = new ItemId("i".repeat(64));
    private static final List<ItemId> ITEMS = IntStream.range(0, 64)
            .mapToObj(i -> new ItemId("i".repeat(62) + (i + 10)))
            .toList();
    /** A control character takes six bytes in JSON; text for people takes four at most. */
    private static final RequestId ID = new RequestId("\"".repeat(64));

    private static final Title TITLE = new Title("🪑".repeat(80));
    private static final PersonName NAME = new PersonName("🪑".repeat(40));
    private static final String COLOR = "#2563c9";
    private static final Plan PLAN = biggestPlan();

    private static final List<ServerFrame.Change> BIGGEST = List.of(
            new ServerFrame.Created(REV, TIME, CLIENT, ID, TITLE, PLAN),
            new ServerFrame.Placed(REV, TIME, CLIENT, ID, new Item(ITEM, SKU, FAR, FAR, 359, FINISH)),
            new ServerFrame.Moved(REV, TIME, CLIENT, ID, ITEM, FAR, FAR, 359),
            new ServerFrame.Finished(REV, TIME, CLIENT, ID, ITEM, FINISH),
            new ServerFrame.Removed(REV, TIME, CLIENT, ID, ITEM),
            new ServerFrame.Locked(REV, TIME, CLIENT, ID, ITEMS, NAME, COLOR, TIME),
            new ServerFrame.Unlocked(REV, TIME, CLIENT, ID, ITEMS, UnlockReason.RELEASED),
            new ServerFrame.Reshaped(REV, TIME, CLIENT, ID, PLAN),
            new ServerFrame.Renamed(REV, TIME, CLIENT, ID, TITLE),
            new ServerFrame.Commented(
                    REV,
                    TIME,
                    CLIENT,
                    ID,
                    new CommentId("c".repeat(64)),
                    ITEM,
                    NAME,
                    COLOR,
                    new CommentText("🪑".repeat(500))),
            new ServerFrame.Resolved(REV, TIME, CLIENT, ID, new CommentId("c".repeat(64))));

    @Test
    @DisplayName("E6 The biggest change of each kind fits in an event of 64 KiB")
    void biggestChangesFit() {
        assertThat(BIGGEST.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Fixtures.records(ServerFrame.Change.class));
        assertThat(BIGGEST)
                .allSatisfy(
                        change -> assertThat(bytes(FrameCodec.encode(change))).isLessThanOrEqualTo(LARGEST_EVENT));
    }

    @Test
    @DisplayName("E1 The biggest requests fit in a message of 16 KiB")
    void biggestRequestsFit() {
        var reshape = (ObjectNode) Fixtures.tree(FrameCodec.encode(BIGGEST.get(7)));
        reshape.put("type", "reshape").put("fence", REV).remove(List.of("rev", "at", "by"));
        assertThat(Fixtures.decoded(reshape.toString())).isInstanceOf(ClientFrame.Reshape.class);
        assertThat(bytes(reshape.toString())).isLessThanOrEqualTo(LARGEST_MESSAGE);

        var lock = (ObjectNode) Fixtures.tree(FrameCodec.encode(BIGGEST.get(5)));
        lock.put("type", "lock").remove(List.of("rev", "at", "by", "name", "color", "until"));
        assertThat(Fixtures.decoded(lock.toString())).isInstanceOf(ClientFrame.Lock.class);
        assertThat(bytes(lock.toString())).isLessThanOrEqualTo(LARGEST_MESSAGE);

        var arrange = Fixtures.tree("{\"type\":\"arrange\",\"id\":\"a\",\"steps\":[]}");
        ((ObjectNode) arrange).put("id", ID.value()).put("release", true);
        for (var item : ITEMS) {
            var step = (ObjectNode) Fixtures.tree(FrameCodec.encode(BIGGEST.get(1)));
            step.put("type", "place").put("item", item.value()).remove(List.of("rev", "at", "by", "id"));
            ((ArrayNode) arrange.get("steps")).add(step);
        }
        assertThat(Fixtures.decoded(arrange.toString())).isInstanceOf(ClientFrame.Arrange.class);
        assertThat(bytes(arrange.toString())).isLessThanOrEqualTo(LARGEST_MESSAGE);
    }

    @Test
    @DisplayName("E2 However big the refused frame, its answer is small")
    void answersAreSmall() {
        var huge = "\"\\\\".repeat(4_000);
        for (var text : List.of(
                "{\"type\":\"%s\"}".formatted("\\\\".repeat(8_000)),
                "{\"type\":\"rename\",\"id\":\"%s\",\"title\":\"%s\"}"
                        .formatted("\\u0000".repeat(64), "\\\"".repeat(7_000)),
                "{\"type\":\"move\",\"id\":\"1\",\"item\":%s}".formatted("[" + "[],".repeat(5_000) + "[]]"),
                "{\"type\":" + huge)) {
            assertThat(FrameCodec.decode(text))
                    .isInstanceOfSatisfying(
                            FrameCodec.Decoded.Refused.class,
                            refused -> assertThat(bytes(FrameCodec.encode(refused.answer())))
                                    .isLessThan(2_048));
        }
    }

    private static int bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As many corners and openings as there may be, each number as long as it may be. */
    private static Plan biggestPlan() {
        var corners = new ArrayList<Corner>();
        for (int i = 0; i < Plan.MOST_CORNERS; i++) {
            var angle = 2 * Math.PI * i / Plan.MOST_CORNERS;
            corners.add(
                    new Corner((int) (-30_000 + 19_999 * Math.cos(angle)), (int) (-30_000 + 19_999 * Math.sin(angle))));
        }
        var opening =
                new Opening(Opening.Kind.PASSAGE, 63, 900, 1_000, 8_000, 2_000, Opening.Hinge.RIGHT, Opening.Swing.OUT);
        var obstacle = new Obstacle(Obstacle.Kind.RADIATOR, FAR, FAR, 10_000, 10_000, 10_000, 359);
        return new Plan(corners, Plan.HIGHEST, Collections.nCopies(64, opening), Collections.nCopies(32, obstacle));
    }
}
