package homstyle;

import homstyle.protocol.FrameCodec;
import homstyle.protocol.ServerFrame;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A tab in a room that the server itself opens, to exercise what it does for others. */
final class Tab implements WebSocket.Listener {
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private Tab(WebSocket.Builder builder, URI address) throws InterruptedException {
        socket = builder.buildAsync(address, this).join();
        await(ServerFrame.Welcome.class);
    }

    static Tab open(HttpClient http, String server, String room) throws InterruptedException {
        return new Tab(http.newWebSocketBuilder(), address(server, room));
    }

    static Tab open(HttpClient http, String server, String room, String token) throws InterruptedException {
        var builder = http.newWebSocketBuilder().subprotocols("homstyle.room.v1", "homstyle.token." + token);
        return new Tab(builder, address(server, room));
    }

    private static URI address(String server, String room) {
        return URI.create("ws://%s/api/rooms/%s/socket".formatted(server, room));
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            received.add(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    ServerFrame ask(String frame) throws InterruptedException {
        send(frame);
        return await(ServerFrame.Change.class);
    }

    ServerFrame await(Class<? extends ServerFrame> kind) throws InterruptedException {
        while (true) {
            var text = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (text == null) {
                throw new IllegalStateException("no %s came".formatted(kind.getSimpleName()));
            }
            var frame = decoded(text);
            if (kind.isInstance(frame)) {
                return frame;
            }
        }
    }

    private static ServerFrame decoded(String text) {
        try {
            return FrameCodec.decodeServerFrame(text);
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + text, unreadable);
        }
    }

    void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
}
