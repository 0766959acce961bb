package homstyle.load;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.repeat;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** People who drag furniture, each a piece of their own, and move their cursors; some lose their connection. */
final class Editing implements Scenario {
    private static final Duration FRAME = Duration.ofMillis(50);
    private static final int FRAMES_A_DRAG = 20;
    private static final int FRAMES_BETWEEN = 20;
    private static final double RECONNECTS_AN_EDIT = 0.1;
    private static final Duration LONGEST_AWAY = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** A lock of someone who is gone ends after 10 s, a lease after 30 s. */
    private static final Duration LOCKS_END = Duration.ofSeconds(45);

    private final Run run;
    private final Actions actions;
    private final Signal stop;

    Editing(Run run, Actions actions) {
        this.run = run;
        this.actions = actions;
        stop = run.newSignal();
    }

    @Override
    public ChainBuilder tab() {
        return exec(
                actions.ask("place", tab -> tab.place(somewhere(), somewhere())),
                actions.then(run::granted),
                pause(_ -> upTo(FRAME.multipliedBy(FRAMES_BETWEEN))),
                asLongAs(_ -> !stop.isRaised()).on(exec(edit(), comeBackIfCut())),
                actions.then(_ -> run.steps.increment()),
                actions.settle());
    }

    private ChainBuilder edit() {
        return exec(
                actions.ask("lock", Tab::lock),
                doIfOrElse(session -> run.granted(Actions.tab(session)))
                        .then(exec(
                                actions.then(Tab::holds),
                                repeat(FRAMES_A_DRAG).on(exec(cursor(), drag(), pause(FRAME))),
                                loseConnection(),
                                actions.ask("move", tab -> tab.moveAndRelease(somewhere(), somewhere())),
                                actions.then(tab -> {
                                    if (run.granted(tab)) {
                                        run.moves.add(tab.took());
                                    }
                                })))
                        .orElse(pause(FRAME.multipliedBy(FRAMES_BETWEEN))),
                repeat(FRAMES_BETWEEN).on(exec(cursor(), pause(FRAME))),
                loseConnection());
    }

    private ChainBuilder cursor() {
        return actions.tell("cursor", tab -> tab.cursor(somewhere(), somewhere()));
    }

    private ChainBuilder drag() {
        return actions.tell("drag", tab -> tab.drag(somewhere(), somewhere()));
    }

    private ChainBuilder loseConnection() {
        return doIf(_ -> run.plan.reconnects() && ThreadLocalRandom.current().nextDouble() < RECONNECTS_AN_EDIT / 2)
                .then(reconnect());
    }

    /** Gatling marks a user as failed when what it sends finds the socket closed. */
    private ChainBuilder comeBackIfCut() {
        return doIf(Session::isFailed)
                .then(exec(actions.then(_ -> run.gone.increment()), reconnect(), exec(Session::markAsSucceeded)));
    }

    private ChainBuilder reconnect() {
        return exec(
                actions.read(),
                actions.close("leave"),
                pause(_ -> upTo(LONGEST_AWAY)),
                actions.connect("come back"),
                actions.then(tab -> {
                    if (tab.wasAnswered()) {
                        run.resumes.add(tab.took());
                    }
                }));
    }

    @Override
    public void conduct() throws InterruptedException {
        run.awaitConnected();
        var from = run.read();
        run.pass("editing", run.plan.duration());
        run.measureSince(from);
        stop.raiseIn(Duration.ZERO);
        run.awaitStep("last edits", run.connected.sum());
        awaitNoLocks();
        run.compare();
    }

    /** Who let go of everything and yet leaves a lock behind, has met a fault. */
    private void awaitNoLocks() throws InterruptedException {
        var deadline = System.nanoTime() + LOCKS_END.toNanos();
        var held = locks();
        while (held > 0 && System.nanoTime() < deadline) {
            run.pass("waiting for %d locks to end".formatted(held), LOOK);
            held = locks();
        }
        run.results.put(Measure.STUCK, held, "held when everybody had let go");
    }

    private long locks() {
        return run.rooms().stream()
                .mapToLong(room -> run.server.look(room).locks())
                .sum();
    }

    @Override
    public int unread() {
        return 100_000;
    }

    private static int somewhere() {
        return ThreadLocalRandom.current().nextInt(500, 3500);
    }

    private static Duration upTo(Duration longest) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest.toMillis()));
    }
}
