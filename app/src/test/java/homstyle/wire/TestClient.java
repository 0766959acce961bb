package homstyle.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** A real WebSocket client that keeps every frame it is sent. Whatever waits has a deadline, and says what came. */
public final class TestClient implements AutoCloseable {

    private final Inbox inbox = new Inbox();
    private WebSocket socket;
    private CompletableFuture<WebSocket> sending;

    TestClient() {}

    void use(WebSocket opened) {
        socket = opened;
        sending = CompletableFuture.completedFuture(opened);
    }

    WebSocket.Listener listener() {
        return new Listener();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                inbox.add(Inbox.parse(message.toString()));
                message.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            inbox.end("closed with " + code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            inbox.end("failed: " + failure);
        }
    }

    /** Sends a frame, after those sent before. */
    public synchronized void send(String frame) {
        sending = sending.thenCompose(ready -> ready.sendText(frame, true));
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
        return socket.getSubprotocol();
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
        socket.abort();
        inbox.end("cut");
    }

    /** Closes in order. */
    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((_, failure) -> {
            if (failure != null) {
                socket.abort();
            }
        });
    }

    private static boolean isA(JsonNode frame, String type) {
        return frame.path("type").asText().equals(type);
    }
}
