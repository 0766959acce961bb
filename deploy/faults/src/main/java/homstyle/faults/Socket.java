package homstyle.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.FrameCodec;
import homstyle.protocol.ServerFrame;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket to a room: says frames, and hands over those that come in their order. */
final class Socket implements AutoCloseable {
    private static final String SUBPROTOCOL = "homstyle.room.v1";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final LinkedBlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private final Duration patience;
    private final WebSocket socket;

    /** The connection is over, or there never was one. */
    static final class Lost extends Exception {
        private static final long serialVersionUID = 1L;

        Lost(String how) {
            super(how);
        }
    }

    private sealed interface Arrived {
        record Frame(ServerFrame frame) implements Arrived {}

        record End(String how) implements Arrived {}
    }

    /**
     * @param credentials token and resume key, as further subprotocols (C3)
     * @param patience how long connecting and sending may take: a process that is stopped still has its port open
     */
    static Socket open(URI room, List<String> credentials, Duration patience) throws Lost {
        return new Socket(room, credentials, patience);
    }

    private Socket(URI room, List<String> credentials, Duration patience) throws Lost {
        this.patience = patience;
        var opening = HTTP.newWebSocketBuilder()
                .connectTimeout(patience)
                .subprotocols(SUBPROTOCOL, credentials.toArray(String[]::new))
                .buildAsync(room, new Ear());
        try {
            socket = opening.copy()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failed) {
            opening.thenAccept(WebSocket::abort);
            throw new Lost("not opened: " + failed.getCause());
        }
    }

    void say(ClientFrame frame) throws Lost {
        try {
            socket.sendText(RequestJson.encode(frame), true)
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failed) {
            throw new Lost("not sent: " + failed.getCause());
        }
    }

    /** The next frame, if one comes in time. */
    Optional<ServerFrame> poll(Duration atMost) throws Lost, InterruptedException {
        return switch (arrived.poll(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            case null -> Optional.empty();
            case Arrived.Frame(var frame) -> Optional.of(frame);
            case Arrived.End(var how) -> throw new Lost(how);
        };
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
                read(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            arrived.add(new Arrived.End("closed with " + code));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            arrived.add(new Arrived.End("broken: " + failure));
        }

        private void read(String message) {
            try {
                arrived.add(new Arrived.Frame(FrameCodec.decodeServerFrame(message)));
            } catch (InvalidTypeIdException _) {
                // A type that a later version added is to be ignored.
            } catch (JsonProcessingException unreadable) {
                arrived.add(new Arrived.End("unreadable frame: " + message));
            }
        }
    }
}
