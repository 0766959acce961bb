package homstyle.faults;

import homstyle.cluster.CannotStart;
import homstyle.cluster.Database;
import homstyle.cluster.LocalCluster;
import homstyle.cluster.Node;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cluster on this machine with its PostgreSQL behind a wire, and the faults that can strike the two. */
final class Besieged implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofMinutes(1);
    private static final Duration SLOW = Duration.ofMillis(100);
    private static final String JDBC = "jdbc:";
    private static final int POSTGRESQL_PORT = 5432;

    private final Database database;
    private final Wire wire;
    private final LocalCluster cluster;

    private Besieged(Database database, Wire wire, LocalCluster cluster) {
        this.database = database;
        this.wire = wire;
        this.cluster = cluster;
    }

    /**
     * @param folder for data, keys and logs
     * @param journal a JDBC URL in place of a PostgreSQL of its own; null for none
     */
    static Besieged start(Path folder, int nodes, String journal) throws IOException {
        if (journal != null && !journal.startsWith(JDBC)) {
            throw new IllegalArgumentException("--journal is \"%s\", expected a JDBC URL".formatted(journal));
        }
        var database = journal == null ? Database.in(folder.resolve("postgresql")) : null;
        var settings = new HashMap<>(database == null ? Map.of("HOMSTYLE_JOURNAL", journal) : database.settings());
        var wire = wireBefore(settings);
        var launcher = Path.of(System.getProperty("homstyle.home")).resolve("homstyle");
        var limits = Map.of("HOMSTYLE_RATE_LIMITS", "off");
        var cluster = LocalCluster.start(new LocalCluster.Plan(launcher, folder, nodes, 0, settings, limits));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cluster.nodes().forEach(node -> node.kill())));
        return new Besieged(database, wire, cluster);
    }

    /** Null for SQLite; else the settings name the wire instead of the database. */
    private static Wire wireBefore(Map<String, String> settings) throws IOException {
        var url = URI.create(settings.get("HOMSTYLE_JOURNAL").substring(JDBC.length()));
        if (!"postgresql".equals(url.getScheme())) {
            return null;
        }
        var port = url.getPort() < 0 ? POSTGRESQL_PORT : url.getPort();
        var wire = Wire.to(new InetSocketAddress(url.getHost(), port), 0);
        var query = url.getQuery() == null ? "" : "?" + url.getQuery();
        settings.put(
                "HOMSTYLE_JOURNAL",
                "%spostgresql://127.0.0.1:%d%s%s".formatted(JDBC, wire.port(), url.getPath(), query));
        return wire;
    }

    List<URI> addresses() {
        return cluster.nodes().stream()
                .map(node -> URI.create("http://127.0.0.1:" + node.ports().http()))
                .toList();
    }

    /** All that can strike here; those of the database only where there is a wire before it. */
    List<Nemesis> nemeses() {
        var victims = new Victims(cluster.nodes().stream().map(ClusterNode::new).toList());
        var nemeses = new ArrayList<>(
                List.of(Processes.kill(victims), Processes.pause(victims), Processes.term(victims, END)));
        if (wire != null) {
            var place = Map.of("database", List.of(wire));
            nemeses.add(Networks.cut("database-cut", place));
            nemeses.add(Networks.swallow("database-silent", place));
            nemeses.add(Networks.delay("database-slow", place, SLOW));
        }
        return nemeses;
    }

    /** Waits until all nodes serve, and starts those that have ended by themselves. */
    void recover(Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        for (var node : cluster.nodes()) {
            while (!isBack(node)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("node %d does not come back".formatted(node.number()));
                }
            }
        }
    }

    /** A node that was given up while it was paused ends by itself, maybe only after it was seen to be ready. */
    private static boolean isBack(Node node) {
        try {
            node.start(START);
            return true;
        } catch (CannotStart _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        cluster.close();
        if (wire != null) {
            wire.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private record ClusterNode(Node node) implements Victim {
        @Override
        public String name() {
            return "node-" + node.number();
        }

        @Override
        public ProcessHandle process() {
            return node.process();
        }

        /** Tried once: {@link Besieged#recover} goes on trying. */
        @Override
        public void restart() {
            isBack(node);
        }
    }
}
