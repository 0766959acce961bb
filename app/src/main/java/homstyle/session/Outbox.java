package homstyle.session;

import homstyle.protocol.Client;
import homstyle.protocol.ItemId;
import homstyle.protocol.ServerFrame;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What waits for one socket. Changes are never dropped: when too many wait, the socket is to be cut (M3). Presence and
 * motion are merged while they wait (M1, M3).
 */
final class Outbox {
    static final int MOST_FRAMES = 256;
    static final int MOST_BYTES = 1 << 20;

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final Motion motion = new Motion();
    private List<Client> clients;
    private int pacedFrames;
    private int liveFrames;
    private long liveBytes;

    private enum Kind {
        PACED,
        LIVE,
        PRESENCE
    }

    private record Waiting(Frame frame, Kind kind) {}

    /** Whether so many frames, told at once, would cut also who reads as fast as can be. */
    static boolean isTooMuchAtOnce(List<Frame> frames) {
        return frames.size() > MOST_FRAMES
                || frames.stream().mapToLong(Frame::bytes).sum() > MOST_BYTES;
    }

    /** Frames paced by the socket: the welcome and what follows {@code resumed}. */
    void addPaced(List<Frame> frames) {
        frames.forEach(frame -> waiting.add(new Waiting(frame, Kind.PACED)));
        pacedFrames += frames.size();
    }

    void addLive(Frame frame) {
        waiting.add(new Waiting(frame, Kind.LIVE));
        liveFrames++;
        liveBytes += frame.bytes();
    }

    void addPresence(SessionMessage.Presence presence) {
        if (presence.gone() != null) {
            motion.forget(presence.gone());
        }
        if (waiting.isEmpty() && clients == null) {
            waiting.add(new Waiting(presence.frame(), Kind.PRESENCE));
        } else {
            clients = presence.all();
        }
    }

    /** @return how many positions that still waited are overtaken, and will not be sent */
    int addMotion(ServerFrame.Motion moved) {
        return motion.add(moved);
    }

    /** What waits of the item's motion is older than a change that is sent before it. */
    void forgetMotion(ItemId item) {
        motion.forget(item);
    }

    /** Whether what was asked for still waits: then nothing more is to be asked (M3). */
    boolean hasPaced() {
        return pacedFrames > 0;
    }

    boolean overflows() {
        return liveFrames > MOST_FRAMES || liveBytes > MOST_BYTES;
    }

    int liveFrames() {
        return liveFrames;
    }

    long liveBytes() {
        return liveBytes;
    }

    boolean isEmpty() {
        return waiting.isEmpty() && clients == null && motion.isEmpty();
    }

    /** The next frame to send, or null: changes first, then who is here, then motion. */
    Frame next() {
        var next = waiting.poll();
        if (next != null) {
            switch (next.kind()) {
                case PACED -> pacedFrames--;
                case LIVE -> {
                    liveFrames--;
                    liveBytes -= next.frame().bytes();
                }
                case PRESENCE -> {}
            }
            return next.frame();
        }
        if (clients != null) {
            var everybody = Frame.of(new ServerFrame.Clients(clients));
            clients = null;
            return everybody;
        }
        if (!motion.isEmpty()) {
            var merged = Frame.of(motion.all());
            motion.clear();
            return merged;
        }
        return null;
    }

    void clear() {
        waiting.clear();
        clients = null;
        motion.clear();
        pacedFrames = 0;
        liveFrames = 0;
        liveBytes = 0;
    }
}
