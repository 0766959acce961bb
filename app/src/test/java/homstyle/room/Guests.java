package homstyle.room;

import homstyle.protocol.Client;
import homstyle.protocol.ClientId;
import homstyle.protocol.PersonName;
import homstyle.protocol.Role;
import homstyle.protocol.UserId;

/** Who is in the rooms of the tests. */
final class Guests {
    static final Client RED = guest("red", "#c0392b", Role.EDITOR);
    static final Client BLUE = guest("blue", "#2c5f8a", Role.EDITOR);
    static final Client OWNER = guest("owner", "#3d7a4f", Role.OWNER);
    static final Client VIEWER = guest("viewer", "#8a7a2c", Role.VIEWER);

    private Guests() {}

    static Client editor(String name) {
        return guest(name, "#1f2a44", Role.EDITOR);
    }

    private static Client guest(String name, String color, Role role) {
        return new Client(new ClientId(name), new UserId("user-" + name), new PersonName("Guest " + name), color, role);
    }
}
