package homstyle.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that keep them while they are down. */
final class Ports {
    /** Below those that systems give to outgoing connections, or one of these might take it meanwhile. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 30_000;

    private Ports() {}

    /** All at once, so that none is given twice. */
    static List<Integer> free(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            while (sockets.size() < count) {
                try {
                    var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
                    sockets.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
                } catch (IOException _) {
                    // Somebody has it: another one.
                }
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is free then.
        }
    }
}
