package homstyle;

import com.typesafe.config.ConfigFactory;
import homstyle.protocol.FrameCodec;
import homstyle.protocol.ServerFrame;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code homstyle train}: lives through a short working day, so that the JVM can write down (with
 * {@code -XX:AOTCacheOutput}) which classes a server loads and which methods are hot in it. A later start then begins
 * where this one ended.
 */
@Command(name = "train", hidden = true, description = "Exercise a server for the JVM's cache.")
final class Train implements Runnable {
    private static final long PATIENCE_SECONDS = 30;
    private static final int SLEEPERS = 50;
    private static final int NAPS = 10;
    private static final long NAP_MILLIS = 400;

    @Option(names = "--moves", defaultValue = "6000", description = "How many pieces are moved (${DEFAULT-VALUE}).")
    private int moves;

    @Override
    public void run() {
        try {
            var data = Files.createTempDirectory("homstyle-train");
            var server = Server.start(ConfigFactory.parseMap(Map.of(
                    "homstyle.port",
                    "0",
                    "homstyle.data",
                    data.toString(),
                    "homstyle.host",
                    "127.0.0.1",
                    "homstyle.access",
                    "open",
                    "homstyle.hibernate-after",
                    NAP_MILLIS / 2 + "ms",
                    "homstyle.journal",
                    "")));
            try (var http = HttpClient.newHttpClient()) {
                exercise(http, "127.0.0.1:" + server.address().getPort());
            } finally {
                server.stop();
                delete(data);
            }
        } catch (IOException | InterruptedException failed) {
            throw new CannotServe("the training run failed: " + failed, failed);
        }
    }

    private void exercise(HttpClient http, String address) throws IOException, InterruptedException {
        for (var path :
                new String[] {"/", "/rooms/vardagsrum", "/api/catalogue", "/api/rooms/vardagsrum/events", "/metrics"}) {
            http.send(
                    HttpRequest.newBuilder(URI.create("http://" + address + path))
                            .build(),
                    BodyHandlers.ofString());
        }
        move(http, address);
        sleepAndWake(http, address);
    }

    private void move(HttpClient http, String address) throws InterruptedException {
        var writer = new Tab(http, address, "vardagsrum");
        var viewer = new Tab(http, address, "vardagsrum");
        var fence = ((ServerFrame.Locked) writer.ask("{\"type\":\"lock\",\"id\":\"l\",\"items\":[\"sofa\"]}")).rev();
        for (int i = 0; i < moves; i++) {
            var x = 1_000 + i % 3_000;
            writer.send("{\"type\":\"cursor\",\"x\":%d,\"y\":2000}".formatted(x));
            writer.send("{\"type\":\"drag\",\"item\":\"sofa\",\"x\":%d,\"y\":2000,\"rotation\":0,\"fence\":%d}"
                    .formatted(x, fence));
            writer.send(
                    "{\"type\":\"move\",\"id\":\"m%d\",\"item\":\"sofa\",\"x\":%d,\"y\":2000,\"rotation\":0,\"fence\":%d}"
                            .formatted(i, x, fence));
            viewer.await(ServerFrame.Moved.class);
        }
        writer.ask("{\"type\":\"unlock\",\"id\":\"u\",\"items\":[\"sofa\"]}");
        writer.close();
        viewer.close();
    }

    private static void sleepAndWake(HttpClient http, String address) throws InterruptedException {
        var tabs = new ArrayList<Tab>();
        for (int i = 0; i < SLEEPERS; i++) {
            var tab = new Tab(http, address, "sleeper-" + i);
            tab.ask(
                    "{\"type\":\"place\",\"id\":\"p\",\"item\":\"s\",\"sku\":\"HS-SOFA-220\",\"x\":900,\"y\":900,\"rotation\":0}");
            tabs.add(tab);
        }
        for (int nap = 0; nap < NAPS; nap++) {
            Thread.sleep(NAP_MILLIS);
            for (var tab : tabs) {
                tab.ask("{\"type\":\"lock\",\"id\":\"l%d\",\"items\":[\"s\"]}".formatted(nap));
                tab.ask("{\"type\":\"unlock\",\"id\":\"u%d\",\"items\":[\"s\"]}".formatted(nap));
            }
        }
        tabs.forEach(Tab::close);
    }

    /** A tab in a room. */
    private static final class Tab implements WebSocket.Listener {
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private final WebSocket socket;

        Tab(HttpClient http, String address, String room) throws InterruptedException {
            socket = http.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://%s/api/rooms/%s/socket".formatted(address, room)), this)
                    .join();
            await(ServerFrame.Welcome.class);
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

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
