package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** E6: how much a room holds, and a node. */
class RoomLimitsTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.with("limits.items=3", "limits.clients=4", "limits.sockets=12");

    @Test
    @DisplayName("E6 a full room takes no item until one is removed")
    void items() {
        try (var client = server.join("e6-items")) {
            assertThat(client.first().get("limits").get("items").asInt()).isEqualTo(3);
            for (int i = 1; i <= 3; i++) {
                assertThat(client.ask(Frames.place("p" + i, "item" + i, 0, 0))
                                .get("type")
                                .asText())
                        .isEqualTo("placed");
            }
            var refused = client.ask(Frames.place("p4", "item4", 0, 0));
            assertThat(refused.get("code").asText()).isEqualTo("room-full");
            client.ask(Frames.remove("r", "item1", client.lock("l", "item1")));
            assertThat(client.ask(Frames.place("p5", "item4", 0, 0)).get("type").asText())
                    .isEqualTo("placed");
        }
    }

    @Test
    @DisplayName("E6 C5 a room with as many clients as it holds answers 503 until one has left")
    void clients() throws Exception {
        var clients = new ArrayList<TestClient>();
        for (int i = 0; i < 4; i++) {
            clients.add(server.join("e6-clients"));
        }
        try (var raw = server.raw()) {
            var refused = raw.handshake("e6-clients");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.headers().get("content-type")).startsWith("application/problem+json");
            assertThat(refused.json().get("detail").asText()).contains("4 clients");
        }
        try (var elsewhere = server.join("e6-elsewhere")) {
            assertThat(elsewhere.clientsAtFirst()).hasSize(1);
        }
        clients.removeFirst().close();
        clients.getFirst().next("left");
        clients.add(server.join("e6-clients"));
        clients.forEach(TestClient::close);
    }

    @Test
    @DisplayName("E6 not more clients get in when many come at once")
    void clientsAtOnce() {
        var coming = new ArrayList<CompletableFuture<TestClient>>();
        for (int i = 0; i < 10; i++) {
            coming.add(CompletableFuture.supplyAsync(
                    () -> server.joining("e6-at-once").open(),
                    task -> Thread.ofVirtual().start(task)));
        }
        var inside = new ArrayList<TestClient>();
        for (var one : coming) {
            try {
                inside.add(one.join());
            } catch (CompletionException refused) {
                assertThat(refused.getCause())
                        .isInstanceOfSatisfying(
                                TestClient.UpgradeRefused.class,
                                upgrade -> assertThat(upgrade.status()).isEqualTo(503));
            }
        }
        assertThat(inside).hasSize(4);
        inside.forEach(TestClient::awaitFirst);
        inside.forEach(TestClient::close);
    }
}
