package homstyle.load;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The server's metrics at one moment.
 *
 * @param at {@link System#nanoTime}
 */
record Reading(long at, Metrics metrics) {
    private static final double KB = 1024;
    private static final double MB = 1024 * KB;
    private static final double PERCENT = 100;
    private static final double MILLIS_A_SECOND = 1000;
    private static final String HEAP = "homstyle_heap_after_gc_bytes";
    private static final String RESIDENT = "process_resident_memory_bytes";
    private static final String CPU = "process_cpu_time_ns_total";
    private static final String MISSING = "the server has no metric ";

    static Reading of(Server server) {
        return new Reading(System.nanoTime(), server.metrics());
    }

    /**
     * What the server spent.
     *
     * @param empty before the tabs came
     * @param from when all had come; CPU and wakes are counted from there to this reading
     */
    void measure(Reading empty, Reading from, long tabs, Results results) {
        measureHeap(empty, from, tabs, results);
        results.put(
                Measure.RESIDENT,
                perTab(grown(RESIDENT, empty), tabs),
                known(RESIDENT) ? "the growth of the process, heap it keeps in reserve included" : MISSING + RESIDENT);
        var wall = at - from.at();
        results.put(
                Measure.CPU,
                times(grown(CPU, from), PERCENT / wall),
                known(CPU) ? "of one core, over %.0f s".formatted(wall / 1e9) : MISSING + CPU);
        var wakes =
                metrics.histogram("homstyle_wake_seconds").since(from.metrics().histogram("homstyle_wake_seconds"));
        var p99 = wakes.quantile(0.99);
        if (p99.isPresent()) {
            results.put(
                    Measure.WAKE_P99_INSIDE,
                    times(p99, MILLIS_A_SECOND),
                    "the waking request's arrival to its answer, from its histogram");
        }
    }

    /** Nothing is known of the heap until a collection has run on it with all tabs there. */
    private void measureHeap(Reading empty, Reading from, long tabs, Results results) {
        var now = metrics.value(HEAP);
        var then = from.metrics().value(HEAP);
        if (now.isEmpty()) {
            results.put(Measure.HEAP, now, MISSING + HEAP);
        } else if (now.equals(then)) {
            results.put(Measure.HEAP, OptionalDouble.empty(), "the server collected nothing since all tabs were there");
        } else {
            results.put(
                    Measure.HEAP_IN_ALL,
                    times(now, 1 / MB),
                    "after the last collection; when all tabs were there: %.1f MB".formatted(then.orElse(0) / MB));
            var direct = direct(metrics).orElse(0) - direct(empty.metrics()).orElse(0);
            var heap = grown(HEAP, empty).orElse(now.getAsDouble());
            results.put(
                    Measure.HEAP,
                    perTab(OptionalDouble.of(heap + direct), tabs),
                    "after the last collection, direct memory included");
        }
    }

    private static OptionalDouble direct(Metrics metrics) {
        return metrics.value("jvm_buffer_memory_used_bytes", Map.of("id", "direct"));
    }

    private boolean known(String name) {
        return metrics.value(name).isPresent();
    }

    private OptionalDouble grown(String name, Reading earlier) {
        var now = metrics.value(name);
        var before = earlier.metrics().value(name);
        return now.isEmpty() || before.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(now.getAsDouble() - before.getAsDouble());
    }

    private static OptionalDouble perTab(OptionalDouble bytes, long tabs) {
        return times(bytes, 1 / (KB * tabs));
    }

    private static OptionalDouble times(OptionalDouble value, double factor) {
        return value.isEmpty() ? value : OptionalDouble.of(value.getAsDouble() * factor);
    }
}
