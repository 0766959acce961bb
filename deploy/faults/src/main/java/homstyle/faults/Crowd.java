package homstyle.faults;

import homstyle.protocol.RoomId;
import homstyle.protocol.Sku;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Many clients in several rooms, from their first request to the last line of their history. */
public final class Crowd implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);

    /** So many requests of each client must be answered to see that it gets on. */
    private static final int PROGRESS = 2;

    private final List<Service> nodes;
    private final Plans plans;
    private final History history;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<RoomId, List<Client>> rooms = new LinkedHashMap<>();
    private final List<Future<Void>> running = new ArrayList<>();

    /**
     * @param rooms which nobody has changed before; each has as many clients as the others, or one less
     * @param clients in all
     * @param token opens a room; gives null where access is open
     * @param sku the product that all place
     * @param seed from which the clients' wishes follow
     */
    public record Plans(
            List<RoomId> rooms, int clients, Function<RoomId, String> token, Sku sku, Patience patience, long seed) {
        public Plans {
            rooms = List.copyOf(rooms);
            if (rooms.isEmpty() || clients < rooms.size()) {
                throw new IllegalArgumentException(
                        "clients is %d, expected at least one for each of %d rooms".formatted(clients, rooms.size()));
            }
        }
    }

    /** @param nodes their addresses, {@code http://HOST:PORT} */
    public Crowd(List<URI> nodes, Plans plans, History history) {
        this.nodes = nodes.stream().map(Service::new).toList();
        this.plans = plans;
        this.history = history;
        for (int i = 0; i < plans.clients(); i++) {
            var room = plans.rooms().get(i % plans.rooms().size());
            var random = new Random(plans.seed() * 31 + i);
            var client = new Client(
                    "shopper-" + (i + 1),
                    room,
                    nodes,
                    plans.token().apply(room),
                    plans.sku(),
                    plans.patience(),
                    random,
                    history);
            rooms.computeIfAbsent(room, _ -> new ArrayList<>()).add(client);
        }
    }

    public void start() {
        clients().forEach(client -> running.add(threads.submit(client)));
    }

    /**
     * Waits until each client has got some more answers.
     *
     * @throws TimeoutException when that takes too long; says for whom
     */
    public void awaitProgress(Duration atMost) throws Exception {
        var wanted = new LinkedHashMap<Client, Long>();
        clients().forEach(client -> wanted.put(client, client.acknowledged() + PROGRESS));
        await(() -> "%s to get on".formatted(names(wanted.keySet())), atMost, () -> {
            wanted.entrySet().removeIf(entry -> entry.getKey().acknowledged() >= entry.getValue());
            return wanted.isEmpty();
        });
    }

    /**
     * Lets all clients give back what they hold, waits until all agree, and writes the history's last part: the journals,
     * and the rooms as clients and nodes have them.
     */
    public void finish(Duration atMost) throws Exception {
        clients().forEach(Client::letThatBeEnough);
        for (var room : rooms.keySet()) {
            await(() -> "room %s to come to rest".formatted(room), atMost, () -> isAtRest(room));
        }
        for (var room : rooms.keySet()) {
            testify(room);
        }
        history.end();
    }

    /** How many requests were answered for good, refusals included. */
    public long acknowledged() {
        return clients().stream().mapToLong(Client::acknowledged).sum();
    }

    @Override
    public void close() {
        clients().forEach(Client::end);
        threads.shutdownNow();
    }

    /** Nobody holds anything any more, so that nothing changes by itself either. */
    private boolean isAtRest(RoomId room) throws IOException, InterruptedException {
        if (!rooms.get(room).stream().allMatch(Client::isAtRest)) {
            return false;
        }
        var state = nodes.getFirst().describe(room, plans.token().apply(room));
        return state.locks().isEmpty() && rooms.get(room).stream().allMatch(client -> client.revision() == state.rev());
    }

    private void testify(RoomId room) throws IOException, InterruptedException {
        var token = plans.token().apply(room);
        for (var change : nodes.getFirst().journal(room, token)) {
            history.stored(room, change);
        }
        rooms.get(room).forEach(Client::testify);
        for (var node : nodes) {
            history.pictureOfNode(room, node.address().getAuthority(), node.describe(room, token));
        }
    }

    private static String names(Collection<Client> clients) {
        return clients.stream().map(Client::name).collect(Collectors.joining(", "));
    }

    private List<Client> clients() {
        return rooms.values().stream().flatMap(List::stream).toList();
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private void await(Supplier<String> what, Duration atMost, Condition condition) throws Exception {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.holds()) {
            checkClients();
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("waited %s in vain for %s".formatted(atMost, what.get()));
            }
            Thread.sleep(LOOK);
        }
    }

    /** A client ends before its time only by a fault of its own. */
    private void checkClients() throws InterruptedException, ExecutionException {
        for (var client : running) {
            if (client.isDone()) {
                client.get();
            }
        }
    }
}
