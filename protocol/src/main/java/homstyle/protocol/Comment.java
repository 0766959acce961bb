package homstyle.protocol;

/**
 * A remark pinned to a piece, until somebody resolves it.
 *
 * @param item the piece, which may have been removed since; {@link ItemId#PLAN} for the room itself
 * @param by the client that made it, with the person's name and colour then
 * @param at when, in epoch milliseconds
 */
public record Comment(
        CommentId comment, ItemId item, ClientId by, PersonName name, String color, long at, CommentText text) {}
