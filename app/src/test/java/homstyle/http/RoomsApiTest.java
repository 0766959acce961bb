package homstyle.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import homstyle.wire.Frames;
import homstyle.wire.Http;
import homstyle.wire.RunningServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 10 of the protocol where access is open: rooms by plain HTTP. */
class RoomsApiTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.with();

    private static Http.Answer create(String body) {
        return server.http().post("/api/rooms", body);
    }

    private static JsonNode room(String room) {
        return server.http().get("/api/rooms/" + room).json();
    }

    @Test
    @DisplayName("POST /api/rooms makes a room of the title, with links and tokens")
    void created() {
        var answer = create("{\"title\":\" Sommarhus på Öland \",\"room\":\"api-created\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/rooms/api-created");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        var created = answer.json();
        assertThat(created.get("room").asText()).isEqualTo("api-created");
        assertThat(created.get("title").asText()).isEqualTo("Sommarhus på Öland");
        assertThat(created.get("links").get("edit").asText())
                .isEqualTo("/rooms/api-created#token="
                        + created.get("tokens").get("edit").asText());
        assertThat(created.get("links").get("view").asText())
                .endsWith(created.get("tokens").get("view").asText());
        assertThat(created.get("tokens").get("owner").asText().split("\\.")).hasSize(3);
        assertThat(room("api-created").get("rev").asLong()).isEqualTo(1);
    }

    @Test
    @DisplayName("POST /api/rooms without a name for the room chooses one that nobody can guess")
    void chosenName() {
        var one =
                create("{\"title\":\"Sommarhus på Öland\"}").json().get("room").asText();
        var two =
                create("{\"title\":\"Sommarhus på Öland\"}").json().get("room").asText();
        assertThat(one).matches("sommarhus-pa-oland-[0-9a-z]{8}").isNotEqualTo(two);
        assertThat(create("").json().get("room").asText()).matches("untitled-room-[0-9a-z]{8}");
        assertThat(create("{\"title\":\"寝室\"}").json().get("room").asText()).matches("room-[0-9a-z]{8}");
    }

    @Test
    @DisplayName("POST /api/rooms takes a size, an outline, a height and openings")
    void shapes() {
        create("{\"room\":\"api-size\",\"width\":3000,\"depth\":4200,\"height\":2700}");
        assertThat(room("api-size").get("outline").toString()).isEqualTo("[[0,0],[3000,0],[3000,4200],[0,4200]]");
        assertThat(room("api-size").get("height").asInt()).isEqualTo(2_700);
        assertThat(room("api-size").get("openings")).hasSize(2);

        var outline = "[[0,0],[5000,0],[5000,2000],[2500,2000],[2500,4000],[0,4000]]";
        create(
                ("{\"room\":\"api-outline\",\"outline\":%s,\"openings\":[{\"kind\":\"passage\",\"wall\":0,\"offset\":100,"
                                + "\"width\":900,\"height\":2000,\"sill\":0}]}")
                        .formatted(outline));
        assertThat(room("api-outline").get("outline").toString()).isEqualTo(outline);
        assertThat(room("api-outline").get("openings").get(0).get("kind").asText())
                .isEqualTo("passage");
        assertThat(room("api-outline").get("title").asText()).isEqualTo("Untitled room");
    }

    @Test
    @DisplayName("POST /api/rooms for an id in use is 409, also when the room was only drawn in")
    void conflict() {
        assertThat(create("{\"room\":\"api-twice\"}").status()).isEqualTo(201);
        var conflict = create("{\"room\":\"api-twice\",\"title\":\"Other\"}");
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.json().get("detail").asText()).contains("api-twice");
        assertThat(room("api-twice").get("title").asText()).isEqualTo("Untitled room");
        try (var client = server.join("api-drawn")) {
            client.ask(Frames.rename("r", "Drawn"));
        }
        assertThat(create("{\"room\":\"api-drawn\"}").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "body      | not JSON",
                "body      | [1]",
                "body      | {\"title\":\"a\",\"title\":\"b\"}",
                "title     | {\"title\":\"\"}",
                "title     | {\"title\":7}",
                "room      | {\"room\":\"No Name\"}",
                "width     | {\"width\":99}",
                "width     | {\"width\":1.5}",
                "depth     | {\"depth\":30001}",
                "height    | {\"height\":\"high\"}",
                "outline   | {\"outline\":[[0,0],[1000,0]]}",
                "openings  | {\"openings\":{}}",
                "openings[0].wall | {\"openings\":[{\"kind\":\"door\",\"wall\":9,\"offset\":0,\"width\":900,\"height\":2000,\"sill\":0}]}",
            })
    @DisplayName("POST /api/rooms with a bad body is 400 and names the field")
    void badBody(String field, String body) {
        var refused = create(body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("field").asText()).isEqualTo(field);
        assertThat(refused.json().get("detail").asText()).contains("expected");
        assertThat(refused.json().get("status").asInt()).isEqualTo(400);
        assertThat(refused.json().get("title").asText()).isEqualTo("Bad Request");
    }

    @Test
    @DisplayName("POST /api/rooms with too large a body is 413")
    void largeBody() throws Exception {
        var refused = create("{\"title\":\"" + "x".repeat(70_000) + "\"}");
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        try (var raw = server.raw()) {
            var chunk = "x".repeat(0x11111);
            var chunked = raw.request(
                    "POST /api/rooms HTTP/1.1",
                    "Host: localhost",
                    "Transfer-Encoding: chunked",
                    "",
                    "11111",
                    chunk,
                    "0");
            assertThat(chunked.status()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Transfer-Encoding: chunked | zz | 400",
                "Content-Length: 100 | { | 408",
            })
    @DisplayName("POST /api/rooms with a body that is torn, or does not come, is the caller's mistake")
    void tornBody(String header, String body, int status) throws Exception {
        try (var raw = server.raw()) {
            var refused = raw.request("POST /api/rooms HTTP/1.1", "Host: localhost", header, "", body);
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.headers().get("content-type")).startsWith("application/problem+json");
            assertThat(refused.body()).contains("the body cannot be read");
        }
    }

    @Test
    @DisplayName("GET /api/rooms/{room} is the welcome without people, and ?rev= the past")
    void described() {
        try (var client = server.join("api-past")) {
            client.ask(Frames.place("a", "sofa", 100, 200));
            var fence = client.lock("b", "sofa");
            client.ask(Frames.move("c", "sofa", 300, 400, fence));
            var now = room("api-past");
            assertThat(now.get("rev").asLong()).isEqualTo(3);
            assertThat(now.get("items").get(0).get("x").asInt()).isEqualTo(300);
            assertThat(now.get("locks").get(0).get("by").asText()).isEqualTo(client.id());
            assertThat(now.has("clients")).isFalse();
            assertThat(now.has("you")).isFalse();

            assertThat(room("api-past?rev=3")).isEqualTo(now);
            assertThat(room("api-past?rev=1").get("items").get(0).get("x").asInt())
                    .isEqualTo(100);
            assertThat(room("api-past?rev=1").get("locks")).isEmpty();
            assertThat(room("api-past?rev=0").get("items")).isEmpty();
            assertThat(server.http().get("/api/rooms/api-past?rev=4").status()).isEqualTo(404);
            var refused = server.http().get("/api/rooms/api-past?rev=-1");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().get("field").asText()).isEqualTo("rev");
        }
    }

    @Test
    @DisplayName("GET /api/rooms/{room}/events is what clients saw, one frame a line")
    void events() throws Exception {
        create("{\"room\":\"api-events\"}");
        try (var client = server.join("api-events")) {
            for (int i = 2; i <= 600; i++) {
                client.send(Frames.rename("r" + i, "Title " + i));
            }
            client.reach(600);
            var seen = client.changes();
            var all = server.http().get("/api/rooms/api-events/events");
            assertThat(all.status()).isEqualTo(200);
            assertThat(all.header("Content-Type")).startsWith("application/x-ndjson");
            var lines = lines(all.text());
            assertThat(lines).hasSize(600);
            assertThat(lines.getFirst().get("type").asText()).isEqualTo("created");
            assertThat(lines.subList(1, 600)).isEqualTo(seen);

            var part = lines(server.http()
                    .get("/api/rooms/api-events/events?from=10&to=12")
                    .text());
            assertThat(part).isEqualTo(lines.subList(9, 12));
            var last = lines(
                    server.http().get("/api/rooms/api-events/events?from=600").text());
            assertThat(last).isEqualTo(lines.subList(599, 600));
            assertThat(server.http()
                            .get("/api/rooms/api-events/events?from=601")
                            .text())
                    .isEmpty();
            assertThat(server.http().get("/api/rooms/api-events/events?from=x").status())
                    .isEqualTo(400);
        }
    }

    private static ArrayList<JsonNode> lines(String text) throws Exception {
        var json = JsonMapper.builder().build();
        var lines = new ArrayList<JsonNode>();
        for (var line : text.lines().toList()) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    @Test
    @DisplayName("POST …/copies makes another room of the same shape with the same pieces, and nobody's locks")
    void copies() {
        create("{\"room\":\"api-original\",\"title\":\"Loft\",\"width\":3000,\"obstacles\":[{\"kind\":\"column\","
                + "\"x\":500,\"y\":500,\"width\":300,\"depth\":300,\"height\":2500,\"rotation\":0}]}");
        try (var client = server.join("api-original")) {
            client.ask(Frames.place("r1", "sofa", 1000, 2000));
            client.ask(Frames.finish("r3", "sofa", "oat", client.lock("r2", "sofa")));
            client.ask(Frames.lock("r4", "sofa"));
            var copy = server.http().post("/api/rooms/api-original/copies", "{\"title\":\"Loft, turned\"}");
            assertThat(copy.status()).isEqualTo(201);
            var made = room(copy.json().get("room").asText());
            assertThat(made.get("title").asText()).isEqualTo("Loft, turned");
            for (var same : List.of("outline", "height", "openings", "obstacles", "items")) {
                assertThat(made.get(same))
                        .as(same)
                        .isEqualTo(room("api-original").get(same));
            }
            assertThat(made.get("items").get(0).get("finish").asText()).isEqualTo("oat");
            assertThat(made.get("locks")).isEmpty();
            assertThat(copy.json().get("tokens").get("owner").asText()).isNotEmpty();
        }
        var named = server.http().post("/api/rooms/api-original/copies", "").json();
        assertThat(named.get("title").asText()).isEqualTo("Loft");
    }

    @Test
    @DisplayName(
            "E2 what POST …/copies cannot read makes no copy, and is answered with the field, its value and what was expected")
    void copiesRefused() {
        create("{\"room\":\"api-copied\"}");
        for (var bad : new String[][] {
            {"{\"title\":5}", "title", "title is 5, expected a text"},
            {"{\"title\":\"\"}", "title", "expected 1 to 80"},
            {"[]", "body", "body is [], expected one JSON object"},
            {"{\"title\":\"a\",\"title\":\"b\"}", "body", "no field twice"},
            {"{\"title\":\"a\"", "body", "body is unreadable at line 1, column 13, expected one JSON object"}
        }) {
            var refused = server.http().post("/api/rooms/api-copied/copies", bad[0]);
            assertThat(refused.status()).as(bad[0]).isEqualTo(400);
            assertThat(refused.json().get("field").asText()).isEqualTo(bad[1]);
            assertThat(refused.json().get("detail").asText()).contains(bad[2]);
        }
    }

    @Test
    @DisplayName("POST …/invitations gives a link in a role that one has oneself")
    void invitations() {
        create("{\"room\":\"api-invite\"}");
        for (var role : new String[] {"viewer", "editor"}) {
            var invitation =
                    server.http().post("/api/rooms/api-invite/invitations", "{\"role\":\"%s\"}".formatted(role));
            assertThat(invitation.status()).isEqualTo(201);
            var token = invitation.json().get("token").asText();
            assertThat(invitation.json().get("link").asText()).isEqualTo("/rooms/api-invite#token=" + token);
            try (var guest = server.joining("api-invite").token(token).connect()) {
                assertThat(guest.role()).isEqualTo(role);
            }
        }
        assertThat(server.http()
                        .post("/api/rooms/api-invite/invitations", "{\"role\":\"owner\"}")
                        .status())
                .isEqualTo(403);
        for (var bad : new String[] {"", "{}", "{\"role\":\"king\"}", "{\"role\":1}"}) {
            var refused = server.http().post("/api/rooms/api-invite/invitations", bad);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().get("field").asText()).isEqualTo("role");
        }
        for (var bad : new String[] {"[]", "{"}) {
            var refused = server.http().post("/api/rooms/api-invite/invitations", bad);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().get("field").asText()).isEqualTo("body");
        }
    }

    @Test
    @DisplayName("GET /api/catalogue lists the products in mm and minor units")
    void catalogue() {
        var answer = server.http().get("/api/catalogue");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        var products = answer.json().get("products");
        assertThat(products.size()).isGreaterThanOrEqualTo(16);
        assertThat(products).allSatisfy(product -> {
            assertThat(product.get("sku").asText()).startsWith("HS-");
            assertThat(product.get("width").isInt()).isTrue();
            assertThat(product.get("price").get("amount").isInt()).isTrue();
            assertThat(product.get("price").get("currency").asText()).hasSize(3);
        });
    }

    @Test
    @DisplayName("GET /ready and /alive say yes")
    void health() {
        assertThat(server.http().get("/ready").status()).isEqualTo(200);
        assertThat(server.http().get("/alive").status()).isEqualTo(200);
    }
}
