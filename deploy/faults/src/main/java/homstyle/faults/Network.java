package homstyle.faults;

import homstyle.cluster.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The network between the nodes of a cluster on this machine: a proxy before each node's cluster port, and a wire for
 * each way from one node to another. Each node opens its connections from a loopback address of its own, which tells
 * whose they are.
 */
final class Network implements AutoCloseable {
    private static final int FIRST = 100;

    private final Map<InetAddress, Map<Integer, Wire>> wires = new HashMap<>();
    private final List<Proxy> proxies = new ArrayList<>();

    /** @param size how many nodes, numbered from 1 */
    Network(int size) {
        for (int from = 1; from <= size; from++) {
            var ways = new HashMap<Integer, Wire>();
            for (int to = 1; to <= size; to++) {
                if (to != from) {
                    ways.put(to, new Wire());
                }
            }
            wires.put(addressOf(from), ways);
        }
    }

    /** Whether this machine has more than one loopback address, as all have with Linux. */
    static boolean isPossible() {
        try (var _ = new ServerSocket(0, 1, addressOf(1))) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** @return environment variables by which the node belongs to it */
    Map<String, String> join(int node, Node.Ports ports) {
        try {
            var target = new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.cluster());
            var proxy =
                    Proxy.to(target, from -> wires.getOrDefault(from, Map.of()).get(node));
            proxies.add(proxy);
            return Map.of(
                    "HOMSTYLE_CLUSTER_PORT",
                    Integer.toString(proxy.port()),
                    "HOMSTYLE_CLUSTER_BIND_PORT",
                    Integer.toString(ports.cluster()),
                    "HOMSTYLE_JAVA_OPTS",
                    "%s -Dpekko.remote.artery.advanced.tcp.outbound-client-hostname=%s"
                            .formatted(
                                    System.getenv().getOrDefault("HOMSTYLE_JAVA_OPTS", ""),
                                    addressOf(node).getHostAddress()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All wires to a node and from it. */
    List<Wire> around(int node) {
        var around = new ArrayList<>(wires.get(addressOf(node)).values());
        wires.values().stream()
                .filter(ways -> ways.containsKey(node))
                .map(ways -> ways.get(node))
                .forEach(around::add);
        return around;
    }

    @Override
    public void close() throws IOException {
        for (var proxy : proxies) {
            proxy.close();
        }
    }

    private static InetAddress addressOf(int node) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (FIRST + node)});
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
