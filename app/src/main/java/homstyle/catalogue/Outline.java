package homstyle.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A shape from above that is no rectangle. In the file it is {@code "round"}, or a list of rectangles. */
public sealed interface Outline {
    /** A circle as wide as the product. */
    record Round() implements Outline {}

    /** Rectangles that together make it up. */
    record Parts(List<Part> parts) implements Outline {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /** Its sides, from the product's back left corner. */
    record Part(int left, int back, int right, int front) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Outline of(JsonNode json) {
        if (json.isTextual() && json.textValue().equals("round")) {
            return new Round();
        }
        var parts = new ArrayList<Part>();
        for (var part : json) {
            parts.add(part(part));
        }
        if (!json.isArray() || parts.isEmpty()) {
            throw new InvalidFact("outline", json, "\"round\" or a list of rectangles");
        }
        return new Parts(parts);
    }

    private static Part part(JsonNode sides) {
        var part = sides.size() == 4 && sides.valueStream().allMatch(JsonNode::isInt)
                ? new Part(
                        sides.get(0).intValue(),
                        sides.get(1).intValue(),
                        sides.get(2).intValue(),
                        sides.get(3).intValue())
                : null;
        if (part == null || part.left >= part.right || part.back >= part.front) {
            throw new InvalidFact(
                    "outline", sides, "[left, back, right, front] in whole mm, left < right, back < front");
        }
        return part;
    }
}
