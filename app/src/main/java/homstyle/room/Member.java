package homstyle.room;

import homstyle.protocol.Client;
import homstyle.protocol.ClientId;

/**
 * A client in a room by one certain connection.
 *
 * @param connection unique to the socket: what an older socket of the same client still says does not count (R6)
 * @param openedAt when, in epoch milliseconds by the clock of its node
 */
public record Member(String connection, Client client, long openedAt) {
    public ClientId id() {
        return client.client();
    }
}
