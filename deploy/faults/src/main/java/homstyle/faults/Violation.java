package homstyle.faults;

import homstyle.protocol.RoomId;

/**
 * Where a history does not fit the protocol.
 *
 * @param rule the id of the rule in PROTOCOL.md that is broken, such as {@code R3}
 * @param rev the revision in question; null for none
 * @param client the history's name of who saw it, or the node's; null where the journal alone shows it
 * @param line of the history, from 1
 */
public record Violation(String rule, RoomId room, Long rev, String client, int line, String what) {

    @Override
    public String toString() {
        var revision = rev == null ? "" : ", revision " + rev;
        var who = client == null ? "" : ", " + client;
        return "line %d: %s room %s%s%s: %s".formatted(line, rule, room, revision, who, what);
    }
}
