package homstyle.session;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The colours of people in a room: as different as can be told apart, each readable under white text. */
final class Palette {
    private static final List<String> COLORS = List.of(
            "#2563c9", "#b8461b", "#7a3fb0", "#0f766e", "#b0256b", "#8a6100", "#3f6212", "#4f46c8", "#a8321f",
            "#0b6e99", "#85408a", "#5b5f17");

    private Palette() {}

    /** @param used how many clients in the room have each colour */
    static String leastUsed(Map<String, Integer> used) {
        return COLORS.stream()
                .min(Comparator.comparingInt(color -> used.getOrDefault(color, 0)))
                .orElseThrow();
    }
}
