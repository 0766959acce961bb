package homstyle.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A stretch of network that can fail: listens on a port of its own on loopback and passes all on to the target, between
 * two nodes or between a node and its database.
 */
public final class Wire implements AutoCloseable {
    private final InetSocketAddress target;
    private final ServerSocket listening;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private boolean cut;
    private boolean swallowing;
    private Duration delay = Duration.ZERO;
    private boolean closed;

    /** @param port where to listen; 0 for any free one */
    public static Wire to(InetSocketAddress target, int port) throws IOException {
        var wire = new Wire(target, new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("wire-" + wire.port()).start(wire::listen);
        return wire;
    }

    private Wire(InetSocketAddress target, ServerSocket listening) {
        this.target = target;
        this.listening = listening;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How many connections go over it now. */
    public int connections() {
        return links.size();
    }

    /** Ends all connections, and each new one as soon as it comes. */
    public void cut() {
        synchronized (this) {
            cut = true;
        }
        links.forEach(Link::close);
    }

    /** Lets nothing through and closes nothing. What was sent meanwhile arrives after {@link #heal}, as TCP would have it. */
    public synchronized void swallow() {
        swallowing = true;
    }

    /** Lets each piece through so much later, in both directions. */
    public synchronized void delay(Duration later) {
        delay = later;
    }

    public synchronized void heal() {
        cut = false;
        swallowing = false;
        delay = Duration.ZERO;
        notifyAll();
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        listening.close();
        links.forEach(Link::close);
    }

    synchronized Duration delay() {
        return delay;
    }

    synchronized void awaitPassage() throws InterruptedException {
        while (swallowing && !closed) {
            wait();
        }
    }

    void ended(Link link) {
        links.remove(link);
    }

    private synchronized boolean isCut() {
        return cut || closed;
    }

    private void listen() {
        while (true) {
            try {
                var near = listening.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException _) {
                // The listening socket is closed, and so is the wire.
                return;
            }
        }
    }

    /** Registered before the last look, so that a cut just then does not miss it. */
    private void connect(Socket near) {
        var link = new Link(this, near);
        links.add(link);
        if (isCut() || !link.start(target) || isCut()) {
            link.close();
        }
    }
}
