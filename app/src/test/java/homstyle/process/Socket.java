package homstyle.process;

import homstyle.protocol.FrameCodec;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.ServerFrame;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** A WebSocket to a room: sends texts, hands over what comes in the order it comes. */
final class Socket implements AutoCloseable {
    static final String SUBPROTOCOL = "homstyle.room.v1";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final OkHttpClient HTTP = new OkHttpClient.Builder()
            .connectTimeout(PATIENCE)
            .readTimeout(PATIENCE)
            .build();

    static {
        // A socket counts as a request as long as it is open.
        HTTP.dispatcher().setMaxRequests(Integer.MAX_VALUE);
    }

    private final LinkedBlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final WebSocket socket;

    /** @param frame empty for the end of the connection */
    private record Arrived(Optional<ServerFrame> frame, String end) {}

    /** The connection is over, or there never was one. */
    static final class Closed extends Exception {
        private static final long serialVersionUID = 1L;

        Closed(String how) {
            super(how);
        }
    }

    /** @param credentials token and resume key, as further subprotocols */
    static Socket open(URI room, List<String> credentials) throws Closed {
        return new Socket(room, credentials);
    }

    private Socket(URI room, List<String> credentials) throws Closed {
        var subprotocols = Stream.concat(Stream.of(SUBPROTOCOL), credentials.stream());
        var request = new Request.Builder()
                .url(room.toString())
                .header("Sec-WebSocket-Protocol", subprotocols.collect(Collectors.joining(", ")))
                .build();
        socket = HTTP.newWebSocket(request, new Ear());
        try {
            opened.join();
        } catch (CompletionException failed) {
            throw new Closed("not opened: " + failed.getCause());
        }
    }

    void send(String text) throws Closed {
        if (!socket.send(text)) {
            throw new Closed("not sent: the connection is over");
        }
    }

    /** The next frame, if one comes in time. */
    Optional<ServerFrame> poll(Duration patience) throws Closed, InterruptedException {
        var next = arrived.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (next == null) {
            return Optional.empty();
        }
        if (next.frame().isEmpty()) {
            arrived.add(next);
            throw new Closed(next.end());
        }
        return next.frame();
    }

    /** The next frame of this kind; those before it are passed over. */
    <F extends ServerFrame> F await(Class<F> kind) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var frame = poll(PATIENCE);
            if (frame.isPresent() && kind.isInstance(frame.get())) {
                return kind.cast(frame.get());
            }
        }
        throw new AssertionError("no %s came within %s".formatted(kind.getSimpleName(), PATIENCE));
    }

    /**
     * Sends a request until it is stored, and returns its change. Where rooms just move, which they do for a while after
     * nodes have come or gone, one may be out of reach for longer than an answer may take (E4).
     */
    <C extends ServerFrame.Change> C stores(String request, Class<C> change) throws Exception {
        send(request);
        while (true) {
            var frame = poll(PATIENCE).orElseThrow(() -> new AssertionError("no answer to " + request));
            if (change.isInstance(frame)) {
                return change.cast(frame);
            }
            if (frame instanceof ServerFrame.Rejected rejected) {
                if (rejected.code() != RejectionCode.UNAVAILABLE) {
                    throw new AssertionError("%s was refused: %s".formatted(request, rejected));
                }
                send(request);
            }
        }
    }

    @Override
    public void close() {
        socket.cancel();
    }

    private final class Ear extends WebSocketListener {
        @Override
        public void onOpen(WebSocket from, Response response) {
            opened.complete(null);
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            arrived.add(read(text));
        }

        @Override
        public void onClosing(WebSocket from, int code, String reason) {
            arrived.add(new Arrived(Optional.empty(), "closed: " + code));
            from.close(code, null);
        }

        @Override
        public void onFailure(WebSocket from, Throwable failure, Response response) {
            opened.completeExceptionally(failure);
            arrived.add(new Arrived(Optional.empty(), "broken: " + failure));
        }

        private static Arrived read(String text) {
            try {
                return new Arrived(Optional.of(FrameCodec.decodeServerFrame(text)), null);
            } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
                return new Arrived(Optional.empty(), "unreadable frame: " + text);
            }
        }
    }
}
