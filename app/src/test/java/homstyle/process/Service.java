package homstyle.process;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A running service, as it is reached from outside. */
record Service(String address) {
    static final HttpClient HTTP = HttpClient.newHttpClient();

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    HttpResponse<String> get(String path, String token) throws Exception {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(json)));
    }

    /** The socket of a room; {@code query} such as {@code ?since=3}, or empty. */
    URI socket(String room, String query) {
        return URI.create(address.replaceFirst("http", "ws") + "/api/rooms/" + room + "/socket" + query);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Wait.LONG);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
