package homstyle.http;

import homstyle.protocol.RoomId;
import homstyle.protocol.Title;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/** Makes names for what has none yet; none of them can be guessed. */
final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LONGEST_SLUG = 40;

    private Ids() {}

    static String client() {
        return "c" + random(12);
    }

    static String connection() {
        return random(12);
    }

    /** A room's name that reminds of its title: {@code summer-house-4k7q0z}. */
    static RoomId room(Title title) {
        var plain = Normalizer.normalize(title.value(), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var slug = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var cut = slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)).replaceAll("-$", "");
        return new RoomId((cut.isEmpty() ? "room" : cut) + "-" + random(8));
    }

    private static String random(int length) {
        var id = new StringBuilder(length);
        RANDOM.ints(length, 0, LETTERS.length()).forEach(letter -> id.append(LETTERS.charAt(letter)));
        return id.toString();
    }
}
