package homstyle.load;

import java.util.function.Predicate;

/**
 * One browser tab: what it holds of its room, and what it waits for.
 *
 * <p>Its virtual user shows it every frame that comes. Only that user's thread touches it, but for {@link #revisions}.
 */
final class Tab {
    private static final String VERSION = "homstyle.room.v1";
    private static final String MOTION = "{\"type\":\"motion\"";
    private static final long NOT_TOLD_YET = Long.MAX_VALUE;
    private static final Predicate<Frame> NOTHING = _ -> false;

    final int number;
    final Room room;
    final Revisions revisions = new Revisions();

    private final Run run;
    private String client = "";
    private String resumeKey = "";
    private int requests;
    private Predicate<Frame> awaited = NOTHING;
    private Frame answer;
    private long askedAt;
    private long answeredAt;
    private long fence;
    private long owed;

    Tab(int number, Room room, Run run) {
        this.number = number;
        this.room = room;
        this.run = run;
    }

    // ---- Connecting ----

    /** The address of its socket; from now on it waits until it is told all that it misses. */
    String socket() {
        var since = resumeKey.isEmpty() ? "" : "&since=" + revisions.held();
        owed = NOT_TOLD_YET;
        expect(_ -> revisions.held() >= owed);
        return "%s/api/rooms/%s/socket?name=Tab%d%s".formatted(run.server.socketAddress(), room.id(), number, since);
    }

    /** What it offers to speak, and the credentials that travel beside it (C2, C3). */
    String subprotocols() {
        var offered = new StringBuilder(VERSION);
        if (room.token() != null) {
            offered.append(", homstyle.token.").append(room.token());
        }
        if (!resumeKey.isEmpty()) {
            offered.append(", homstyle.resume.").append(resumeKey);
        }
        return offered.toString();
    }

    // ---- Receiving ----

    /** Takes a frame in. @return whether it is what this tab waits for */
    boolean receive(String text) {
        var now = System.nanoTime();
        if (text.startsWith(MOTION)) {
            return false;
        }
        var frame = Frame.parse(text);
        switch (frame.type()) {
            case "welcome" -> welcomed(frame);
            case "resumed" -> resumed(frame);
            default -> {
                if (frame.isChange()) {
                    revisions.changed(frame.rev());
                }
            }
        }
        if (!awaited.test(frame)) {
            return false;
        }
        awaited = NOTHING;
        answer = frame;
        answeredAt = now;
        return true;
    }

    private void welcomed(Frame frame) {
        if (!resumeKey.isEmpty()) {
            run.startedAfresh.increment();
        }
        revisions.welcomed(frame.rev());
        isNow(frame);
    }

    private void resumed(Frame frame) {
        revisions.resumed(frame.from());
        isNow(frame);
    }

    private void isNow(Frame first) {
        client = first.client();
        resumeKey = first.resume();
        owed = first.rev();
    }

    boolean hasJoined() {
        return !client.isEmpty();
    }

    // ---- Asking ----

    /** The item that this tab and no other moves. */
    String item() {
        return "item-" + number;
    }

    String place(int x, int y) {
        return request(
                "place",
                "\"item\":\"%s\",\"sku\":\"%s\",\"x\":%d,\"y\":%d,\"rotation\":0",
                item(),
                run.server.sku(),
                x,
                y);
    }

    String lock() {
        return request("lock", "\"items\":[\"%s\"]", item());
    }

    String unlock() {
        return request("unlock", "\"items\":[\"%s\"]", item());
    }

    String moveAndRelease(int x, int y) {
        return request(
                "move",
                "\"item\":\"%s\",\"x\":%d,\"y\":%d,\"rotation\":90,\"fence\":%d,\"release\":true",
                item(),
                x,
                y,
                fence);
    }

    String drag(int x, int y) {
        return "{\"type\":\"drag\",\"item\":\"%s\",\"x\":%d,\"y\":%d,\"rotation\":90,\"fence\":%d}"
                .formatted(item(), x, y, fence);
    }

    String cursor(int x, int y) {
        return "{\"type\":\"cursor\",\"x\":%d,\"y\":%d}".formatted(x, y);
    }

    /** What was sent to this tab before the answer to this, has come before it. */
    String ping() {
        var id = nextId();
        expect(frame -> frame.is("pong") && frame.id().equals(id));
        return "{\"type\":\"ping\",\"id\":\"%s\"}".formatted(id);
    }

    private String request(String type, String fields, Object... values) {
        var id = nextId();
        expect(frame -> frame.answers(id, client));
        return "{\"type\":\"%s\",\"id\":\"%s\",%s}".formatted(type, id, fields.formatted(values));
    }

    private String nextId() {
        return "r" + ++requests;
    }

    private void expect(Predicate<Frame> frame) {
        answer = null;
        awaited = frame;
        askedAt = System.nanoTime();
    }

    // ---- Answers ----

    boolean wasAnswered() {
        return answer != null;
    }

    /** Whether the last request was granted: answered, and not {@code rejected}. */
    boolean wasGranted() {
        return answer != null && !answer.is("rejected");
    }

    /** Nanoseconds from asking to the answer. */
    long took() {
        return answeredAt - askedAt;
    }

    long answeredAt() {
        return answeredAt;
    }

    /** Keeps the fence of the lock that was just granted. */
    void holds() {
        fence = answer.rev();
    }
}
