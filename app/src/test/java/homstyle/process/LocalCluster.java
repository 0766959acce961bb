package homstyle.process;

import homstyle.access.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Nodes of one cluster, each a process of its own, on this machine. */
final class LocalCluster implements AutoCloseable {
    private final Path folder;
    private final String journal;
    private final List<Node> nodes = new ArrayList<>();

    /** One of them; it keeps its ports when it is started anew. */
    final class Node {
        private final int port = Program.freePort();
        private final int managementPort = Program.freePort();
        private final Path data;
        private Program.Running running;

        private Node(Path data) {
            this.data = data;
        }

        Service service() {
            return new Service("http://127.0.0.1:" + port);
        }

        Service management() {
            return new Service("http://127.0.0.1:" + managementPort);
        }

        Program.Running process() {
            return running;
        }

        private void launch() throws Exception {
            running = new Program()
                    .with("HOMSTYLE_JOURNAL", journal)
                    .with("HOMSTYLE_KEYS", keys().toString())
                    .with("HOMSTYLE_CLUSTER", contacts())
                    .with("HOMSTYLE_MANAGEMENT_PORT", Integer.toString(managementPort))
                    .with("HOMSTYLE_WARM_UP", "0s")
                    // What is held stays held until a lost node is given up, however long a busy machine takes.
                    .with("HOMSTYLE_LOCK_LEASE", "600s")
                    .launch("serve", "--data", data.toString(), "--port", Integer.toString(port));
        }

        /** Starts it where it is not running, and waits until it serves. */
        void start() throws Exception {
            launch();
            running.awaitAddress();
        }
    }

    /** @param journal the JDBC URL of what they share */
    private LocalCluster(Path folder, String journal) {
        this.folder = folder;
        this.journal = journal;
        SigningKeys.in(keys());
    }

    /** Nodes on one SQLite file. */
    static LocalCluster start(Path folder, int size) throws Exception {
        var cluster = new LocalCluster(folder, "jdbc:sqlite:" + folder.resolve("journal.db"));
        for (int number = 1; number <= size; number++) {
            cluster.nodes.add(cluster.new Node(Files.createDirectory(folder.resolve("node-" + number))));
        }
        try {
            for (var node : cluster.nodes) {
                node.launch();
            }
            for (var node : cluster.nodes) {
                node.running.awaitAddress();
            }
            return cluster;
        } catch (Exception | AssertionError failed) {
            cluster.close();
            throw failed;
        }
    }

    Node node(int index) {
        return nodes.get(index);
    }

    private Path keys() {
        return folder.resolve("keys.json");
    }

    private String contacts() {
        return nodes.stream().map(node -> "127.0.0.1:" + node.managementPort).collect(Collectors.joining(","));
    }

    /** Names of rooms enough that some live on each node. */
    static List<String> rooms(String prefix) {
        return IntStream.rangeClosed(1, 12).mapToObj(n -> prefix + "-" + n).toList();
    }

    @Override
    public void close() throws IOException {
        for (var running :
                nodes.stream().map(Node::process).flatMap(Stream::ofNullable).toList()) {
            running.close();
        }
    }
}
