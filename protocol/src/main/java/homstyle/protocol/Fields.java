package homstyle.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads the fields of one JSON object; a missing one or one of a wrong type is an {@link InvalidValue}. */
final class Fields {
    private static final String WHOLE_NUMBER = "a whole number";

    private final JsonNode node;

    Fields(JsonNode node) {
        this.node = node;
    }

    /** Those of the body of an HTTP request; an empty one has none. */
    static Fields ofBody(String json) {
        try {
            var node = StrictJson.MAPPER.readTree(json.isBlank() ? "{}" : json);
            if (!node.isObject()) {
                throw new InvalidValue("body", json, StrictJson.ONE_OBJECT);
            }
            return new Fields(node);
        } catch (JsonProcessingException notJson) {
            throw StrictJson.unreadable("body", notJson);
        }
    }

    RequestId id() {
        return new RequestId(text("id"));
    }

    RequestId optionalId() {
        return node.hasNonNull("id") ? id() : null;
    }

    ItemId item() {
        return new ItemId(text("item"));
    }

    FinishId finish() {
        return new FinishId(text("finish"));
    }

    FinishId optionalFinish() {
        return has("finish") ? finish() : null;
    }

    CommentId comment() {
        return new CommentId(text("comment"));
    }

    List<ItemId> items() {
        return list("items", "a list of item ids", Fields::item);
    }

    ClientFrame.Place place(RequestId id) {
        return new ClientFrame.Place(
                id, item(), new Sku(text("sku")), integer("x"), integer("y"), integer("rotation"), optionalFinish());
    }

    ClientFrame.Move move(RequestId id, boolean release) {
        return new ClientFrame.Move(
                id, item(), integer("x"), integer("y"), integer("rotation"), revision("fence"), release);
    }

    ClientFrame.Remove remove(RequestId id) {
        return new ClientFrame.Remove(id, item(), revision("fence"));
    }

    /** @param id of the request whose steps they are */
    List<ClientFrame.Step> steps(RequestId id) {
        return list("steps", "a list of steps", (value, field) -> step(value, field, id));
    }

    List<ClientFrame.Drag> drags() {
        return list("drags", "a list of drags", Fields::drag);
    }

    Plan plan() {
        var obstacles = has("obstacles") ? obstacles() : List.<Obstacle>of();
        return new Plan(outline(), integer("height"), openings(), obstacles);
    }

    List<Corner> outline() {
        return list("outline", "a list of corners", Fields::corner);
    }

    List<Opening> openings() {
        return list("openings", "a list of openings", Fields::opening);
    }

    List<Obstacle> obstacles() {
        return list("obstacles", "a list of obstacles", Fields::obstacle);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String text(String name) {
        return text(node.path(name), name);
    }

    String optionalText(String name) {
        return node.hasNonNull(name) ? text(name) : null;
    }

    int integer(String name) {
        return integer(node.path(name), name);
    }

    long revision(String name) {
        return revision(node.path(name), name);
    }

    private static long revision(JsonNode value, String name) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new InvalidValue(name, shown(value), WHOLE_NUMBER);
        }
        return value.longValue();
    }

    /** Left out or null means no, as null means left out wherever a field is optional. */
    boolean flag(String name) {
        if (!node.hasNonNull(name)) {
            return false;
        }
        var value = node.get(name);
        if (!value.isBoolean()) {
            throw new InvalidValue(name, shown(value), "true or false");
        }
        return value.booleanValue();
    }

    private <T> List<T> list(String name, String expected, Element<T> read) {
        var array = node.path(name);
        if (!array.isArray()) {
            throw new InvalidValue(name, shown(array), expected);
        }
        var elements = new ArrayList<T>(array.size());
        for (int i = 0; i < array.size(); i++) {
            elements.add(read.from(array.get(i), name + "[" + i + "]"));
        }
        return elements;
    }

    private static ItemId item(JsonNode value, String field) {
        var item = text(value, field);
        try {
            return new ItemId(item);
        } catch (InvalidValue refused) {
            throw new InvalidValue(field, item, refused.expected());
        }
    }

    private static ClientFrame.Step step(JsonNode value, String field, RequestId id) {
        if (!value.isObject()) {
            throw new InvalidValue(field, shown(value), "a step");
        }
        var fields = new Fields(value);
        return within(field, () -> {
            var type = fields.text("type");
            return switch (type) {
                case "place" -> fields.place(id);
                case "move" -> fields.move(id, false);
                case "remove" -> fields.remove(id);
                default -> throw new InvalidValue("type", type, "place, move or remove");
            };
        });
    }

    private static ClientFrame.Drag drag(JsonNode value, String field) {
        if (!value.isArray() || value.size() != 5) {
            throw new InvalidValue(field, shown(value), "[item, x, y, rotation, fence]");
        }
        return within(
                field,
                () -> new ClientFrame.Drag(
                        new ItemId(text(value.get(0), "item")),
                        integer(value.get(1), "x"),
                        integer(value.get(2), "y"),
                        integer(value.get(3), "rotation"),
                        revision(value.get(4), "fence")));
    }

    private static Corner corner(JsonNode value, String field) {
        if (!value.isArray() || value.size() != 2) {
            throw new InvalidValue(field, shown(value), "[x, y]");
        }
        return within(field, () -> new Corner(integer(value.get(0), "x"), integer(value.get(1), "y")));
    }

    private static Opening opening(JsonNode value, String field) {
        if (!value.isObject()) {
            throw new InvalidValue(field, shown(value), "an opening");
        }
        return within(field, () -> {
            var fields = new Fields(value);
            var hinge = fields.optionalText("hinge");
            var swing = fields.optionalText("swing");
            return new Opening(
                    Opening.Kind.of(fields.text("kind")),
                    fields.integer("wall"),
                    fields.integer("offset"),
                    fields.integer("width"),
                    fields.integer("height"),
                    fields.integer("sill"),
                    hinge == null ? null : Opening.Hinge.of(hinge),
                    swing == null ? null : Opening.Swing.of(swing));
        });
    }

    private static Obstacle obstacle(JsonNode value, String field) {
        if (!value.isObject()) {
            throw new InvalidValue(field, shown(value), "an obstacle");
        }
        return within(field, () -> {
            var fields = new Fields(value);
            return new Obstacle(
                    Obstacle.Kind.of(fields.text("kind")),
                    fields.integer("x"),
                    fields.integer("y"),
                    fields.integer("width"),
                    fields.integer("depth"),
                    fields.integer("height"),
                    fields.integer("rotation"));
        });
    }

    /** A field inside a list is named with its place in it. */
    private static <T> T within(String field, Supplier<T> read) {
        try {
            return read.get();
        } catch (InvalidValue refused) {
            throw new InvalidValue(field + "." + refused.field(), refused.value(), refused.expected());
        }
    }

    private static String text(JsonNode value, String field) {
        if (!value.isTextual()) {
            throw new InvalidValue(field, shown(value), "a text");
        }
        return value.textValue();
    }

    private static int integer(JsonNode value, String field) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new InvalidValue(field, shown(value), WHOLE_NUMBER);
        }
        return value.intValue();
    }

    static String shown(JsonNode value) {
        return value.isMissingNode() ? "missing" : value.toString();
    }

    private interface Element<T> {
        T from(JsonNode value, String field);
    }
}
