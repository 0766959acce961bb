package homstyle.catalogue;

import java.util.List;

/** The checks that the parts of a product share; each names the field, the value and what was expected. */
final class Facts {
    private Facts() {}

    static void present(String field, Object value) {
        if (value == null) {
            throw new InvalidFact(field, null, "a value");
        }
    }

    static void range(String field, long value, long from, long to) {
        if (value < from || value > to) {
            throw new InvalidFact(field, value, "a whole number from " + from + " to " + to);
        }
    }

    static void text(String field, String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw new InvalidFact(field, value, "1 to " + longest + " characters");
        }
    }

    static void matches(String field, String value, String pattern) {
        if (value == null || !value.matches(pattern)) {
            throw new InvalidFact(field, value, "text like " + pattern);
        }
    }

    static void different(String field, List<?> elements) {
        if (elements.stream().distinct().count() < elements.size()) {
            throw new InvalidFact(field, elements, "each only once");
        }
    }

    static <T> List<T> atLeastOne(String field, List<T> elements) {
        if (elements == null || elements.isEmpty()) {
            throw new InvalidFact(field, elements, "at least one");
        }
        return List.copyOf(elements);
    }
}
