package homstyle.protocol;

/**
 * An invitation that is to be made: the body of {@code POST /api/rooms/{room}/invitations} (section 10 of the
 * protocol).
 */
public record InvitationDraft(Role role) {
    /** @throws InvalidValue naming the field, the value and what was expected */
    public static InvitationDraft parse(String json) {
        return new InvitationDraft(Role.of(Fields.ofBody(json).text("role")));
    }
}
