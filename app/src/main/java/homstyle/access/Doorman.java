package homstyle.access;

import homstyle.protocol.Role;
import homstyle.protocol.RoomId;
import java.util.Optional;

/** Decides who comes into which room, by what he shows (C4). */
public final class Doorman {
    private final Access access;
    private final Tokens tokens;

    public Doorman(Access access, Tokens tokens) {
        this.access = access;
        this.tokens = tokens;
    }

    /** What the doorman says. */
    public sealed interface Verdict {
        /** Come in, as what the token says. */
        record Welcome(RoomToken as) implements Verdict {}

        /** No token, or one that is not good any more. */
        record Unknown(String reason) implements Verdict {}

        /** A good token, but not for this room. */
        record WrongRoom() implements Verdict {}
    }

    /** @param token empty for none; one that is shown counts, also where access is open */
    public Verdict admit(RoomId room, Optional<String> token) {
        if (token.isEmpty()) {
            return access == Access.OPEN
                    ? new Verdict.Welcome(new RoomToken(room, null, Role.EDITOR))
                    : new Verdict.Unknown("this room needs a token");
        }
        return tokens.room(token.get())
                .<Verdict>map(good -> good.room().equals(room) ? new Verdict.Welcome(good) : new Verdict.WrongRoom())
                .orElseGet(() -> new Verdict.Unknown("the token is not valid or has expired"));
    }

    /** Whether rooms must have been created before anybody can come in. */
    public boolean needsExistingRoom() {
        return access == Access.SIGNED;
    }
}
