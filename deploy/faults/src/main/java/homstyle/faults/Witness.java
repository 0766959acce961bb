package homstyle.faults;

import homstyle.protocol.ByeCode;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds one client's lines against the journal, in their order. */
final class Witness {
    /** The service may start anew instead of sending more than these (R4). */
    private static final long MOST_MISSING = 1_000;

    private static final long NOTHING = -1;

    private final String name;
    private final Evidence evidence;
    private final Map<RequestId, Sending> unanswered = new LinkedHashMap<>();
    private boolean connected;
    private boolean greeted;
    private Line.Connected arrival;
    private ClientId client;
    private Long synced;
    private long held = NOTHING;
    private boolean pictured;
    private int line;

    /** @param held the last revision that the client had seen when it sent the request first */
    private record Sending(int line, long held) {}

    Witness(String name, Evidence evidence) {
        this.name = name;
        this.evidence = evidence;
    }

    void connected(Line.Connected connection, int at) throws Unreadable {
        line = at;
        demand(connection.room().equals(evidence.room), "%s connects to another room", name);
        demand(
                connection.since() == null || connection.since() <= held,
                "%s asks for what is since %s, but has seen no more than %d",
                name,
                connection.since(),
                held);
        arrival = connection;
        connected = true;
        greeted = false;
        synced = null;
    }

    void sent(ClientFrame frame, int at) throws Unreadable {
        line = at;
        demand(connected && greeted, "%s sends before its connection has begun with welcome or resumed", name);
        switch (frame) {
            case Request request -> {
                evidence.ask(client, request, name, line);
                unanswered.putIfAbsent(request.id(), new Sending(line, held));
            }
            case ClientFrame.Sync(long since) -> synced = since;
            case ClientFrame.Motion _, ClientFrame.Ping _, ClientFrame.Pong _ -> {}
        }
    }

    void got(ServerFrame frame, int at) throws Unreadable {
        line = at;
        demand(connected, "%s gets a frame without a connection", name);
        if (!greeted && (frame instanceof Change || frame instanceof ServerFrame.Answer)) {
            violate("C6", null, "its first frame is %s".formatted(frame));
        }
        switch (frame) {
            case ServerFrame.Welcome welcome -> onWelcome(welcome);
            case ServerFrame.Resumed resumed -> onResumed(resumed);
            case Change change -> onChange(change);
            case ServerFrame.Accepted accepted -> onAccepted(accepted);
            case ServerFrame.Rejected rejected -> onRejected(rejected);
            case ServerFrame.Bye bye -> onBye(bye);
            case ServerFrame.Clients _,
                    ServerFrame.Joined _,
                    ServerFrame.Left _,
                    ServerFrame.Motion _,
                    ServerFrame.Ping _,
                    ServerFrame.Pong _ -> {}
        }
    }

    void closed(int at) throws Unreadable {
        line = at;
        demand(connected, "%s loses a connection that it does not have", name);
        connected = false;
    }

    void pictured(Description picture, int at) {
        line = at;
        pictured = true;
        evidence.claim(picture, name, line, true);
        if (picture.rev() != held) {
            violate("R3", picture.rev(), "its last picture is of this revision, its last frame of %d".formatted(held));
        }
    }

    /** After the last line. */
    void checkEnd() {
        if (!connected) {
            return;
        }
        unanswered.forEach((id, sending) -> {
            line = sending.line();
            violate("R7", null, "request %s was never answered".formatted(id));
        });
        if (!pictured) {
            violate("R3", null, "it is connected to the end, and its picture of the room is missing");
        }
    }

    // ---- Frames ----

    private void onWelcome(ServerFrame.Welcome welcome) {
        var since = greeted ? synced : arrival.since();
        if (welcome.rev() < held) {
            violate("R3", welcome.rev(), "it is sent back: it has seen revision %d".formatted(held));
        } else if (since != null && welcome.rev() - since <= MOST_MISSING) {
            violate("R4", welcome.rev(), "it gets a welcome, but misses only what is since %d".formatted(since));
        }
        greet(welcome.you().client());
        held = welcome.rev();
        evidence.claim(Description.of(welcome), name, line, false);
    }

    private void onResumed(ServerFrame.Resumed resumed) {
        var since = greeted ? synced : arrival.since();
        if (since == null || resumed.from() != since) {
            violate("R4", resumed.from(), "it is resumed from here, but asked for what is since %s".formatted(since));
        }
        if (resumed.rev() < resumed.from()) {
            violate("R3", resumed.rev(), "the room is behind it: it has seen revision %d".formatted(resumed.from()));
        }
        greet(resumed.you().client());
        held = resumed.from();
    }

    private void greet(ClientId as) {
        if (!greeted && arrival.as() != null && !arrival.as().equals(as)) {
            violate("R6", null, "it comes back as %s and becomes %s".formatted(arrival.as(), as));
        }
        greeted = true;
        synced = null;
        client = as;
    }

    private void onChange(Change change) {
        var stored = evidence.at(change.rev());
        if (!change.equals(stored)) {
            var isNowhere = change.id() == null ? stored == null : evidence.appliedAt(change.by(), change.id()) == null;
            violate(isNowhere ? "R2" : "R3", change.rev(), "it was told of %s, stored is %s".formatted(change, stored));
        }
        if (change.rev() <= held) {
            violate("R3", change.rev(), "it is told again: it has seen revision %d".formatted(held));
        } else {
            if (change.rev() > held + 1 && held != NOTHING) {
                violate("R3", change.rev(), "it misses revision %d".formatted(held + 1));
            }
            held = change.rev();
        }
        if (change.by().equals(client) && change.id() != null) {
            answered(change.id());
        }
    }

    private void onAccepted(ServerFrame.Accepted accepted) {
        var sending = unanswered.get(accepted.id());
        if (!answered(accepted.id())) {
            return;
        }
        var rev = evidence.appliedAt(client, accepted.id());
        if (rev != null && rev != accepted.rev()) {
            violate("R5", accepted.rev(), "request %s is stored at %d, not here".formatted(accepted.id(), rev));
        }
        if (rev == null) {
            onRenewed(accepted, sending);
        }
    }

    /** What was accepted and is not stored can only be the renewal of a lock (L4). */
    private void onRenewed(ServerFrame.Accepted accepted, Sending sending) {
        var items = evidence.asked(client, accepted.id()).request() instanceof ClientFrame.Lock lock
                ? evidence.granted(client, accepted.rev(), lock.items())
                : List.<ItemId>of();
        if (items.isEmpty()) {
            violate("R2", accepted.rev(), "request %s was accepted and is not stored".formatted(accepted.id()));
        } else {
            var since = sending == null ? Evidence.LONG_AGO : sending.held();
            evidence.renewed(new Evidence.Renewal(items, accepted.rev(), since, name, line));
        }
    }

    private void onRejected(ServerFrame.Rejected rejected) {
        if (rejected.id() == null || !answered(rejected.id()) || isSafeToRepeat(rejected.code())) {
            return;
        }
        var rev = evidence.appliedAt(client, rejected.id());
        if (rev != null) {
            violate("E3", rev, "request %s was refused as %s, but is stored".formatted(rejected.id(), rejected.code()));
        }
    }

    private void onBye(ServerFrame.Bye bye) {
        if (bye.code() == ByeCode.REPLACED) {
            violate("R6", null, "it is dismissed as replaced, but this is its newest connection");
        }
    }

    /** These say nothing of the request itself. */
    private static boolean isSafeToRepeat(RejectionCode code) {
        return code == RejectionCode.UNAVAILABLE || code == RejectionCode.RATE_LIMITED;
    }

    /** @return whether it asked for this at all */
    private boolean answered(RequestId id) {
        unanswered.remove(id);
        if (client != null && evidence.asked(client, id) != null) {
            return true;
        }
        violate("R7", null, "it gets an answer to %s, which it never sent".formatted(id));
        return false;
    }

    private void violate(String rule, Long rev, String what) {
        evidence.add(new Violation(rule, evidence.room, rev, name, line, what));
    }

    private void demand(boolean holds, String otherwise, Object... values) throws Unreadable {
        if (!holds) {
            throw new Unreadable(line, otherwise.formatted(values));
        }
    }
}
