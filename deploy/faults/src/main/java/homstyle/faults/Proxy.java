package homstyle.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Function;

/**
 * Listens on a port of its own on loopback and passes all on to the target, over a {@link Wire}. Closing it lets nobody
 * in any more; who is connected stays.
 */
public final class Proxy implements AutoCloseable {
    private final InetSocketAddress target;
    private final Function<InetAddress, Wire> wires;
    private final ServerSocket listening;

    private Proxy(InetSocketAddress target, Function<InetAddress, Wire> wires, ServerSocket listening) {
        this.target = target;
        this.wires = wires;
        this.listening = listening;
    }

    /** All go over the same wire. */
    public static Proxy to(InetSocketAddress target, Wire wire) throws IOException {
        return to(target, _ -> wire);
    }

    /** @param wires which one somebody at this address goes over; null for who is not let in */
    public static Proxy to(InetSocketAddress target, Function<InetAddress, Wire> wires) throws IOException {
        var proxy = new Proxy(target, wires, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("proxy-" + proxy.port()).start(proxy::listen);
        return proxy;
    }

    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void listen() {
        while (true) {
            try {
                var near = listening.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException _) {
                // The listening socket is closed.
                return;
            }
        }
    }

    private void connect(Socket near) {
        var wire = wires.apply(near.getInetAddress());
        if (wire != null) {
            wire.carry(near, target);
            return;
        }
        try {
            near.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}
