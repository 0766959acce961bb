package homstyle.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** One connection over a {@link Wire}: two sockets, and each direction a thread that reads and one that writes. */
final class Link {
    private static final int PIECE = 16 * 1024;

    /** Pieces in flight in one direction; who sends more waits, as for a full window of TCP. */
    private static final int MOST_IN_FLIGHT = 1_024;

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final Wire wire;
    private final Socket near;
    private final Socket far = new Socket();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /** @param due in nanoseconds of {@link System#nanoTime}; empty bytes for the end */
    private record Piece(byte[] bytes, long due) {}

    Link(Wire wire, Socket near) {
        this.wire = wire;
        this.near = near;
    }

    /** @return whether the target could be reached */
    boolean start(InetSocketAddress target) {
        try {
            far.connect(target, Math.toIntExact(CONNECTING.toMillis()));
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
        } catch (IOException _) {
            return false;
        }
        pass(near, far);
        pass(far, near);
        return true;
    }

    void close() {
        wire.ended(this);
        for (var socket : new Socket[] {near, far}) {
            try {
                socket.close();
            } catch (IOException _) {
                // It is gone either way.
            }
        }
        threads.forEach(Thread::interrupt);
    }

    private void pass(Socket from, Socket to) {
        var inFlight = new ArrayBlockingQueue<Piece>(MOST_IN_FLIGHT);
        threads.add(Thread.startVirtualThread(() -> untilItEnds(() -> read(from, inFlight))));
        threads.add(Thread.startVirtualThread(() -> untilItEnds(() -> write(to, inFlight))));
    }

    private interface Passing {
        void run() throws IOException, InterruptedException;
    }

    private void untilItEnds(Passing passing) {
        try {
            passing.run();
        } catch (IOException | InterruptedException _) {
            close();
        }
    }

    private void read(Socket from, BlockingQueue<Piece> inFlight) throws IOException, InterruptedException {
        var buffer = new byte[PIECE];
        while (true) {
            var length = from.getInputStream().read(buffer);
            var due = System.nanoTime() + wire.delay().toNanos();
            inFlight.put(new Piece(Arrays.copyOf(buffer, Math.max(length, 0)), due));
            if (length < 0) {
                return;
            }
        }
    }

    /** The end of one direction is passed on too; with both at their end the link is over. */
    private void write(Socket to, BlockingQueue<Piece> inFlight) throws IOException, InterruptedException {
        while (true) {
            var piece = inFlight.take();
            Thread.sleep(Duration.ofNanos(Math.max(0, piece.due() - System.nanoTime())));
            wire.awaitPassage();
            if (piece.bytes().length == 0) {
                to.shutdownOutput();
                closeWhenBothEnded();
                return;
            }
            to.getOutputStream().write(piece.bytes());
            to.getOutputStream().flush();
        }
    }

    private void closeWhenBothEnded() {
        if (near.isOutputShutdown() && far.isOutputShutdown()) {
            close();
        }
    }
}
