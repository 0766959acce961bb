package homstyle.load;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** One run: what its tabs and its conductor share. Safe for both. */
final class Run {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double NANOS_A_SECOND = 1e9;

    final Plan plan;
    final Server server;
    final Results results = new Results();
    final Queue<Tab> tabs = new ConcurrentLinkedQueue<>();

    /** Tabs that were told all of their room. */
    final LongAdder connected = new LongAdder();
    /** Tabs that could not connect. */
    final LongAdder keptOut = new LongAdder();
    /** Tabs that have done what the scenario's present step asks of them. */
    final LongAdder steps = new LongAdder();

    final LongAdder refused = new LongAdder();
    final LongAdder unanswered = new LongAdder();
    final LongAdder gone = new LongAdder();
    final LongAdder startedAfresh = new LongAdder();

    final Latencies wakes = new Latencies();
    final Latencies moves = new Latencies();
    final Latencies resumes = new Latencies();

    /** When tabs are to say whether they are still there. */
    final Signal last;
    /** When tabs may go. */
    final Signal end;

    private final Queue<Signal> signals = new ConcurrentLinkedQueue<>();
    private final List<Room> rooms;
    private final PrintStream out;
    private final long startedAt = System.nanoTime();
    private final AtomicLong firstTabAt = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong lastConnectedAt = new AtomicLong(Long.MIN_VALUE);
    private final Queue<Tab> settled = new ConcurrentLinkedQueue<>();
    private final Reading empty;
    private volatile long lastLineAt;

    Run(Plan plan, Server server, PrintStream out) {
        this.plan = plan;
        this.server = server;
        this.out = out;
        last = newSignal();
        end = newSignal();
        empty = Reading.of(server);
        rooms = server.rooms("load-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX), plan.rooms());
    }

    List<Room> rooms() {
        return rooms;
    }

    /** @param user the number Gatling gives to a virtual user, from 1 */
    Tab newTab(long user) {
        var number = (int) user - 1;
        var tab = new Tab(number, rooms.get(number % rooms.size()), this);
        tabs.add(tab);
        firstTabAt.accumulateAndGet(System.nanoTime(), Math::min);
        return tab;
    }

    /** Notes the end of a tab's first attempt to connect. */
    void arrived(Tab tab) {
        if (tab.wasAnswered()) {
            lastConnectedAt.accumulateAndGet(tab.answeredAt(), Math::max);
            connected.increment();
        } else {
            keptOut.increment();
        }
    }

    /** Notes how a request ended. @return whether it was granted */
    boolean granted(Tab tab) {
        if (!tab.wasAnswered()) {
            unanswered.increment();
        } else if (!tab.wasGranted()) {
            refused.increment();
        }
        return tab.wasGranted();
    }

    /** Notes whether a tab still had its connection at the end. */
    void settled(Tab tab) {
        if (tab.wasAnswered()) {
            settled.add(tab);
        } else {
            gone.increment();
        }
        steps.increment();
    }

    // ---- For conductors ----

    /** Waits until every tab has connected, or has failed to. */
    void awaitConnected() throws InterruptedException {
        await(
                "connecting",
                () -> connected.sum() + keptOut.sum(),
                plan.tabs(),
                plan.ramp().plus(PATIENCE));
        if (connected.sum() == 0) {
            throw new CannotLoad("none of %,d tabs could connect to %s; the errors in the report say why"
                    .formatted(plan.tabs(), plan.url()));
        }
        var took = lastConnectedAt.get() - firstTabAt.get();
        results.put(Measure.CONNECTED, connected.sum(), "of %,d in %,d rooms".formatted(plan.tabs(), plan.rooms()));
        results.put(
                Measure.CONNECT_RATE,
                connected.sum() / (took / NANOS_A_SECOND),
                "until a tab was told its room; %,.0f /s were asked for"
                        .formatted((double) plan.tabs() / plan.ramp().toSeconds()));
    }

    /** Waits until all connected tabs are through a step, then counts from zero again. */
    void awaitStep(String phase, long wanted) throws InterruptedException {
        await(phase, steps::sum, wanted, plan.ramp().plus(PATIENCE));
        steps.reset();
    }

    Signal newSignal() {
        var signal = new Signal();
        signals.add(signal);
        return signal;
    }

    /** Lets all tabs run to their end, whatever they wait for. */
    void release() {
        signals.forEach(signal -> signal.raiseIn(Duration.ZERO));
    }

    /** How many rooms have their first tab. */
    long roomsReached() {
        return tabs.stream().filter(this::isFirstInRoom).filter(Tab::hasJoined).count();
    }

    boolean isFirstInRoom(Tab tab) {
        return tab.number < rooms.size();
    }

    void await(String phase, LongSupplier count, long wanted, Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (count.getAsLong() < wanted) {
            var left = deadline - System.nanoTime();
            if (left < 0) {
                throw new CannotLoad("%s: %,d of %,d after %d s, expected all"
                        .formatted(phase, count.getAsLong(), wanted, patience.toSeconds()));
            }
            progress("%s: %,d of %,d, for %d s more at most"
                    .formatted(phase, count.getAsLong(), wanted, (long) (left / NANOS_A_SECOND)));
            Thread.sleep(LOOK);
        }
    }

    /** Lets the tabs go on for that long. */
    void pass(String phase, Duration time) throws InterruptedException {
        var deadline = System.nanoTime() + time.toNanos();
        for (var left = time.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            var cut = gone.sum() == 0 ? "" : ", cut off %,d times".formatted(gone.sum());
            progress(
                    "%s: %,d tabs%s, %d s left".formatted(phase, connected.sum(), cut, (long) (left / NANOS_A_SECOND)));
            Thread.sleep(Math.min(LOOK.toMillis(), left / 1_000_000 + 1));
        }
    }

    /** Raises a signal as soon as every tab can meet it. */
    void raise(Signal signal) {
        signal.raiseIn(plan.look().plus(LOOK));
    }

    /** Asks every tab whether it is still there. */
    void settle() throws InterruptedException {
        raise(last);
        awaitStep("last frames", connected.sum());
    }

    /** Settles, then holds what each tab was told against the revision of its room. Wakes the rooms. */
    void compare() throws InterruptedException {
        settle();
        for (var room : rooms) {
            var rev = server.look(room).rev();
            settled.stream().filter(tab -> tab.room.equals(room)).forEach(tab -> tab.revisions.reached(rev));
        }
    }

    Reading read() {
        return Reading.of(server);
    }

    /** Measures what the server spent from that reading until now. */
    void measureSince(Reading from) {
        read().measure(empty, from, connected.sum(), results);
    }

    Reading empty() {
        return empty;
    }

    void say(String line) {
        lastLineAt = System.nanoTime();
        out.printf(Locale.ROOT, "%5d s  %s%n", (long) ((lastLineAt - startedAt) / NANOS_A_SECOND), line);
        out.flush();
    }

    private void progress(String line) {
        if (lastLineAt == 0 || System.nanoTime() - lastLineAt > BETWEEN_LINES.toNanos()) {
            say(line);
        }
    }

    // ---- At the end ----

    /** Adds what the tabs have counted. */
    void conclude() {
        put(Measure.WAKE_P50, wakes, 0.5, "the first lock of a sleeping room to its answer, %,d times");
        put(Measure.WAKE_P99, wakes, 0.99, "");
        put(Measure.MOVE_P50, moves, 0.5, "a move to its acknowledgement at its sender, %,d times");
        put(Measure.MOVE_P99, moves, 0.99, "");
        put(Measure.RESUME_P50, resumes, 0.5, "until a tab that comes back has every missed change, %,d times");
        put(Measure.RESUME_ALL, resumes, 1, "the slowest tab");
        results.put(
                Measure.LOST,
                sum(Revisions::lost),
                "never came, beside %,d changes that did".formatted(sum(Revisions::told)));
        results.put(Measure.DOUBLED, sum(Revisions::doubled), "came again");
        results.putUnlessZero(Measure.KEPT_OUT, keptOut.sum(), "could not connect; the errors in the report say why");
        results.putUnlessZero(Measure.REFUSED, refused.sum(), "the server logs why");
        results.putUnlessZero(Measure.UNANSWERED, unanswered.sum(), "within 6 s");
        results.putUnlessZero(Measure.GONE, gone.sum(), "closed by the server, or silent at the end");
        results.putUnlessZero(Measure.AFRESH, startedAfresh.sum(), "reconnects that were told the whole room");
    }

    private long sum(ToLongFunction<Revisions> count) {
        return tabs.stream().map(tab -> tab.revisions).mapToLong(count).sum();
    }

    private void put(Measure measure, Latencies times, double part, String note) {
        if (times.count() > 0) {
            results.put(measure, times.quantile(part), note.formatted(times.count()));
        }
    }
}
