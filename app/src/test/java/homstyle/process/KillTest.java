package homstyle.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import homstyle.persistence.JournalDatabase;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.Lock;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame.Change;
import homstyle.room.RoomJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight clients in two rooms make 2,000 acknowledged moves while the server is killed with SIGKILL at random moments,
 * some of them in the middle of its start, and started again on the same data.
 *
 * <p>Three kills unless {@code HOMSTYLE_KILLS} says another number. All choices follow from a seed, which is printed
 * and can be given by {@code HOMSTYLE_SEED}. The long run, from the project's folder:
 *
 * <pre>HOMSTYLE_KILLS=20 mvn test -pl app -am -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class KillTest {
    private static final int MOVES = 2_000;
    private static final int CLIENTS_PER_ROOM = 4;
    private static final List<String> ROOMS = List.of("red-room", "blue-room");
    private static final int KILLS = Integer.parseInt(System.getenv().getOrDefault("HOMSTYLE_KILLS", "3"));
    private static final double KILLED_AGAIN_WHILE_STARTING = 0.25;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(5);
    private static final Duration START = Duration.ofMillis(2_500);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @TempDir
    private Path data;

    private final long seed = Long.parseLong(
            System.getenv().getOrDefault("HOMSTYLE_SEED", Long.toString(System.nanoTime() % 1_000_000_000)));
    private final RandomGenerator random = random(0);
    private final Journey journey = new Journey();
    private final Map<String, History> histories = new LinkedHashMap<>();
    private final List<Mover> movers = new ArrayList<>();
    private final List<Future<Void>> running = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int port = Program.freePort();
    private final Program program = new Program().with("HOMSTYLE_RATE_LIMITS", "off");
    private Program.Running server;

    private record Described(long rev, List<Item> items, List<Lock> locks) {}

    @AfterEach
    void endAll() throws Exception {
        journey.end();
        threads.shutdownNow();
        if (server != null) {
            server.close();
        }
    }

    @Test
    @DisplayName("R1 R2 R3 R4 R5 R6 R7 L2 L3 L6 Kills lose nothing acknowledged, double nothing and keep the locks")
    void kills() throws Exception {
        System.out.printf("%d kills; to repeat: HOMSTYLE_SEED=%d%n", KILLS, seed);
        server = program.serve(data, port);
        startMovers();
        for (var moves : momentsOfKilling()) {
            until("%d moves".formatted(moves), () -> journey.moves() >= moves);
            LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE.toNanos()));
            kill();
            server = program.serve(data, port);
            until(
                    "all clients to move on",
                    () -> movers.stream().allMatch(mover -> mover.lastWorkedIn() == journey.era()));
            checkHistories();
        }
        until("%d moves".formatted(MOVES), () -> journey.moves() >= MOVES);
        journey.letThatBeEnough();
        until("all answers", () -> movers.stream().allMatch(Mover::isIdle));
        checkHistories();
        checkThatAllAgree();
    }

    private void startMovers() {
        var service = new Service("http://127.0.0.1:" + port);
        for (var room : ROOMS) {
            histories.put(room, new History());
            for (int i = 1; i <= CLIENTS_PER_ROOM; i++) {
                var item = new ItemId("chair-" + i);
                movers.add(new Mover(service, room, item, journey, histories.get(room), random(movers.size() + 1)));
            }
        }
        movers.forEach(mover -> running.add(threads.submit(mover)));
    }

    /** After how many moves each; in the order of time. */
    private List<Integer> momentsOfKilling() {
        return IntStream.range(0, KILLS)
                .map(_ -> random.nextInt(MOVES))
                .sorted()
                .boxed()
                .toList();
    }

    private void kill() throws Exception {
        killServer();
        while (random.nextDouble() < KILLED_AGAIN_WHILE_STARTING) {
            server = program.launch("serve", "--data", data.toString(), "--port", Integer.toString(port));
            LockSupport.parkNanos(random.nextLong(START.toNanos()));
            killServer();
        }
    }

    /** What is on the disk just then must hold by itself. */
    private void killServer() throws Exception {
        server.kill();
        journey.nextEra();
        server.close();
        checkHistories();
    }

    private void checkHistories() {
        for (var room : ROOMS) {
            assertThat(histories.get(room).contradictions(() -> journal(room)))
                    .as("%s, seed %d, after %d kills", room, seed, journey.era())
                    .isEmpty();
        }
    }

    private List<Change> journal(String room) {
        var reader =
                JournalDatabase.at("jdbc:sqlite:" + data.resolve("journal.db")).reader();
        return new RoomJournal(reader, Runnable::run)
                .changes(new RoomId(room), 1, Long.MAX_VALUE)
                .toCompletableFuture()
                .join();
    }

    private void checkThatAllAgree() throws Exception {
        var service = server.service();
        for (int i = 0; i < movers.size(); i++) {
            var mover = movers.get(i);
            var room = ROOMS.get(i / CLIENTS_PER_ROOM);
            var told = JSON.readValue(service.get("/api/rooms/" + room).body(), Described.class);
            until("the last change", () -> mover.seen().rev() == told.rev());
            assertThat(mover.seen())
                    .as("%s, seed %d", room, seed)
                    .isEqualTo(
                            RoomView.of(told.rev(), told.items(), told.locks()).seen());
            assertThat(told.rev()).isEqualTo(journal(room).size());
        }
    }

    /** Waits, but not when a client has found a fault. */
    private void until(String what, Wait.Condition condition) throws Exception {
        Wait.until("%s (seed %d)".formatted(what, seed), () -> {
            for (var mover : running) {
                if (mover.isDone()) {
                    mover.get();
                }
            }
            return condition.holds();
        });
    }

    private RandomGenerator random(int whose) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 31 + whose);
    }
}
