package homstyle.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A plain load balancer for TCP: each connection goes to the next node that takes it. Knows nothing of rooms, which is
 * the point.
 */
public final class Balancer implements AutoCloseable {
    private static final int BACKLOG = 4_096;
    private static final int PATIENCE_MILLIS = 500;
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket door;
    private final List<InetSocketAddress> nodes;
    private final AtomicInteger turn = new AtomicInteger();

    private Balancer(ServerSocket door, List<InetSocketAddress> nodes) {
        this.door = door;
        this.nodes = nodes;
    }

    /**
     * Takes connections until it is closed.
     *
     * @param port 0 for any free one
     * @param nodes ports of this machine
     * @throws UncheckedIOException when the port is not free
     */
    public static Balancer start(int port, List<Integer> nodes) {
        try {
            var loopback = InetAddress.getLoopbackAddress();
            var balancer = new Balancer(
                    new ServerSocket(port, BACKLOG, loopback),
                    nodes.stream()
                            .map(node -> new InetSocketAddress(loopback, node))
                            .toList());
            Thread.ofVirtual().name("balancer").start(balancer::accept);
            return balancer;
        } catch (IOException taken) {
            throw new UncheckedIOException("port %d cannot be used (%s)".formatted(port, taken.getMessage()), taken);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (true) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        var node = connect();
        if (node.isEmpty()) {
            close(client);
            return;
        }
        Thread.ofVirtual().start(() -> pump(client, node.get()));
        pump(node.get(), client);
    }

    private Optional<Socket> connect() {
        for (int tried = 0; tried < nodes.size(); tried++) {
            var socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.connect(nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size())), PATIENCE_MILLIS);
                return Optional.of(socket);
            } catch (IOException down) {
                close(socket);
            }
        }
        return Optional.empty();
    }

    /** Until one side ends; then the other is ended too. */
    private static void pump(Socket from, Socket to) {
        var chunk = new byte[CHUNK];
        try {
            from.setTcpNoDelay(true);
            for (int read = from.getInputStream().read(chunk);
                    read >= 0;
                    read = from.getInputStream().read(chunk)) {
                to.getOutputStream().write(chunk, 0, read);
            }
        } catch (IOException ended) {
            // What matters is that the other side hears of it.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It was closed already.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException gone) {
            // It was closed already.
        }
    }
}
