package homstyle.faults;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.Sku;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/**
 * A shopper with a network: connects to one of the nodes, and to another one when that is lost, as the same client and
 * with the last revision it holds. Runs on a thread of its own until {@link #end}.
 */
public final class Client implements Callable<Void> {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final List<URI> nodes;
    private final String token;
    private final RandomGenerator random;
    private final Patience patience;
    private final Shopper shopper;
    private URI node;
    private int attempts;
    private long heardAt;
    private long pingedAt;
    private long nextWishAt;
    private long repeatAt;
    private Duration toldToWait;
    private volatile boolean enough;
    private volatile boolean over;

    /**
     * @param name what the history calls it
     * @param nodes their addresses, {@code http://HOST:PORT}
     * @param token opens the room; null where access is open
     * @param sku the product it places
     */
    public Client(
            String name,
            RoomId room,
            List<URI> nodes,
            String token,
            Sku sku,
            Patience patience,
            RandomGenerator random,
            History history) {
        this.nodes = List.copyOf(nodes);
        this.token = token;
        this.random = random;
        this.patience = patience;
        this.shopper = new Shopper(name, room, sku, random, history);
    }

    /** Asks for nothing more, gives back what it holds, and waits for what is unanswered. */
    public void letThatBeEnough() {
        enough = true;
    }

    public String name() {
        return shopper.name();
    }

    /** Whether it is in the room, waits for nothing and holds nothing. */
    public synchronized boolean isAtRest() {
        return shopper.isAtRest();
    }

    /** The last revision it holds; null before the first one. */
    public synchronized Long revision() {
        return shopper.since();
    }

    /** How many requests were answered for good, refusals included. */
    public synchronized long acknowledged() {
        return shopper.acknowledged();
    }

    /** Writes its last picture of the room into the history; when it {@link #isAtRest} and before {@link #end}. */
    public synchronized void testify() {
        shopper.testify();
    }

    /** Leaves without another word in the history. */
    public void end() {
        over = true;
    }

    @Override
    public Void call() throws InterruptedException {
        while (!over) {
            node = another();
            toldToWait = null;
            try (var socket = Socket.open(address(), credentials(), patience.answer())) {
                talk(socket);
            } catch (Socket.Lost _) {
                // Whether there is a service just then is what this is about.
            }
            if (!over) {
                Thread.sleep(toldToWait != null ? toldToWait : retryPause());
            }
        }
        return null;
    }

    private void talk(Socket socket) throws InterruptedException, Socket.Lost {
        begin();
        try {
            while (!over) {
                var frame = socket.poll(LOOK);
                if (frame.isPresent()) {
                    hear(socket, frame.get());
                } else {
                    checkLiveness(socket);
                }
                speak(socket);
            }
        } catch (Socket.Lost lost) {
            noteClosed(lost.getMessage());
            throw lost;
        }
    }

    private synchronized void begin() {
        shopper.connected(node.getAuthority());
        heardAt = System.nanoTime();
        pingedAt = 0;
    }

    private synchronized void noteClosed(String why) {
        shopper.closed(why);
    }

    private void hear(Socket socket, ServerFrame frame) throws Socket.Lost {
        heardAt = System.nanoTime();
        pingedAt = 0;
        for (var answer : taken(frame)) {
            socket.say(answer);
        }
        switch (frame) {
            case ServerFrame.Welcome _, ServerFrame.Resumed _ -> attempts = 0;
            case ServerFrame.Bye bye -> dismissed(bye);
            case ServerFrame.Change _,
                    ServerFrame.Answer _,
                    ServerFrame.Clients _,
                    ServerFrame.Joined _,
                    ServerFrame.Left _,
                    ServerFrame.Motion _,
                    ServerFrame.Ping _,
                    ServerFrame.Pong _ -> {}
        }
    }

    private synchronized List<ClientFrame> taken(ServerFrame frame) {
        var wasStalled = shopper.isStalled();
        var answers = shopper.on(frame);
        if (shopper.isStalled() && !wasStalled) {
            repeatAt = System.nanoTime() + jittered(patience.leastRetry()).toNanos();
        }
        return answers;
    }

    /**
     * Who is told to be replaced would stop. This client has no newer connection, so that is a fault, which the checker
     * finds; a person would come back, and so does this one.
     */
    private void dismissed(ServerFrame.Bye bye) throws Socket.Lost {
        if (bye.retryAfterMs() != null) {
            toldToWait = Duration.ofMillis(bye.retryAfterMs());
        }
        throw new Socket.Lost("bye %d: %s".formatted(bye.code().number(), bye.reason()));
    }

    /** A node that is stopped or cut off closes nothing: silence is all there is to notice. */
    private void checkLiveness(Socket socket) throws Socket.Lost {
        var now = System.nanoTime();
        if (pingedAt != 0 && now - pingedAt > patience.answer().toNanos()) {
            throw new Socket.Lost("silent");
        }
        if (pingedAt == 0 && now - heardAt > patience.silence().toNanos()) {
            pingedAt = now;
            socket.say(new ClientFrame.Ping(null));
        }
    }

    private void speak(Socket socket) throws Socket.Lost {
        for (var frame : wishes(System.nanoTime())) {
            socket.say(frame);
        }
    }

    private synchronized List<ClientFrame> wishes(long now) {
        if (shopper.isStalled()) {
            return now - repeatAt >= 0 ? shopper.repeat() : List.of();
        }
        if (now - nextWishAt < 0) {
            return List.of();
        }
        nextWishAt = now + random.nextLong(patience.think().toNanos() + 1);
        var wishes = new ArrayList<ClientFrame>();
        (enough ? shopper.letGo() : shopper.ask()).ifPresent(wishes::add);
        return wishes;
    }

    /** A node it was not connected to just now, if there is one. */
    private URI another() {
        var others = nodes.stream().filter(other -> !other.equals(node)).toList();
        var choice = others.isEmpty() ? nodes : others;
        return choice.get(random.nextInt(choice.size()));
    }

    private synchronized URI address() {
        var since = shopper.since() == null ? "" : "&since=" + shopper.since();
        return URI.create("%s/api/rooms/%s/socket?name=%s%s"
                .formatted(node.toString().replaceFirst("^http", "ws"), shopper.room(), shopper.name(), since));
    }

    private synchronized List<String> credentials() {
        var credentials = new ArrayList<String>();
        if (token != null) {
            credentials.add("homstyle.token." + token);
        }
        if (shopper.resumeKey() != null) {
            credentials.add("homstyle.resume." + shopper.resumeKey());
        }
        return credentials;
    }

    private Duration retryPause() {
        var factor = 1L << Math.min(attempts++, 16);
        var pause = patience.leastRetry().multipliedBy(factor);
        return jittered(pause.compareTo(patience.mostRetry()) < 0 ? pause : patience.mostRetry());
    }

    private Duration jittered(Duration pause) {
        return pause.dividedBy(2).plusNanos(random.nextLong(pause.toNanos() / 2 + 1));
    }
}
