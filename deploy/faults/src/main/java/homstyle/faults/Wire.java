package homstyle.faults;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A stretch of network that can fail, from one node to another or to the database; a {@link Proxy} puts connections on it. */
public final class Wire {
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private boolean cut;
    private boolean swallowing;
    private Duration delay = Duration.ZERO;

    /** How many connections go over it now. */
    public int connections() {
        return links.size();
    }

    /** Ends all connections, and each new one as soon as it comes, until {@link #reconnect}. */
    public void cut() {
        synchronized (this) {
            cut = true;
        }
        links.forEach(Link::close);
    }

    public synchronized void reconnect() {
        cut = false;
    }

    /** Closes nothing; what is sent arrives after {@link #letThrough}, as TCP would have it. */
    public synchronized void swallow() {
        swallowing = true;
    }

    public synchronized void letThrough() {
        swallowing = false;
        notifyAll();
    }

    /** Lets each piece through so much later, in both directions. */
    public synchronized void delay(Duration later) {
        delay = later;
    }

    /** Whether what is sent comes through, however late. */
    synchronized boolean isOpen() {
        return !cut && !swallowing;
    }

    /** Registered before the last look, so that a cut just then does not miss it. */
    void carry(Socket near, InetSocketAddress target) {
        var link = new Link(this, near);
        links.add(link);
        if (isCut() || !link.start(target) || isCut()) {
            link.close();
        }
    }

    synchronized Duration delay() {
        return delay;
    }

    synchronized void awaitPassage() throws InterruptedException {
        while (swallowing) {
            wait();
        }
    }

    void ended(Link link) {
        links.remove(link);
    }

    private synchronized boolean isCut() {
        return cut;
    }
}
