package homstyle.access;

import java.util.Locale;

/** Who is let in (C4). */
public enum Access {
    /** Everybody into every room; for a server that listens on this machine only. */
    OPEN,
    /** Only who has a token for the room. */
    SIGNED;

    /** @throws IllegalArgumentException naming what was expected */
    public static Access of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "open" -> OPEN;
            case "signed" -> SIGNED;
            default -> throw new IllegalArgumentException("access is \"%s\", expected open or signed".formatted(name));
        };
    }
}
