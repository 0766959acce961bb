package homstyle.faults;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.RoomId;
import homstyle.protocol.Sku;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real clients over real sockets, through wires that fail, to a room that keeps its word or does not. */
class ClientTest {
    private static final RoomId ROOM = new RoomId("red-room");
    private static final int CLIENTS = 3;
    private static final Patience HURRIED = new Patience(
            Duration.ofMillis(2),
            Duration.ofMillis(500),
            Duration.ofMillis(300),
            Duration.ofMillis(5),
            Duration.ofMillis(50));

    /** Leaves only when told to, also where a busy machine stands still for a while. */
    private static final Patience CALM = new Patience(
            Duration.ofMillis(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMillis(5),
            Duration.ofMillis(50));

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Client> clients = new ArrayList<>();
    private final List<Future<Void>> running = new ArrayList<>();
    private ModelServer server;
    private final Wire one = new Wire();
    private final Wire two = new Wire();
    private final List<Proxy> proxies = new ArrayList<>();
    private Path file;
    private History history;

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws Exception {
        file = folder.resolve("history.jsonl");
        history = History.at(file, 1);
    }

    @AfterEach
    void end() throws Exception {
        clients.forEach(Client::end);
        threads.shutdownNow();
        for (var proxy : proxies) {
            proxy.close();
        }
        server.close();
        history.close();
    }

    @Test
    @DisplayName("R3 R4 R5 R6 R7 Clients get through crashes, cuts and silence, and the history is clean")
    void throughFaults() throws Exception {
        start(null, HURRIED);
        untilAllGetOn();
        server.crash();
        untilAllGetOn();
        one.cut();
        untilAllGetOn();
        one.reconnect();
        two.swallow();
        untilAllGetOn();
        two.letThrough();
        one.delay(Duration.ofMillis(20));
        untilAllGetOn();
        one.delay(Duration.ZERO);
        untilAllGetOn();
        finish();

        assertThat(Checker.check(file).violations()).isEmpty();
        assertThat(Files.readString(file))
                .contains(
                        "\"resumed\"",
                        "\"why\":\"silent\"",
                        "\"node\":\"localhost:" + proxies.getFirst().port())
                .doesNotContain("\"resume\":\"c");
    }

    @Test
    @DisplayName("E7 Who is told to come back later does so, and not sooner")
    void draining() throws Exception {
        start(null, CALM);
        server.calmDown();
        untilAllGetOn();
        server.drain(400);
        untilAllGetOn();
        finish();

        assertThat(Checker.check(file).violations()).isEmpty();
        var closed = new ArrayList<Long>();
        var returned = new ArrayList<Long>();
        new HistoryFile(file).testimony((line, _) -> {
            if (line instanceof Line.Closed it && it.why().startsWith("bye 4503")) {
                closed.add(it.at());
            } else if (line instanceof Line.Connected it && it.since() != null) {
                returned.add(it.at());
            }
        });
        assertThat(closed).hasSize(CLIENTS);
        assertThat(returned)
                .hasSize(CLIENTS)
                .allMatch(at -> at - closed.getFirst() >= Duration.ofMillis(400).toNanos());
    }

    @Test
    void aBugIsFoundOverRealSocketsToo() throws Exception {
        start(Mutant.IGNORES_THE_HOLDER, HURRIED);
        untilAllGetOn();
        untilAllGetOn();
        finish();

        assertThat(Checker.check(file).violations())
                .anyMatch(violation -> violation.rule().equals("L2"));
    }

    private void start(Mutant mutant, Patience patience) throws Exception {
        server = new ModelServer(ROOM, mutant, 1);
        var nodes = List.of(node(one), node(two));
        for (int i = 1; i <= CLIENTS; i++) {
            var name = "shopper-" + i;
            clients.add(new Client(name, ROOM, nodes, null, new Sku("HS-CHAIR-48"), patience, new Random(i), history));
        }
        clients.forEach(client -> running.add(threads.submit(client)));
    }

    private URI node(Wire wire) throws IOException {
        var proxy = Proxy.to(server.address(), wire);
        proxies.add(proxy);
        return URI.create("http://localhost:" + proxy.port());
    }

    private void untilAllGetOn() throws Exception {
        for (var client : clients) {
            var before = client.acknowledged();
            until("a client to get on", () -> client.acknowledged() >= before + 20);
        }
    }

    /** All give back what they hold, and the history gets its end. */
    private void finish() throws Exception {
        server.calmDown();
        clients.forEach(Client::letThatBeEnough);
        until(
                "all to be at rest with the last revision",
                () -> clients.stream()
                        .allMatch(client -> client.isAtRest()
                                && client.revision() == server.description().rev()));
        clients.forEach(Client::testify);
        clients.forEach(Client::end);
        for (var client : running) {
            client.get();
        }
        server.journal().forEach(change -> history.stored(ROOM, change));
        history.pictureOfNode(ROOM, "node-1", server.description());
        history.end();
        history.close();
    }

    /** Waits, but not when a client has failed. */
    private void until(String what, Wait.Condition condition) throws Exception {
        Wait.until(what, () -> {
            for (var client : running) {
                if (client.isDone()) {
                    client.get();
                }
            }
            return condition.holds();
        });
    }
}
