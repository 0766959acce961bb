package homstyle.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReadingTest {
    private static final long SECOND = 1_000_000_000;

    private final Results results = new Results();

    @Test
    void whatGrewIsSharedAmongTheTabs() {
        var empty = reading(0, heap(1_024_000) + direct(0) + "process_resident_memory_bytes 10240000\n");
        var full = reading(10, heap(1_500_000) + cpu(5 * SECOND));
        var end = reading(
                70,
                heap(3_072_000) + direct(1_024_000) + cpu(5 * SECOND + SECOND / 2)
                        + "process_resident_memory_bytes 20480000\n");
        end.measure(empty, full, 100, results);
        assertThat(results.table())
                .anyMatch(line -> line.matches(" {2}heap per tab +30\\.0 KB .*"))
                .anyMatch(line -> line.matches(" {2}resident per tab +100\\.0 KB .*"))
                .anyMatch(line -> line.matches(" {2}CPU of the server +0\\.83 % +of one core, over 60 s"));
    }

    @Test
    void heapIsUnknownWithoutACollectionWhileAllTabsWereThere() {
        reading(2, heap(5)).measure(reading(0, heap(1)), reading(1, heap(5)), 100, results);
        assertThat(results.table()).anyMatch(line -> line.matches(" {2}heap per tab +n/a +.*collected nothing.*"));
    }

    @Test
    void aServerWithoutMetricsIsNoError() {
        var nothing = reading(0, "");
        reading(60, "").measure(nothing, nothing, 100, results);
        assertThat(results.table())
                .anyMatch(line -> line.matches(" {2}CPU of the server +n/a .*process_cpu_time_ns_total"));
    }

    @Test
    void wakesAreThoseSinceAllTabsWereThere() {
        var full = reading(1, wakes(1000, 1000));
        reading(2, wakes(1000, 1010)).measure(reading(0, ""), full, 100, results);
        assertThat(results.table()).anyMatch(line -> line.matches(" {2}wake p99, by the server +4\\.96 ms .*"));
    }

    private static Reading reading(long seconds, String text) {
        return new Reading(seconds * SECOND, Metrics.parse(text));
    }

    private static String heap(long bytes) {
        return "homstyle_heap_after_gc_bytes %d\n".formatted(bytes);
    }

    private static String direct(long bytes) {
        return "jvm_buffer_memory_used_bytes{id=\"direct\"} %d\n".formatted(bytes);
    }

    private static String cpu(long nanos) {
        return "process_cpu_time_ns_total %d\n".formatted(nanos);
    }

    private static String wakes(long fast, long all) {
        return "homstyle_wake_seconds_bucket{le=\"0.001\"} %d\nhomstyle_wake_seconds_bucket{le=\"0.005\"} %d\n"
                        .formatted(fast, all)
                + "homstyle_wake_seconds_bucket{le=\"+Inf\"} %d\n".formatted(all);
    }
}
