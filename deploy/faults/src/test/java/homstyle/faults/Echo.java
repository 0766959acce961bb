package homstyle.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server that sends back whatever it gets. */
final class Echo implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    Echo() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void serve() {
        while (true) {
            try {
                var accepted = listening.accept();
                Thread.ofVirtual().start(() -> sendBack(accepted));
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void sendBack(Socket accepted) {
        try (accepted) {
            accepted.getInputStream().transferTo(accepted.getOutputStream());
        } catch (IOException _) {
            // The test has ended it.
        }
    }
}
