package homstyle.process;

import homstyle.protocol.ByeCode;
import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.UnlockReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * A client that moves one piece of furniture, a few requests ahead of the answers, and behaves as the protocol wants
 * when the server goes away: it comes back with its resume key and the last revision it holds, and sends again what
 * was not answered. What it asks for depends on its random numbers alone.
 */
final class Mover implements Callable<Void> {
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final int MOST_UNANSWERED = 4;
    private static final double LETS_GO = 0.04;

    private final Service service;
    private final String room;
    private final ItemId item;
    private final Journey journey;
    private final History history;
    private final RandomGenerator random;
    private final LinkedHashMap<RequestId, String> unanswered = new LinkedHashMap<>();
    private Socket socket;
    private int era;
    private ClientId client;
    private String resumeKey;
    private RoomView view;
    private int requests;
    private boolean hasLocked;
    private long fence;
    private volatile int lastWorkedIn = -1;

    Mover(Service service, String room, ItemId item, Journey journey, History history, RandomGenerator random) {
        this.service = service;
        this.room = room;
        this.item = item;
        this.journey = journey;
        this.history = history;
        this.random = random;
    }

    @Override
    public Void call() throws Exception {
        while (!journey.isOver()) {
            era = journey.era();
            try (var opened = Socket.open(service.socket(room, since()), credentials())) {
                socket = opened;
                talk();
            } catch (Socket.Closed _) {
                LockSupport.parkNanos(A_MOMENT.toNanos());
            }
        }
        return null;
    }

    /** The last era of the journey in which a move of its was acknowledged; -1 for none. */
    int lastWorkedIn() {
        return lastWorkedIn;
    }

    synchronized boolean isIdle() {
        return unanswered.isEmpty() && view != null;
    }

    synchronized RoomView.Seen seen() {
        return view.seen();
    }

    private String since() {
        return view == null ? "" : "?since=" + view.rev();
    }

    private List<String> credentials() {
        return resumeKey == null ? List.of() : List.of("homstyle.resume." + resumeKey);
    }

    private void talk() throws Exception {
        while (!journey.isOver()) {
            var frame = socket.poll(A_MOMENT);
            if (frame.isPresent()) {
                on(frame.get());
            }
            if (client != null) {
                ask();
            }
        }
    }

    private synchronized void on(ServerFrame frame) throws Socket.Closed {
        switch (frame) {
            case ServerFrame.Welcome welcome -> onWelcome(welcome);
            case ServerFrame.Resumed resumed -> onResumed(resumed);
            case Change change -> onChange(change);
            case ServerFrame.Accepted(var id, long rev) -> answered(id, rev);
            case ServerFrame.Rejected rejected -> onRejected(rejected);
            case ServerFrame.Ping _ -> socket.send("{\"type\":\"pong\"}");
            case ServerFrame.Bye(var code, var reason, Long retryAfterMs)
            when code == ByeCode.INTERNAL && retryAfterMs != null -> {
                // A room that has just started on a busy machine may be out of reach for longer than its server waits.
                LockSupport.parkNanos(Duration.ofMillis(retryAfterMs).toNanos());
                throw new Socket.Closed(reason);
            }
            case ServerFrame.Bye bye -> throw new AssertionError("%s was dismissed: %s".formatted(client, bye));
            case ServerFrame.Clients _,
                    ServerFrame.Joined _,
                    ServerFrame.Left _,
                    ServerFrame.Motion _,
                    ServerFrame.Pong _ -> {}
        }
    }

    private void onWelcome(ServerFrame.Welcome welcome) {
        if (view != null) {
            throw new AssertionError("R4 %s came back at %d and got a welcome".formatted(client, view.rev()));
        }
        history.joined(welcome.you().client(), welcome.rev());
        view = RoomView.of(welcome);
        client = welcome.you().client();
        resumeKey = welcome.you().resume();
    }

    private void onResumed(ServerFrame.Resumed resumed) throws Socket.Closed {
        if (!resumed.you().client().equals(client) || resumed.from() != view.rev()) {
            throw new AssertionError("R4 R6 %s came back at %d and got %s".formatted(client, view.rev(), resumed));
        }
        resumeKey = resumed.you().resume();
        sendAgain();
    }

    private void onChange(Change change) {
        history.saw(client, change);
        view.follow(change);
        switch (change) {
            case ServerFrame.Locked locked when locked.items().contains(item) -> fence = locked.rev();
            case ServerFrame.Unlocked unlocked
            when unlocked.reason() != UnlockReason.RELEASED ->
                throw new AssertionError("L6 a lock was lost: " + unlocked);
            default -> {}
        }
        if (client.equals(change.by()) && change.id() != null) {
            answered(change.id(), change.rev());
        }
    }

    private void onRejected(ServerFrame.Rejected rejected) throws Socket.Closed {
        if (rejected.code() != RejectionCode.UNAVAILABLE) {
            throw new AssertionError("%s was refused: %s".formatted(client, rejected));
        }
        if (!unanswered.isEmpty() && unanswered.firstEntry().getKey().equals(rejected.id())) {
            sendAgain();
        }
    }

    private void answered(RequestId id, long rev) {
        history.acknowledged(client, id, rev);
        var text = unanswered.remove(id);
        if (text != null && text.contains("\"move\"")) {
            lastWorkedIn = era;
            journey.moved();
        }
    }

    /** All that was not answered, in the order of its first sending and with the same ids (R5, R7). */
    private void sendAgain() throws Socket.Closed {
        for (var text : new ArrayList<>(unanswered.values())) {
            socket.send(text);
        }
    }

    private synchronized void ask() throws Socket.Closed {
        while (unanswered.size() < MOST_UNANSWERED && !journey.isEnough()) {
            if (requests == 0) {
                send(Frames.place(nextId(), item.value(), "HS-CHAIR-48", 0, 0));
            } else if (!hasLocked) {
                hasLocked = true;
                send(Frames.lock(nextId(), item.value()));
            } else if (fence != 0) {
                move();
            } else {
                return;
            }
        }
    }

    private void move() throws Socket.Closed {
        var letsGo = random.nextDouble() < LETS_GO;
        var text = Frames.move(
                nextId(),
                item.value(),
                random.nextInt(5_000),
                random.nextInt(5_000),
                random.nextInt(360),
                fence,
                letsGo);
        if (letsGo) {
            hasLocked = false;
            fence = 0;
        }
        send(text);
    }

    private String nextId() {
        return item + "-" + ++requests;
    }

    /** Noted before it leaves, since it may be stored even if the sending fails. */
    private void send(String text) throws Socket.Closed {
        var id = new RequestId(item + "-" + requests);
        unanswered.put(id, text);
        history.asked(client, id);
        socket.send(text);
    }
}
