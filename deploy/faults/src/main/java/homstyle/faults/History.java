package homstyle.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientId;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Resumed;
import homstyle.protocol.ServerFrame.Welcome;
import homstyle.protocol.ServerFrame.You;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a history file. Threads may share it: lines of one client stand in the order in which it reported them.
 *
 * <p>Report a request before it leaves, since it may be stored even when the sending fails.
 */
public final class History implements AutoCloseable {
    private static final String WITHHELD = "";

    private final BufferedWriter out;
    private final long began = System.nanoTime();
    private boolean ended;

    private History(BufferedWriter out) {
        this.out = out;
    }

    /** @param seed from which all choices of the run follow, to repeat it */
    public static History at(Path file, long seed) throws IOException {
        var history = new History(Files.newBufferedWriter(file));
        history.write(new Line.Head(Line.VERSION, seed));
        return history;
    }

    /**
     * @param client its name in this history
     * @param node where it is connected
     * @param since the last revision it holds; null for none
     * @param as the client whose resume key it shows; null for none
     */
    public void connected(String client, RoomId room, String node, Long since, ClientId as) {
        write(new Line.Connected(now(), client, room, node, since, as));
    }

    public void sent(String client, ClientFrame frame) {
        write(new Line.Sent(now(), client, frame));
    }

    /** What says nothing of the room's changes is left out: presence, motion, signs of life. */
    public void got(String client, ServerFrame frame) {
        switch (frame) {
            case Welcome welcome -> write(new Line.Got(now(), client, withoutSecret(welcome)));
            case Resumed resumed -> write(new Line.Got(now(), client, withoutSecret(resumed)));
            case ServerFrame.Change _, ServerFrame.Answer _, ServerFrame.Bye _ ->
                write(new Line.Got(now(), client, frame));
            case ServerFrame.Clients _,
                    ServerFrame.Joined _,
                    ServerFrame.Left _,
                    ServerFrame.Motion _,
                    ServerFrame.Ping _,
                    ServerFrame.Pong _ -> {}
        }
    }

    public void closed(String client, String why) {
        write(new Line.Closed(now(), client, why));
    }

    /** A fault begins. */
    public void struck(String fault, String target) {
        write(new Line.Struck(now(), fault, target));
    }

    public void healed(String fault, String target) {
        write(new Line.Healed(now(), fault, target));
    }

    /** The next event of the room's journal, after everything is healed. */
    public void stored(RoomId room, ServerFrame.Change change) {
        write(new Line.Stored(room, change));
    }

    /** The room as a client has it in the end. */
    void pictureOfClient(RoomId room, String client, Description state) {
        write(new Line.Pictured(room, client, null, state));
    }

    /** The room as a node answers it in the end. */
    void pictureOfNode(RoomId room, String node, Description state) {
        write(new Line.Pictured(room, null, node, state));
    }

    /** What is reported later is left out; a history without its end counts as cut off. */
    public synchronized void end() {
        write(new Line.End());
        ended = true;
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private long now() {
        return System.nanoTime() - began;
    }

    private void write(Line line) {
        try {
            var text = HistoryFile.WRITER.writeValueAsString(line);
            append(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write " + line, impossible);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private synchronized void append(String text) throws IOException {
        if (!ended) {
            out.write(text);
            out.write('\n');
        }
    }

    private static Welcome withoutSecret(Welcome it) {
        return new Welcome(
                it.room(),
                it.rev(),
                it.version(),
                withoutSecret(it.you()),
                it.title(),
                it.outline(),
                it.height(),
                it.openings(),
                it.obstacles(),
                it.items(),
                it.locks(),
                it.comments(),
                it.clients(),
                it.limits());
    }

    private static Resumed withoutSecret(Resumed it) {
        return new Resumed(it.room(), it.rev(), it.from(), it.version(), withoutSecret(it.you()), it.clients());
    }

    private static You withoutSecret(You it) {
        return new You(it.client(), it.user(), it.name(), it.color(), it.role(), WITHHELD);
    }
}
