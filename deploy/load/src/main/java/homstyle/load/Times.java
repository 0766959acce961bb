package homstyle.load;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times as people write them: {@code 500ms}, {@code 2.5ms}, {@code 60s}, {@code 15m}, {@code 1h}. */
final class Times {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(ms|s|m|h)");
    private static final double NANOS_A_MILLI = 1e6;

    private Times() {}

    /** @throws IllegalArgumentException naming the text and what was expected */
    static Duration parse(String text) {
        var time = TIME.matcher(text.toLowerCase(Locale.ROOT));
        if (!time.matches()) {
            throw new IllegalArgumentException("\"%s\", expected a time such as 500ms, 60s or 15m".formatted(text));
        }
        var nanos = Double.parseDouble(time.group(1)) * unit(time.group(2)).toNanos();
        return Duration.ofNanos(Math.round(nanos));
    }

    static double millis(Duration time) {
        return time.toNanos() / NANOS_A_MILLI;
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
    }
}
