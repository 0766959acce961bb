package homstyle;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import homstyle.protocol.ServerFrame;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code homstyle train}: lives through a short working day, so that the JVM can write down (with
 * {@code -XX:AOTCacheOutput}) which classes a server loads and which methods are hot in it. A later start then begins
 * where this one ended.
 */
@Command(name = "train", hidden = true, description = "Exercise a server for the JVM's cache.")
final class Train implements Runnable {
    private static final int SLEEPERS = 50;
    private static final int NAPS = 10;
    private static final long NAP_MILLIS = 400;

    /** Whatever the environment says. */
    private static final Config SETTINGS = ConfigFactory.parseString("""
            homstyle {
                host = "127.0.0.1", port = 0, management-port = "", cluster = alone
                journal = "", keys = "", access = open
                warm-up = 0s, hibernate-after = %dms, limits.rates = off
            }
            """.formatted(NAP_MILLIS / 2));

    @Option(names = "--moves", defaultValue = "6000", description = "How many pieces are moved (${DEFAULT-VALUE}).")
    private int moves;

    @Override
    public void run() {
        try {
            var data = Files.createTempDirectory("homstyle-train");
            var server =
                    Server.start(SETTINGS.withValue("homstyle.data", ConfigValueFactory.fromAnyRef(data.toString())));
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
        var writer = Tab.open(http, address, "vardagsrum");
        var viewer = Tab.open(http, address, "vardagsrum");
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
            var tab = Tab.open(http, address, "sleeper-" + i);
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

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
