package homstyle.faults;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import homstyle.protocol.FrameCodec;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame.Change;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One node of the service, as it is asked over HTTP.
 *
 * @param address {@code http://HOST:PORT}
 */
record Service(URI address) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param token null where access is open */
    Description describe(RoomId room, String token) throws IOException, InterruptedException {
        try (var body = get("/api/rooms/" + room, token)) {
            return JSON.readValue(body, Description.class);
        }
    }

    /** The room's journal, from the first change to the last. */
    List<Change> journal(RoomId room, String token) throws IOException, InterruptedException {
        var changes = new ArrayList<Change>();
        try (var lines = new BufferedReader(
                new InputStreamReader(get("/api/rooms/" + room + "/events", token), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                changes.add((Change) FrameCodec.decodeServerFrame(line));
            }
        }
        return changes;
    }

    private InputStream get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("%s answers %d, expected 200".formatted(response.uri(), response.statusCode()));
        }
        return response.body();
    }
}
