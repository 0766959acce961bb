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

/** A cluster on this machine, its network and its PostgreSQL, and the faults that can strike them. */
final class Besieged implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    /** Nodes notice within this that one of them cannot be reached. */
    private static final Duration UNNOTICED = Duration.ofSeconds(5);

    private static final Duration SLOW = Duration.ofMillis(100);

    /** A node that is asked for the others names no more of them. */
    private static final int MOST_COUNTED = 5;

    private static final String JDBC = "jdbc:";
    private static final int POSTGRESQL_PORT = 5432;

    private final Database database;
    private final Proxy beforeDatabase;
    private final Wire toDatabase;
    private final Network network;
    private final LocalCluster cluster;

    private Besieged(Database database, Proxy beforeDatabase, Wire toDatabase, Network network, LocalCluster cluster) {
        this.database = database;
        this.beforeDatabase = beforeDatabase;
        this.toDatabase = toDatabase;
        this.network = network;
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
        settings.put("HOMSTYLE_RATE_LIMITS", "off");
        var wire = new Wire();
        var proxy = proxyBefore(settings, wire);
        var network = Network.isPossible() ? new Network(nodes) : null;
        var launcher = Path.of(System.getProperty("homstyle.home")).resolve("homstyle");
        var cluster = LocalCluster.start(new LocalCluster.Plan(
                launcher,
                folder,
                nodes,
                0,
                settings,
                (node, ports) -> network == null ? Map.of() : network.join(node, ports)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cluster.nodes().forEach(node -> node.kill())));
        return new Besieged(database, proxy, wire, network, cluster);
    }

    /** Null for SQLite; else the settings name the proxy instead of the database. */
    private static Proxy proxyBefore(Map<String, String> settings, Wire wire) throws IOException {
        var url = URI.create(settings.get("HOMSTYLE_JOURNAL").substring(JDBC.length()));
        if (!"postgresql".equals(url.getScheme())) {
            return null;
        }
        var port = url.getPort() < 0 ? POSTGRESQL_PORT : url.getPort();
        var proxy = Proxy.to(new InetSocketAddress(url.getHost(), port), wire);
        var query = url.getQuery() == null ? "" : "?" + url.getQuery();
        settings.put(
                "HOMSTYLE_JOURNAL",
                "%spostgresql://127.0.0.1:%d%s%s".formatted(JDBC, proxy.port(), url.getPath(), query));
        return proxy;
    }

    List<URI> addresses() {
        return cluster.nodes().stream()
                .map(node -> URI.create("http://127.0.0.1:" + node.ports().http()))
                .toList();
    }

    /** All that can strike here; what that is depends on the database, and on whether nodes can be told apart. */
    List<Nemesis> nemeses() {
        var victims = new Victims<ClusterNode>(
                cluster.nodes().stream().map(this::victim).toList());
        var nemeses = new ArrayList<>(
                List.of(Processes.kill(victims), Processes.pause(victims), Processes.term(victims, END)));
        if (network != null) {
            nemeses.add(Networks.cut("node-cut", victims));
            nemeses.add(Networks.swallow("node-silent", victims));
        }
        if (beforeDatabase != null) {
            var place = new Victims<Place>(List.of(new WayToDatabase(List.of(toDatabase))));
            nemeses.add(Networks.cut("database-cut", place));
            nemeses.add(Networks.swallow("database-silent", place));
            nemeses.add(Networks.delay("database-slow", place, SLOW));
        }
        if (database != null) {
            nemeses.add(new DatabaseRestart(database));
        }
        return nemeses;
    }

    private ClusterNode victim(Node node) {
        return new ClusterNode(node, network == null ? List.of() : network.around(node.number()));
    }

    /**
     * Waits until all nodes serve and each can reach all others, and starts those that have ended by themselves. This must
     * hold for a while: after a short cut nodes may notice only when it is over that they have not heard of each other, and
     * one that was given up while it was paused or cut off seems ready at first, and ends a few seconds later.
     */
    void recover(Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        var missedAt = System.nanoTime();
        while (System.nanoTime() - missedAt < UNNOTICED.toNanos()) {
            var missing = missing();
            if (!missing.isEmpty()) {
                missedAt = System.nanoTime();
            }
            if (missedAt > deadline) {
                throw new IllegalStateException("nodes %s do not come back".formatted(missing));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** The numbers of those that do not serve, or do not reach all others. */
    private List<Integer> missing() {
        // All first: when all have ended, none is ready before there are enough of them to form a cluster.
        cluster.nodes().forEach(Node::launchIfEnded);
        var all = Math.min(cluster.nodes().size(), MOST_COUNTED);
        return cluster.nodes().stream()
                .filter(node -> !node.isReady() || node.members() < all)
                .map(Node::number)
                .toList();
    }

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
        if (network != null) {
            network.close();
        }
        if (beforeDatabase != null) {
            beforeDatabase.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private record WayToDatabase(List<Wire> wires) implements Place {
        @Override
        public String name() {
            return "database";
        }
    }

    private record ClusterNode(Node node, List<Wire> wires) implements Victim, Place {
        @Override
        public String name() {
            return "node-" + node.number();
        }

        @Override
        public ProcessHandle process() {
            return node.process();
        }

        /** Tried once: {@link Besieged#recover} goes on trying. Who is cut off cannot be ready before that is healed. */
        @Override
        public void restart() {
            if (wires.stream().allMatch(Wire::isOpen)) {
                isBack(node);
            } else {
                node.launch();
            }
        }
    }
}
