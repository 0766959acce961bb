package homstyle.room;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientFrame.Request;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Several clients ask at random, mostly for what could be granted, and a {@link Bystander} that knows only the
 * protocol watches what the room does. Another run asks otherwise; {@code -Dhomstyle.seed=…} repeats one.
 */
class RoomModelTest {
    private static final long SEED = Long.getLong("homstyle.seed", System.nanoTime());
    private static final int REQUESTS = 2_000;

    private static StandAlone system;

    @BeforeAll
    static void start() {
        system = StandAlone.withoutJournal();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @RepeatedTest(10)
    @DisplayName(
            "R1, R5, R9, R10, L1 to L5, L7, E3, E6, U1, U2, N1, F1: whatever several clients ask, the room keeps its rules")
    void keepsItsRules(RepetitionInfo run) {
        var random = generator(SEED + run.getCurrentRepetition());
        var crowd = new RandomCrowd(random);
        var bystander = new Bystander();
        var room = Room.NEW;
        for (int step = 1; step <= REQUESTS; step++) {
            var turn = crowd.next(room);
            var context =
                    "step %d of -Dhomstyle.seed=%d, run %d: %s".formatted(step, SEED, run.getCurrentRepetition(), turn);
            try {
                room = play(room, turn, bystander);
                if (step % 250 == 0) {
                    assertThat(Room.NEW.applyAll(bystander.events())).isEqualTo(room);
                    assertSurvivesASnapshot(room);
                }
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError(context, failed);
            }
        }
        assertThat(bystander.kinds())
                .as("kinds of events in -Dhomstyle.seed=%d", SEED)
                .hasSize(10);
    }

    private static Room play(Room room, RandomCrowd.Turn turn, Bystander bystander) {
        return switch (turn) {
            case RandomCrowd.Turn.Asks(var by, Request request, long at) -> {
                var before = RoomSnapshot.of(room);
                var decision = room.decide(request, by, RandomCrowd.RULES, at);
                assertThat(RoomSnapshot.of(room)).isEqualTo(before);
                var after = decision instanceof Decision.Change(var events) ? room.applyAll(events) : room;
                bystander.sees(by, request, at, decision, after);
                yield after;
            }
            case RandomCrowd.Turn.IsGone(var by, var reason, long at) -> {
                var events = room.release(by.client(), reason, at);
                var after = room.applyAll(events);
                bystander.seesGone(by, events, after);
                yield after;
            }
        };
    }

    private static void assertSurvivesASnapshot(Room room) {
        var adapter = new RoomSnapshot.Adapter(_ -> {});
        var stored = adapter.toJournal(room);
        var read = adapter.fromJournal(
                system.read(system.write(stored), system.serializerOf(stored).identifier(), system.manifestOf(stored)));
        assertThat(read).isEqualTo(room);
        assertThat(List.copyOf(read.items().values()))
                .isEqualTo(List.copyOf(room.items().values()));
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
