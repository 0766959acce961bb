package homstyle.load;

import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The first change of rooms that sleep, one room after the other and in several rounds. The first tab of a room asks. */
final class Wake implements Scenario {
    /** Far enough apart that no room waits for another. */
    private static final Duration BETWEEN_ROOMS = Duration.ofMillis(20);

    private static final Duration SLEEP_PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final String AWAKE = "homstyle_rooms_awake";
    private static final int MIDDLE = 2000;

    private final Run run;
    private final Actions actions;
    private final List<Signal> rounds;

    Wake(Run run, Actions actions) {
        this.run = run;
        this.actions = actions;
        rounds = Stream.generate(run::newSignal).limit(run.plan.rounds()).toList();
    }

    @Override
    public ChainBuilder tab() {
        var waking = rounds.stream().map(this::wakeAfter).reduce(furnish(), (before, round) -> before.exec(round));
        return exec(doIf(session -> run.isFirstInRoom(Actions.tab(session))).then(waking), actions.settle());
    }

    private ChainBuilder furnish() {
        return exec(actions.ask("place", tab -> tab.place(MIDDLE, MIDDLE)), actions.then(tab -> {
            run.granted(tab);
            run.steps.increment();
        }));
    }

    private ChainBuilder wakeAfter(Signal round) {
        return exec(
                actions.await(round),
                pause(session -> BETWEEN_ROOMS.multipliedBy(Actions.tab(session).number)),
                actions.ask("lock of a sleeping room", Tab::lock),
                actions.then(tab -> {
                    if (run.granted(tab)) {
                        run.wakes.add(tab.took());
                    }
                }),
                actions.ask("unlock", Tab::unlock),
                actions.then(tab -> {
                    run.granted(tab);
                    run.steps.increment();
                }));
    }

    @Override
    public void conduct() throws InterruptedException {
        run.awaitConnected();
        var asking = run.roomsReached();
        run.awaitStep("furnishing rooms", asking);
        var from = run.read();
        for (int i = 0; i < rounds.size(); i++) {
            awaitSleep();
            var before = run.wakes.count();
            run.raise(rounds.get(i));
            run.awaitStep("round %d of %d, waking rooms".formatted(i + 1, rounds.size()), asking);
            if (run.wakes.count() == before) {
                throw new CannotLoad("round %d: none of %,d rooms granted a lock".formatted(i + 1, asking));
            }
        }
        run.measureSince(from);
        run.compare();
    }

    /** Until no more rooms are awake than before the tabs came; for the time that was told where the server cannot say. */
    private void awaitSleep() throws InterruptedException {
        var before = run.empty().metrics().value(AWAKE);
        if (before.isEmpty()) {
            run.pass("waiting for the rooms to sleep", run.plan.hibernateAfter());
            return;
        }
        var deadline = System.nanoTime()
                + run.plan.hibernateAfter().plus(SLEEP_PATIENCE).toNanos();
        var awake = run.read().metrics().value(AWAKE).orElse(0);
        while (awake > before.getAsDouble()) {
            if (System.nanoTime() > deadline) {
                throw new CannotLoad("%s is %.0f, expected %.0f as before the tabs came, within %d s"
                        .formatted(
                                AWAKE,
                                awake,
                                before.getAsDouble(),
                                run.plan.hibernateAfter().plus(SLEEP_PATIENCE).toSeconds()));
            }
            run.pass("waiting for %.0f rooms to sleep".formatted(awake), LOOK);
            awake = run.read().metrics().value(AWAKE).orElse(0);
        }
    }

    @Override
    public int unread() {
        return 10_000;
    }
}
