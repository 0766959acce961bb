package homstyle.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The server under load, as far as plain HTTP reaches it. */
final class Server {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI url;
    private final URI metrics;
    private final String sku;

    private Server(Plan plan) {
        url = plan.url();
        metrics = plan.metrics();
        sku = sku();
    }

    /** @throws CannotLoad when nothing listens there, or something else does */
    static Server of(Plan plan) {
        return new Server(plan);
    }

    /** What the server says of a room: its revision, and how many locks are held. */
    record Seen(long rev, int locks) {}

    /** {@code ws://} or {@code wss://}, host and port. */
    String socketAddress() {
        return base().replaceFirst("^http", "ws");
    }

    /** A product of the server's catalogue. */
    String sku() {
        if (sku != null) {
            return sku;
        }
        var answer = send(get("/api/catalogue"));
        try {
            var first = JSON.readTree(answer.body()).path("products").path(0).path("sku");
            if (answer.statusCode() == OK && first.isTextual()) {
                return first.textValue();
            }
        } catch (JsonProcessingException notJson) {
            // The same as JSON that is no catalogue.
        }
        throw new CannotLoad("%s is no HÖMSTYLE server: GET /api/catalogue answered %d, expected the catalogue. %s"
                .formatted(url, answer.statusCode(), "Name one with --url."));
    }

    /** Rooms of their own for one run, created first where that is what opens them. */
    List<Room> rooms(String prefix, int count) {
        var signed = send(get("/api/rooms/" + prefix)).statusCode() == UNAUTHORIZED;
        var rooms = new ArrayList<Room>();
        for (int i = 0; i < count; i++) {
            var id = "%s-%d".formatted(prefix, i);
            rooms.add(new Room(id, signed ? create(id) : null));
        }
        return rooms;
    }

    Seen look(Room room) {
        var request = get("/api/rooms/" + room.id());
        if (room.token() != null) {
            request.header("Authorization", "Bearer " + room.token());
        }
        var answer = json(request, OK);
        return new Seen(answer.path("rev").asLong(), answer.path("locks").size());
    }

    /** {@link Metrics#NONE} where the server has no metrics at that address. */
    Metrics metrics() {
        var answer = send(HttpRequest.newBuilder(metrics));
        return answer.statusCode() == OK ? Metrics.parse(answer.body()) : Metrics.NONE;
    }

    private String create(String id) {
        var body = "{\"room\":\"%s\",\"title\":\"Load test\"}".formatted(id);
        var request = HttpRequest.newBuilder(url.resolve("/api/rooms"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return json(request, CREATED).path("tokens").path("edit").asText();
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(url.resolve(path));
    }

    private String base() {
        return "%s://%s".formatted(url.getScheme(), url.getRawAuthority());
    }

    private JsonNode json(HttpRequest.Builder request, int expected) {
        var answer = send(request);
        try {
            if (answer.statusCode() == expected) {
                return JSON.readTree(answer.body());
            }
        } catch (JsonProcessingException notJson) {
            // Told below, with what came.
        }
        throw new CannotLoad("%s %s answered %d, expected %d: %s"
                .formatted(answer.request().method(), answer.uri(), answer.statusCode(), expected, answer.body()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (ConnectException refused) {
            throw new CannotLoad(
                    "nothing listens at %s; start a server with ./homstyle serve, or name another with --url"
                            .formatted(url));
        } catch (IOException broken) {
            throw new CannotLoad("%s cannot be reached: %s".formatted(url, broken));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotLoad("interrupted");
        }
    }
}
