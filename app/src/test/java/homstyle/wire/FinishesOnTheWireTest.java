package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F1: pieces in one of their finishes, seen by everybody. */
class FinishesOnTheWireTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.with();

    @Test
    @DisplayName("F1 a finish is told to everybody, is there for whoever comes later, and is taken back by undo")
    void isTold() {
        try (var client = server.join("f1-told");
                var other = server.join("f1-told")) {
            client.ask(Frames.place("p", "sofa", 0, 0));
            var fence = client.lock("l", "sofa");
            var finished = client.ask(Frames.finish("f", "sofa", "smoke-blue", fence));
            assertThat(finished.get("type").asText()).isEqualTo("finished");
            assertThat(finished.get("finish").asText()).isEqualTo("smoke-blue");
            assertThat(other.next("finished")).isEqualTo(finished);
            assertThat(other.next("unlocked").get("reason").asText()).isEqualTo("released");
            assertThat(server.stored("f1-told")).isEqualTo(4);
            try (var late = server.join("f1-told")) {
                assertThat(sofa(late.first()).get("finish").asText()).isEqualTo("smoke-blue");
            }
            var back = client.ask(Frames.undo("u"));
            assertThat(back.get("type").asText()).isEqualTo("finished");
            assertThat(back.has("finish")).isFalse();
            try (var late = server.join("f1-told")) {
                assertThat(sofa(late.first()).has("finish")).isFalse();
            }
        }
    }

    @Test
    @DisplayName("F1 what the product cannot be had in is refused, naming what it can, and costs no revision")
    void refused() {
        try (var client = server.join("f1-refused")) {
            var inPlaid = Frames.place("p", "sofa", 0, 0).replace("}", ",\"finish\":\"plaid\"}");
            assertThat(client.ask(inPlaid).get("expected").asText())
                    .isEqualTo("one of sage, oat, smoke-blue of HS-SOFA-220");
            var inOat = Frames.place("q", "sofa", 0, 0).replace("}", ",\"finish\":\"oat\"}");
            assertThat(client.ask(inOat).get("finish").asText()).isEqualTo("oat");
            var fence = client.lock("l", "sofa");
            var refused = client.ask(Frames.finish("f", "sofa", "walnut", fence));
            assertThat(refused.get("code").asText()).isEqualTo("invalid");
            assertThat(refused.get("field").asText()).isEqualTo("finish");
            assertThat(refused.get("value").asText()).isEqualTo("walnut");
            assertThat(server.stored("f1-refused")).isEqualTo(2);
        }
    }

    private static JsonNode sofa(JsonNode welcome) {
        return StreamSupport.stream(welcome.get("items").spliterator(), false)
                .filter(item -> item.get("item").asText().equals("sofa"))
                .findFirst()
                .orElseThrow();
    }
}
