package homstyle.protocol;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The checks that values of the protocol share; each names the field, the value and what was expected. */
final class Check {
    static final int FARTHEST = 100_000;
    static final long HIGHEST_REVISION = (1L << 53) - 1;

    private Check() {}

    static void range(String field, long value, long from, long to) {
        if (value < from || value > to) {
            throw new InvalidValue(field, value, "a whole number " + between(from, to));
        }
    }

    /** @param each what one element is, in the plural: "corners" */
    static void count(String field, List<?> elements, String each, int from, int to) {
        var size = elements.size();
        if (size < from || size > to) {
            throw new InvalidValue(field, "a list of " + size, "%s, %s".formatted(each, between(from, to)));
        }
    }

    static void coordinate(String field, int millimetres) {
        range(field, millimetres, -FARTHEST, FARTHEST);
    }

    static void rotation(int degrees) {
        range("rotation", degrees, 0, 359);
    }

    static void revision(String field, long value) {
        range(field, value, 0, HIGHEST_REVISION);
    }

    static void matches(String field, String value, Pattern pattern, String expected) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new InvalidValue(field, value, expected);
        }
    }

    /** Text for people: trimmed, counted in code points, without control characters. */
    static String text(String field, String value, int shortest, int longest) {
        var trimmed = value == null ? "" : value.strip();
        if (!characters(trimmed, shortest, longest) || !trimmed.codePoints().allMatch(Check::isPrintable)) {
            throw new InvalidValue(
                    field, value, shortest + " to " + longest + " characters without control characters");
        }
        return trimmed;
    }

    /** Whether it has that many code points, and each is a character. */
    static boolean characters(String value, int shortest, int longest) {
        var length = value.codePointCount(0, value.length());
        return length >= shortest && length <= longest && value.codePoints().noneMatch(Check::isHalf);
    }

    static boolean isPrintable(int codePoint) {
        return !Character.isISOControl(codePoint) && !isHalf(codePoint);
    }

    /** Half a surrogate pair is no character: UTF-8 has no bytes for it, so it could be neither stored nor sent. */
    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    static void present(String field, Object value, String expected) {
        if (value == null) {
            throw new InvalidValue(field, null, expected);
        }
    }

    /** The same words in every country: the server's own language must not show in its answers. */
    private static String between(long from, long to) {
        return String.format(Locale.ROOT, "from %,d to %,d", from, to);
    }
}
