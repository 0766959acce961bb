package homstyle.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homstyle.cluster.Node;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three servers in the places of nodes, and connections as nodes would open them. */
class NetworkTest {
    private static final int LONG = 30_000;
    private static final int A_WHILE = 200;

    private final Map<Integer, Echo> nodes = new HashMap<>();
    private final Map<Integer, Map<String, String>> settings = new HashMap<>();
    private Network network;

    @BeforeEach
    void join() throws IOException {
        assumeTrue(Network.isPossible(), "one loopback address only");
        network = new Network(3);
        for (int node = 1; node <= 3; node++) {
            nodes.put(node, new Echo());
            settings.put(
                    node,
                    network.join(
                            node, new Node.Ports(0, 0, nodes.get(node).address().getPort())));
        }
    }

    @AfterEach
    void end() throws IOException {
        if (network != null) {
            network.close();
        }
        for (var node : nodes.values()) {
            node.close();
        }
    }

    @Test
    void aNodeIsToldWhereItListensAndWhereOthersReachIt() throws Exception {
        assertThat(settings.get(1))
                .containsEntry(
                        "HOMSTYLE_CLUSTER_BIND_PORT",
                        Integer.toString(nodes.get(1).address().getPort()));
        try (var connection = new Connection(2, 1)) {
            assertThat(connection.answers()).isTrue();
        }
    }

    @Test
    void aCutSeparatesANodeInBothDirectionsAndNoOther() throws Exception {
        try (var toIt = new Connection(1, 2);
                var fromIt = new Connection(2, 3);
                var others = new Connection(3, 1)) {
            assertThat(List.of(toIt.answers(), fromIt.answers(), others.answers()))
                    .containsOnly(true);
            network.around(2).forEach(Wire::cut);
            assertThat(List.of(toIt.isOver(), fromIt.isOver())).containsOnly(true);
            assertThat(others.answers()).isTrue();
            try (var anew = new Connection(2, 1)) {
                assertThat(anew.isOver()).isTrue();
            }
            network.around(2).forEach(Wire::reconnect);
            try (var anew = new Connection(2, 1)) {
                assertThat(anew.answers()).isTrue();
            }
        }
    }

    @Test
    void silenceIsInBothDirectionsToo() throws Exception {
        try (var toIt = new Connection(1, 2);
                var fromIt = new Connection(2, 3);
                var others = new Connection(3, 1)) {
            network.around(2).forEach(Wire::swallow);
            assertThat(List.of(toIt.answers(A_WHILE), fromIt.answers(A_WHILE))).containsOnly(false);
            assertThat(others.answers()).isTrue();
            network.around(2).forEach(Wire::letThrough);
            assertThat(List.of(toIt.hears(), fromIt.hears())).containsOnly(true);
        }
    }

    @Test
    void whoIsNoNodeIsNotLetIn() throws Exception {
        try (var stranger = new Connection(InetAddress.getLoopbackAddress(), 1)) {
            assertThat(stranger.isOver()).isTrue();
        }
    }

    /** What a node opens to another one, with the settings of both. */
    private final class Connection implements AutoCloseable {
        private final Socket socket;

        Connection(int from, int to) throws IOException {
            this(
                    InetAddress.getByName(
                            settings.get(from).get("HOMSTYLE_JAVA_OPTS").replaceFirst(".*=", "")),
                    to);
        }

        Connection(InetAddress from, int to) throws IOException {
            var port = Integer.parseInt(settings.get(to).get("HOMSTYLE_CLUSTER_PORT"));
            socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
        }

        boolean answers() throws IOException {
            return answers(LONG);
        }

        boolean answers(int patience) throws IOException {
            socket.getOutputStream().write('x');
            return hears(patience);
        }

        boolean hears() throws IOException {
            return hears(LONG);
        }

        boolean isOver() throws IOException {
            try {
                socket.setSoTimeout(LONG);
                return socket.getInputStream().read() < 0;
            } catch (SocketTimeoutException late) {
                throw late;
            } catch (IOException _) {
                return true;
            }
        }

        private boolean hears(int patience) throws IOException {
            try {
                socket.setSoTimeout(patience);
                return socket.getInputStream().read() == 'x';
            } catch (SocketTimeoutException _) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
