package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** P1 with little patience: clients that say nothing. */
class SilenceTest {
    /** To answer, a client has more than a busy machine may stand still. */
    @RegisterExtension
    static final RunningServer server = RunningServer.with("patience.silence=700ms", "patience.probe=3s");

    @Test
    @DisplayName("P1 a silent client is asked by ping, and stays as long as it answers")
    void answeringClientStays() {
        try (var client = server.join("p1-answers")) {
            for (int i = 0; i < 4; i++) {
                client.next("ping");
                client.send("{\"type\":\"pong\"}");
            }
            client.settle();
            assertThat(client.hasEnded()).isFalse();
        }
    }

    @Test
    @DisplayName("P1 one that has ever answered and then stays silent is gone, with bye 4408")
    void silentClientIsGone() {
        try (var other = server.join("p1-silent")) {
            var client = server.join("p1-silent");
            client.next("ping");
            client.send("{\"type\":\"pong\"}");
            client.next("ping");
            assertThat(client.next("bye").get("code").asInt()).isEqualTo(4408);
            assertThat(client.awaitEnd()).isEqualTo("closed with 1000");
            assertThat(other.next("left").get("client").asText()).isEqualTo(client.id());
        }
    }

    @Test
    @DisplayName("P1 a plain client that never answers stays")
    void plainClientStays() {
        try (var plain = server.join("p1-plain")) {
            var answering = server.join("p1-plain");
            plain.next("ping");
            // The other one is asked, answers, falls silent and is dismissed: more time than the plain one would get.
            answering.next("ping");
            answering.send("{\"type\":\"pong\"}");
            answering.next("bye");
            assertThat(plain.next("left").get("client").asText()).isEqualTo(answering.id());
            assertThat(plain.ask(Frames.rename("r", "Still here")).get("type").asText())
                    .isEqualTo("renamed");
        }
    }
}
