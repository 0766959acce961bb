package homstyle.protocol;

/**
 * A copy of a room that is to be made: the body of {@code POST /api/rooms/{room}/copies} (section 10 of the protocol).
 *
 * @param title null for the room's own
 */
public record CopyDraft(Title title) {
    /** @throws InvalidValue naming the field, the value and what was expected */
    public static CopyDraft parse(String json) {
        var fields = Fields.ofBody(json);
        return new CopyDraft(fields.has("title") ? new Title(fields.text("title")) : null);
    }
}
