package homstyle.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** A real WebSocket client that keeps every frame it is sent. Whatever waits has a deadline, and says what came. */
public final class TestClient implements AutoCloseable {

    private static final int NORMAL_CLOSURE = 1000;

    private final Inbox inbox = new Inbox();
    private final CompletableFuture<Response> upgraded = new CompletableFuture<>();
    private final WebSocket socket;

    /** The server answered the handshake with something else than an upgrade. */
    static final class UpgradeRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        private UpgradeRefused(int status, Throwable failure) {
            super("HTTP status " + status, failure);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private TestClient(OkHttpClient http, Request request) {
        socket = http.newWebSocket(request, new Listener());
    }

    /** Returns when the connection is upgraded. */
    static TestClient open(OkHttpClient http, Request request) {
        var client = new TestClient(http, request);
        try {
            client.upgraded.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof UpgradeRefused refused ? refused : failed;
        }
        return client;
    }

    private final class Listener extends WebSocketListener {
        @Override
        public void onOpen(WebSocket from, Response response) {
            upgraded.complete(response);
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            inbox.add(Inbox.parse(text));
        }

        @Override
        public void onClosing(WebSocket from, int code, String reason) {
            inbox.end("closed with " + code);
            from.close(NORMAL_CLOSURE, null);
        }

        @Override
        public void onFailure(WebSocket from, Throwable failure, Response response) {
            upgraded.completeExceptionally(response == null ? failure : new UpgradeRefused(response.code(), failure));
            inbox.end("failed: " + failure);
        }
    }

    /** Sends a frame, after those sent before. */
    public void send(String frame) {
        socket.send(frame);
    }

    /** Sends a request and waits for its answer. */
    public JsonNode ask(String request) {
        send(request);
        return answer(Inbox.parse(request).get("id").asText());
    }

    /** The frame that answers the request of that id: a change of one's own, {@code accepted} or {@code rejected}. */
    public JsonNode answer(String id) {
        return inbox.first("answer to " + id, frame -> answers(frame, id));
    }

    boolean answers(JsonNode frame, String id) {
        return frame.path("id").asText().equals(id)
                && (!frame.has("by") || frame.get("by").asText().equals(id()));
    }

    /** The next frame of that type that was not read yet. */
    public JsonNode next(String type) {
        return inbox.next(type, frame -> isA(frame, type));
    }

    JsonNode next(String what, Predicate<JsonNode> wanted) {
        return inbox.next(what, wanted);
    }

    void until(String what, Predicate<List<JsonNode>> wanted) {
        inbox.until(what, wanted);
    }

    /** Waits until this client has the room at that revision, by its welcome or by the changes since. */
    public void reach(long rev) {
        inbox.first(
                "revision " + rev,
                frame -> frame.path("rev").asLong() >= rev && (frame.has("by") || isA(frame, "welcome")));
    }

    /** Waits until everything that was sent to this client before now is here: what came, came before this pong. */
    public void settle() {
        var id = "settled-" + System.nanoTime();
        send(Frames.ping(id));
        inbox.first(
                "pong", frame -> isA(frame, "pong") && frame.path("id").asText().equals(id));
    }

    JsonNode awaitFirst() {
        return inbox.first("first frame", _ -> true);
    }

    JsonNode first() {
        return inbox.all().getFirst();
    }

    List<JsonNode> all() {
        return inbox.all();
    }

    List<JsonNode> all(String type) {
        return inbox.all().stream().filter(frame -> isA(frame, type)).toList();
    }

    /** The stored changes that came, in the order they came. */
    public List<JsonNode> changes() {
        return inbox.all().stream()
                .filter(frame -> frame.has("rev") && frame.has("by"))
                .toList();
    }

    List<Long> revisions() {
        return changes().stream().map(change -> change.get("rev").asLong()).toList();
    }

    /** The client ids that {@code welcome} or {@code resumed} names. */
    List<String> clientsAtFirst() {
        return StreamSupport.stream(first().get("clients").spliterator(), false)
                .map(client -> client.get("client").asText())
                .toList();
    }

    JsonNode you() {
        return first().get("you");
    }

    public String id() {
        return you().get("client").asText();
    }

    public String role() {
        return you().get("role").asText();
    }

    /** The server's build, as the welcome tells it. */
    public String version() {
        return first().get("version").asText();
    }

    String resumeKey() {
        return you().get("resume").asText();
    }

    String subprotocol() {
        return upgraded.join().header("Sec-WebSocket-Protocol", "");
    }

    boolean hasEnded() {
        return inbox.hasEnded();
    }

    String awaitEnd() {
        return inbox.awaitEnd();
    }

    /** Locks the items and returns their fence. */
    public long lock(String id, String... items) {
        return ask(Frames.lock(id, items)).get("rev").asLong();
    }

    /** Breaks the connection off without a word. */
    void cut() {
        inbox.end("cut");
        socket.cancel();
    }

    /** Closes in order. */
    @Override
    public void close() {
        socket.close(NORMAL_CLOSURE, null);
    }

    private static boolean isA(JsonNode frame, String type) {
        return frame.path("type").asText().equals(type);
    }
}
