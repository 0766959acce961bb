package homstyle.catalogue;

/** A fact that no product can have: which field, what it held, and what was expected there. */
final class InvalidFact extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidFact(String field, Object value, String expected) {
        super("%s is %s, expected %s".formatted(field, value, expected));
    }
}
