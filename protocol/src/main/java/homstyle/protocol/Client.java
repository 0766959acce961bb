package homstyle.protocol;

/** One tab that is in a room, as the others see it. */
public record Client(ClientId client, UserId user, PersonName name, String color, Role role) {}
