package homstyle.metrics;

import homstyle.protocol.ByeCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Every meter of a node, registered in this one place. The others say what happened; nothing here costs them more than
 * a few additions, and nothing runs between two readings. Safe for any thread.
 */
public final class RoomMetrics implements AutoCloseable {
    /** The media type of {@link #text}. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** Close together around the few milliseconds that a wake and a commit should take. */
    private static final Duration[] TIMES = Stream.of(
                    250, 500, 750, 1_000, 1_500, 2_000, 3_000, 4_000, 5_000, 7_500, 10_000, 25_000, 50_000, 100_000,
                    250_000, 500_000, 1_000_000)
            .map(micros -> Duration.ofNanos(micros * 1_000L))
            .toArray(Duration[]::new);

    /** The first is for none, since Micrometer takes no bucket of 0. */
    private static final double[] EVENTS = {0.5, 1, 2, 5, 10, 20, 50, 100, 1_000};

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ProcessMeters process = new ProcessMeters();

    private final LongAdder sockets = gauge("homstyle.sockets", "Open sockets on this node");
    private final LongAdder roomsAwake = gauge("homstyle.rooms.awake", "Rooms in memory on this node");
    private final LongAdder roomsAsleep =
            gauge("homstyle.rooms.asleep", "Rooms that sleep while they have sockets on this node");
    private final LongAdder locksHeld = gauge("homstyle.locks.held", "Locked items in the rooms awake on this node");

    private final Timer wake =
            histogram("homstyle.wake", "From the arrival of a request for a sleeping room to its answer");
    private final DistributionSummary wakeEvents = DistributionSummary.builder("homstyle.wake.events")
            .description("Events read and replayed by a room that wakes, after its snapshot")
            .serviceLevelObjectives(EVENTS)
            .register(registry);
    private final Timer commit =
            histogram("homstyle.commit", "A commit of the journal, with all the events that waited for it");

    private final Map<FrameClass, Sent> sent = new EnumMap<>(FrameClass.class);
    private final Counter motionDropped =
            counter("homstyle.motion.dropped", "Cursors and drags overtaken while a socket was slow, or refused");
    private final Map<ByeCode, Counter> cut = new EnumMap<>(ByeCode.class);
    private final Counter locksRefused =
            counter("homstyle.locks.refused", "Requests refused because somebody else holds the item");
    private final Counter journalReads =
            counter("homstyle.journal.reads", "Reads of the journal past the rooms, for resumes and history");

    private record Sent(Counter frames, Counter bytes) {}

    /** @param version the server's build */
    public RoomMetrics(String version) {
        for (var kind : FrameClass.values()) {
            sent.put(kind, sentAs(kind));
        }
        for (var code : ByeCode.values()) {
            cut.put(code, cutBy(code));
        }
        Gauge.builder("homstyle.info", () -> 1)
                .description("The server's build")
                .tag("version", version)
                .register(registry);
        process.bindTo(registry);
    }

    public void socketOpened() {
        sockets.increment();
    }

    public void socketClosed() {
        sockets.decrement();
    }

    /** The server has said {@code bye}; the socket also closes. */
    public void cut(ByeCode code) {
        cut.get(code).increment();
    }

    /** A room has started on this node. */
    public void roomStarted() {
        roomsAwake.increment();
    }

    /** A room of this node is no longer in memory. */
    public void roomStopped() {
        roomsAwake.decrement();
    }

    /** A room with sockets here has gone to sleep, wherever it was. */
    public void roomFellAsleep() {
        roomsAsleep.increment();
    }

    /** A room that slept with sockets here is awake, or has no sockets here any more. */
    public void roomSleepsNoMore() {
        roomsAsleep.decrement();
    }

    /** @param took from the arrival of the request that woke a room to its answer */
    public void woke(Duration took) {
        wake.record(took);
    }

    /** @param events how many a waking room has replayed */
    public void replayed(long events) {
        wakeEvents.record(events);
    }

    /** @param took the commit of one transaction of the journal */
    public void committed(Duration took) {
        commit.record(took);
    }

    /** @param bytes of the frame's text */
    public void sent(FrameClass kind, int bytes) {
        var counters = sent.get(kind);
        counters.frames().increment();
        counters.bytes().increment(bytes);
    }

    /** @param count cursors and drags that nobody will see */
    public void motionDropped(int count) {
        motionDropped.increment(count);
    }

    /** @param items how many more are locked; negative for fewer */
    public void locksHeld(int items) {
        locksHeld.add(items);
    }

    /** Somebody wanted what somebody else holds. */
    public void lockRefused() {
        locksRefused.increment();
    }

    public void journalRead() {
        journalReads.increment();
    }

    /** All meters as they are now, in Prometheus' text format: {@link #CONTENT_TYPE}. Blocks for some milliseconds. */
    public String text() {
        return registry.scrape(CONTENT_TYPE);
    }

    /** Lets go of the listeners that it has in the virtual machine. */
    @Override
    public void close() {
        process.close();
        registry.close();
    }

    private LongAdder gauge(String name, String description) {
        var value = new LongAdder();
        Gauge.builder(name, value::sum).description(description).register(registry);
        return value;
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private Timer histogram(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(TIMES)
                .register(registry);
    }

    private Sent sentAs(FrameClass kind) {
        return new Sent(
                Counter.builder("homstyle.frames.sent")
                        .description("Frames handed to sockets")
                        .tag("class", kind.label())
                        .register(registry),
                Counter.builder("homstyle.bytes.sent")
                        .description("Text of the frames handed to sockets")
                        .tag("class", kind.label())
                        .register(registry));
    }

    private Counter cutBy(ByeCode code) {
        return Counter.builder("homstyle.sockets.cut")
                .description("Sockets that the server ended, by the code of its bye")
                .tag("code", Integer.toString(code.number()))
                .register(registry);
    }
}
