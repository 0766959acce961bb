package homstyle.process;

import homstyle.protocol.FrameCodec;
import homstyle.protocol.ServerFrame;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket to a room: sends texts, hands over what comes in the order it comes. */
final class Socket implements AutoCloseable {
    static final String SUBPROTOCOL = "homstyle.room.v1";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LinkedBlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
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
        try {
            socket = Service.HTTP
                    .newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .subprotocols(SUBPROTOCOL, credentials.toArray(String[]::new))
                    .buildAsync(room, new Ear())
                    .join();
        } catch (CompletionException failed) {
            throw new Closed("not opened: " + failed.getCause());
        }
    }

    void send(String text) throws Closed {
        try {
            socket.sendText(text, true)
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException failed) {
            throw new Closed("not sent: " + failed.getCause());
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

    @Override
    public void close() {
        socket.abort();
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                arrived.add(read(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            arrived.add(new Arrived(Optional.empty(), "closed: " + code));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
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
