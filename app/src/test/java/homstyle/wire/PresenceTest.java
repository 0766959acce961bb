package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** P1: everybody agrees on who is here. */
class PresenceTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.with();

    /** Who is here, by all that a client was told. */
    private static Set<String> here(TestClient client) {
        var here = new TreeSet<>(client.clientsAtFirst());
        for (var frame : client.all()) {
            switch (frame.get("type").asText()) {
                case "joined" -> here.add(frame.get("client").asText());
                case "left" -> here.remove(frame.get("client").asText());
                case "clients" -> {
                    here.clear();
                    frame.get("clients")
                            .forEach(one -> here.add(one.get("client").asText()));
                }
                default -> assertThat(frame.get("type").asText()).isIn("welcome", "pong");
            }
        }
        return here;
    }

    private static Set<String> ids(List<TestClient> clients) {
        return clients.stream().map(TestClient::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("P1 joined and left go to the others, with who it is")
    void joinedAndLeft() {
        try (var one = server.joining("p1-two").as("Guest 1").connect()) {
            var two = server.joining("p1-two").as("Guest 2").connect();
            var joined = one.next("joined");
            assertThat(joined.get("client").asText()).isEqualTo(two.id());
            assertThat(joined.get("user")).isEqualTo(two.you().get("user"));
            assertThat(joined.get("name").asText()).isEqualTo("Guest 2");
            assertThat(joined.get("color").asText())
                    .matches("#[0-9a-f]{6}")
                    .isNotEqualTo(one.you().get("color").asText());
            assertThat(joined.get("role").asText()).isEqualTo("editor");
            assertThat(two.clientsAtFirst()).containsExactlyInAnyOrder(one.id(), two.id());
            two.close();
            assertThat(one.next("left").get("client").asText()).isEqualTo(two.id());
            assertThat(one.all("joined")).hasSize(1);
            assertThat(two.all("joined")).isEmpty();
        }
    }

    @Test
    @DisplayName("P1 a connection that breaks off counts as left, too")
    void cut() {
        try (var one = server.join("p1-cut")) {
            var two = server.join("p1-cut");
            one.next("joined");
            two.cut();
            assertThat(one.next("left").get("client").asText()).isEqualTo(two.id());
        }
    }

    @Test
    @DisplayName("P1 clients, joined and left agree while 30 clients come and go")
    void thirtyClients() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var clients = new ArrayList<TestClient>();
        for (int i = 0; i < 30; i++) {
            clients.add(server.join("p1-thirty"));
        }
        for (int step = 0; step < 60; step++) {
            var leaving = clients.remove(random.nextInt(clients.size()));
            switch (random.nextInt(3)) {
                case 0 -> leaving.close();
                case 1 -> leaving.cut();
                default ->
                    clients.add(server.joining("p1-thirty").resuming(leaving).connect());
            }
            if (clients.size() < 25) {
                clients.add(server.join("p1-thirty"));
            }
        }
        var all = ids(clients);
        for (var client : clients) {
            client.until("agreement (seed " + seed + ")", _ -> here(client).equals(all));
        }
        try (var last = server.join("p1-thirty")) {
            assertThat(last.clientsAtFirst())
                    .doesNotHaveDuplicates()
                    .hasSize(clients.size() + 1)
                    .containsAll(all);
        }
        clients.forEach(TestClient::close);
    }

    @Test
    @DisplayName("P1 clients that come all at once get colours as different as can be")
    void colours() {
        var clients = new ArrayList<TestClient>();
        for (int i = 0; i < 12; i++) {
            clients.add(server.joining("p1-colours").open());
        }
        var colours = new TreeSet<String>();
        for (var client : clients) {
            client.awaitFirst();
            colours.add(client.you().get("color").asText());
        }
        assertThat(colours).hasSize(12);
        clients.forEach(TestClient::close);
    }

    @Test
    @DisplayName("P2 ping is answered with its id, with and without one")
    void ping() {
        try (var client = server.join("p2-ping")) {
            client.send("{\"type\":\"ping\"}");
            assertThat(client.next("pong").has("id")).isFalse();
            client.send(Frames.ping("7"));
            JsonNode pong = client.next("pong");
            assertThat(pong.get("id").asText()).isEqualTo("7");
        }
    }

    @Test
    @DisplayName("P2 ping is answered while the room cannot store")
    void pingWhileTheRoomIsBusy() throws Exception {
        try (var client = server.join("p2-busy")) {
            try (var _ = server.blockJournal()) {
                client.send(Frames.rename("r", "Later"));
                client.settle();
                assertThat(client.all("renamed")).isEmpty();
            }
            assertThat(client.answer("r").has("rev")).isTrue();
        }
    }
}
