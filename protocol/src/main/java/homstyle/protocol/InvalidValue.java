package homstyle.protocol;

/** A value that the protocol does not allow: which field, what it held, and what was expected there. */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SHOWN = 100;
    private static final int NOT_SHOWN = '\uFFFD';

    private final String field;
    private final String value;
    private final String expected;

    public InvalidValue(String field, Object value, String expected) {
        this(field, shown(String.valueOf(value)), expected);
    }

    private InvalidValue(String field, String value, String expected) {
        super("%s is %s, expected %s".formatted(field, value, expected));
        this.field = field;
        this.value = value;
        this.expected = expected;
    }

    public String field() {
        return field;
    }

    /** The refused value as text, cut to 100 characters; a replacement character stands for each unprintable one. */
    public String value() {
        return value;
    }

    public String expected() {
        return expected;
    }

    /** A stranger's text goes into answers and log lines: it must not break either. */
    private static String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_SHOWN)
                .map(point -> Check.isPrintable(point) ? point : NOT_SHOWN)
                .forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) <= LONGEST_SHOWN ? shown.toString() : shown + "…";
    }
}
