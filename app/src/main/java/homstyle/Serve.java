package homstyle;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homstyle serve}: runs the service until it is told to stop. */
@Command(
        name = "serve",
        description = "Start the designer.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Serve implements Callable<Integer> {
    private static final int ENDED_BY_ITSELF = 1;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", description = "Where to listen (8080; 0 for any free port).")
    private Integer port;

    @Option(names = "--host", description = "The address to listen on (127.0.0.1).")
    private String host;

    @Option(names = "--data", description = "The folder for journal and keys (data).")
    private Path data;

    @Option(names = "--access", description = "open, or signed: rooms need a token.")
    private String access;

    @Override
    public Integer call() {
        var set = new HashMap<String, Object>();
        put(set, "port", port);
        put(set, "host", host);
        put(set, "data", data);
        put(set, "access", access);
        var server = Server.start(ConfigFactory.parseMap(set, "command line"));
        // Before the address is told, so that whoever reads it can also end the server in order.
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        var out = spec.commandLine().getOut();
        out.printf(
                "HÖMSTYLE Rooms is open on http://%s:%d%n",
                shownHost(server), server.address().getPort());
        out.flush();
        server.awaitEnd();
        // Nobody hears this of a server that was told to stop: the process is ending already.
        return ENDED_BY_ITSELF;
    }

    private static String shownHost(Server server) {
        var address = server.address().getAddress();
        return address.isLoopbackAddress() || address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
    }

    private static void put(HashMap<String, Object> set, String key, Object value) {
        if (value != null) {
            set.put("homstyle." + key, value.toString());
        }
    }
}
