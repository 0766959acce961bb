package homstyle.protocol;

import java.util.List;

/**
 * A room that is to be created: the body of {@code POST /api/rooms} (section 10 of the protocol).
 *
 * @param room the name it should have; null for one of the server's choice
 */
public record RoomDraft(RoomId room, Title title, Plan plan) {
    private static final Title UNTITLED = new Title("Untitled room");

    /**
     * @throws InvalidValue naming the field, the value and what was expected
     */
    public static RoomDraft parse(String json) {
        var fields = Fields.ofBody(json);
        return new RoomDraft(
                fields.has("room") ? new RoomId(fields.text("room")) : null,
                fields.has("title") ? new Title(fields.text("title")) : UNTITLED,
                fields.has("obstacles") ? plan(fields).with(fields.obstacles()) : plan(fields));
    }

    private static Plan plan(Fields fields) {
        var height = fields.has("height") ? fields.integer("height") : Plan.DEFAULT.height();
        if (fields.has("outline")) {
            var openings = fields.has("openings") ? fields.openings() : List.<Opening>of();
            return new Plan(fields.outline(), height, openings);
        }
        var width = fields.has("width") ? fields.integer("width") : Plan.DEFAULT_WIDTH;
        var depth = fields.has("depth") ? fields.integer("depth") : Plan.DEFAULT_DEPTH;
        Check.range("width", width, Plan.SHORTEST_SIDE, Plan.LONGEST_SIDE);
        Check.range("depth", depth, Plan.SHORTEST_SIDE, Plan.LONGEST_SIDE);
        Check.range("height", height, Plan.LOWEST, Plan.HIGHEST);
        var rectangle = Plan.rectangle(width, depth, height);
        return fields.has("openings") ? new Plan(rectangle.outline(), height, fields.openings()) : rectangle;
    }
}
