package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several items as one request (R10), in one hand (M4), and taken back in one (U1). */
class ArrangeOnTheWireTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.with("motion-tick=100ms");

    @Test
    @DisplayName("R10, U1 all see each change of a group in order, and one undo takes all of it back")
    void movesAGroup() {
        try (var mover = server.join("r10-room");
                var other = server.join("r10-room")) {
            mover.ask(Frames.place("p", "sofa", 0, 0));
            mover.ask(Frames.place("q", "lamp", 500, 0));
            var fence = mover.lock("l", "sofa", "lamp");

            var first = mover.ask(
                    Frames.arrange("a", Frames.move("", "sofa", 1, 1, fence), Frames.move("", "lamp", 501, 1, fence)));
            mover.ask(Frames.undo("u"));

            assertThat(first.get("rev").asLong()).isEqualTo(fence + 1);
            other.reach(fence + 5);
            assertThat(told(other.changes().subList((int) fence, (int) fence + 5)))
                    .containsExactly(
                            "moved sofa to 1,1 by a",
                            "moved lamp to 501,1 by -",
                            "unlocked",
                            "moved lamp to 500,0 by u",
                            "moved sofa to 0,0 by -");
            assertThat(server.stored("r10-room")).isEqualTo(fence + 5);
            assertThat(mover.ask(Frames.arrange("a", Frames.place("", "rug", 0, 0)))
                            .get("rev")
                            .asLong())
                    .as("R5")
                    .isEqualTo(fence + 1);
        }
    }

    @Test
    @DisplayName("R10 a group with one step that is refused stores nothing, and says which")
    void isAllOrNothing() {
        try (var client = server.join("r10-refused")) {
            client.ask(Frames.place("p", "sofa", 0, 0));
            var fence = client.lock("l", "sofa");

            var refused = client.ask(
                    Frames.arrange("a", Frames.move("", "sofa", 1, 1, fence), Frames.move("", "lamp", 501, 1, fence)));

            assertThat(refused.get("code").asText()).isEqualTo("unknown-item");
            assertThat(refused.get("field").asText()).isEqualTo("steps[1]");
            assertThat(refused.get("message").asText()).contains("lamp");
            assertThat(server.stored("r10-refused")).isEqualTo(fence);
        }
    }

    @Test
    @DisplayName("M4, L2 what one hand drags is seen in one frame, without what it does not hold")
    void dragsAGroup() {
        try (var mover = server.join("m4-room");
                var other = server.join("m4-room")) {
            mover.ask(Frames.place("p", "sofa", 0, 0));
            mover.ask(Frames.place("q", "lamp", 500, 0));
            mover.ask(Frames.place("r", "rug", 900, 0));
            var fence = mover.lock("l", "sofa", "lamp");
            other.reach(fence);

            mover.send(Frames.drags(
                    Frames.drag("sofa", 1, 2, fence),
                    Frames.drag("rug", 3, 4, fence),
                    Frames.drag("lamp", 5, 6, fence)));

            assertThat(other.next("motion").get("drags").toString())
                    .isEqualTo("[[\"%1$s\",\"sofa\",1,2,45],[\"%1$s\",\"lamp\",5,6,45]]".formatted(mover.id()));
        }
    }

    private static List<String> told(List<JsonNode> changes) {
        return changes.stream()
                .map(change -> change.get("type").asText().equals("unlocked")
                        ? "unlocked"
                        : "%s %s to %d,%d by %s"
                                .formatted(
                                        change.get("type").asText(),
                                        change.get("item").asText(),
                                        change.get("x").asInt(),
                                        change.get("y").asInt(),
                                        change.path("id").asText("-")))
                .toList();
    }
}
