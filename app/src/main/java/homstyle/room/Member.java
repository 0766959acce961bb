package homstyle.room;

import homstyle.protocol.Client;
import homstyle.protocol.ClientId;

/**
 * A client in a room by one certain connection.
 *
 * @param connection unique to the socket: what an older socket of the same client still says does not count (R6)
 */
public record Member(String connection, Client client) {
    public ClientId id() {
        return client.client();
    }
}
