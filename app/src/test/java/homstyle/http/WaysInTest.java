package homstyle.http;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.wire.RawSocket;
import homstyle.wire.RunningServer;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts, origins, paths and methods (C5). */
class WaysInTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.with("origins=https://shop.example");

    private static RawSocket.Answer ask(String... lines) throws IOException {
        try (var raw = server.raw()) {
            return raw.request(lines);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "LOCALHOST", "127.0.0.1:1", "[::1]:8080", "shop.example"})
    @DisplayName("C5 the server answers to its own names and to addresses")
    void ownHosts(String host) throws Exception {
        assertThat(ask("GET /alive HTTP/1.1", "Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "evil.example:8080"})
    @DisplayName("C5 a name that is not the server's is refused, so that no foreign page reaches it by one of its own")
    void foreignHosts(String host) throws Exception {
        for (var path : new String[] {"/", "/api/rooms/x1", "/api/rooms/x1/socket", "/rooms/x1", "/favicon.svg"}) {
            var refused = ask("GET %s HTTP/1.1".formatted(path), "Host: " + host);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.headers().get("content-type")).startsWith("application/problem+json");
        }
    }

    @Test
    @DisplayName("C5 changes by a page of another origin are refused, those of its own and of a configured one are not")
    void origins() {
        for (var foreign : new String[] {"http://evil.example", "null", "http://127.0.0.1:1"}) {
            assertThat(server.http().post("/api/rooms", "{}", "Origin", foreign).status())
                    .isEqualTo(403);
            assertThat(server.http()
                            .post("/api/rooms/x1/invitations", "{\"role\":\"viewer\"}", "Origin", foreign)
                            .status())
                    .isEqualTo(403);
        }
        for (var own : new String[] {"http://127.0.0.1:" + server.port(), "https://shop.example"}) {
            assertThat(server.http().post("/api/rooms", "{}", "Origin", own).status())
                    .isEqualTo(201);
        }
    }

    @Test
    @DisplayName("C5 a page of a configured origin may read what the API answers, also why a room did not open")
    void readByConfiguredOrigins() throws Exception {
        for (var path : new String[] {"/api/rooms/x1", "/api/rooms/NO", "/api/nothing", "/api/catalogue"}) {
            var answer = ask("GET %s HTTP/1.1".formatted(path), "Host: localhost", "Origin: https://shop.example");
            assertThat(answer.headers()).containsEntry("access-control-allow-origin", "https://shop.example");
            assertThat(answer.headers()).containsEntry("vary", "Origin");
            for (var other : new String[] {"Accept: */*", "Origin: https://evil.example", "Origin: null"}) {
                var silent = ask("GET %s HTTP/1.1".formatted(path), "Host: localhost", other);
                assertThat(silent.headers()).doesNotContainKey("access-control-allow-origin");
                assertThat(silent.status()).isEqualTo(answer.status());
            }
        }
        for (var path : new String[] {"/", "/rooms/x1", "/metrics", "/favicon.svg"}) {
            var answer = ask("GET %s HTTP/1.1".formatted(path), "Host: localhost", "Origin: https://shop.example");
            assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    @DisplayName("C5 a browser that asks first learns that a page of a configured origin may send tokens and JSON")
    void askedFirst() throws Exception {
        for (var path : new String[] {"/api/rooms", "/api/rooms/x1", "/api/rooms/x1/invitations"}) {
            var allowed = preflight(path, "https://shop.example");
            assertThat(allowed.status()).isEqualTo(204);
            assertThat(allowed.headers())
                    .containsEntry("access-control-allow-origin", "https://shop.example")
                    .containsEntry("access-control-allow-methods", "GET, POST")
                    .containsEntry("access-control-allow-headers", "Authorization, Content-Type")
                    .doesNotContainKey("access-control-allow-credentials");
            var foreign = preflight(path, "https://evil.example");
            assertThat(foreign.status()).isEqualTo(405);
            assertThat(foreign.headers()).doesNotContainKey("access-control-allow-origin");
        }
    }

    private static RawSocket.Answer preflight(String path, String origin) throws IOException {
        return ask(
                "OPTIONS %s HTTP/1.1".formatted(path),
                "Host: localhost",
                "Origin: " + origin,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization,content-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/nothing.js",
                "/api",
                "/api/nothing",
                "/api/rooms/x1/nothing",
                "/api/rooms/x1/events/1",
                "/rooms",
                "/rooms/x1/more",
                "/assets",
                "/assets/",
                "/assets/nothing.js",
                "/index.html",
                "/room.html",
                "/favicon.svg.br"
            })
    @DisplayName("unknown paths are 404, as a problem")
    void unknownPaths(String path) {
        var answer = server.http().get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/rooms, POST",
        "DELETE, /api/rooms/x1, GET",
        "PUT, /api/rooms/x1, GET",
        "POST, /api/rooms/x1/events, GET",
        "GET, /api/rooms/x1/invitations, POST",
        "POST, /api/rooms/x1/socket, GET",
        "POST, /api/catalogue, GET",
        "POST, /, GET",
        "POST, /rooms/x1, GET",
        "DELETE, /ready, GET",
        "POST, /favicon.svg, GET"
    })
    @DisplayName("a wrong method is 405 and says which one is right")
    void wrongMethod(String method, String path, String expected) {
        var answer = server.http().send(method, path, null);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(expected);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../room.html",
                "/assets/%2e%2e/room.html",
                "/assets/..%2froom.html",
                "/assets/%2e%2e%2f%2e%2e%2fapplication.conf",
                "/..%2fapplication.conf",
                "/../application.conf",
                "/assets/..%5croom.html",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets//etc/passwd",
                "/application.conf",
                "/assets/.hidden.js"
            })
    @DisplayName("no path leads out of the client's files")
    void traversal(String path) throws Exception {
        var answer = ask("GET %s HTTP/1.1".formatted(path), "Host: localhost");
        assertThat(answer.status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/rooms/NO", "/rooms/NO", "/api/rooms/NO/events", "/api/rooms/NO/socket", "/rooms/-x"})
    @DisplayName("C1 a bad room name is 400 everywhere")
    void badRoomNames(String path) {
        var answer = server.http().get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("field").asText()).isEqualTo("room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/rooms/x1?rev=%zz", "/api/rooms/x1?rev=%ff", "/api/rooms/%zz", "/rooms/x1?a=b=c&&"})
    @DisplayName("an address that cannot be read is a mistake of the client's, not the server's")
    void brokenAddresses(String path) throws Exception {
        assertThat(ask("GET %s HTTP/1.1".formatted(path), "Host: localhost").status())
                .isLessThan(500);
    }

    @Test
    @DisplayName("HEAD is answered as GET without the body")
    void head() {
        var answer = server.http().send("HEAD", "/", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
    }
}
