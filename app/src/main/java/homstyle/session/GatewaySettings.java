package homstyle.session;

import homstyle.protocol.ServerFrame.Limits;
import java.time.Duration;

/**
 * What a gateway is set to.
 *
 * @param version the server's build, told to every client
 * @param motionTick the shortest time between two motion frames to one client (M2)
 * @param lease how long a lock lasts; a drag renews it at most every third of it (L4)
 * @param limits as told in {@code welcome}
 * @param mostSockets how many sockets the node takes
 */
public record GatewaySettings(
        String version, Duration motionTick, Duration lease, Limits limits, int mostSockets, Patience patience) {
    int mostClients() {
        return limits.clients();
    }
}
