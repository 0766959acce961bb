package homstyle.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ByeCode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomMetricsTest {
    private final RoomMetrics metrics = new RoomMetrics("abc123");

    @AfterEach
    void close() {
        metrics.close();
    }

    private Samples samples() {
        return Samples.of(metrics.text());
    }

    @Test
    void everythingIsThereFromTheStart() {
        var samples = samples();
        assertThat(samples.values())
                .containsEntry("homstyle_info{version=\"abc123\"}", 1.0)
                .containsEntry("homstyle_sockets", 0.0)
                .containsEntry("homstyle_wake_seconds_count", 0.0)
                .containsEntry("homstyle_frames_sent_total{class=\"welcome\"}", 0.0)
                .containsEntry("homstyle_sockets_cut_total{code=\"4503\"}", 0.0);
        assertThat(samples.names())
                .contains(
                        "process_cpu_usage",
                        "process_cpu_time_ns_total",
                        "process_uptime_seconds",
                        "jvm_memory_used_bytes",
                        "jvm_buffer_memory_used_bytes",
                        "jvm_threads_live_threads");
    }

    @Test
    void gaugesGoUpAndDown() {
        metrics.socketOpened();
        metrics.socketOpened();
        metrics.socketClosed();
        metrics.roomStarted();
        metrics.roomStarted();
        metrics.roomStopped();
        metrics.roomFellAsleep();
        metrics.locksHeld(3);
        metrics.locksHeld(-2);
        assertThat(samples().values())
                .containsEntry("homstyle_sockets", 1.0)
                .containsEntry("homstyle_rooms_awake", 1.0)
                .containsEntry("homstyle_rooms_asleep", 1.0)
                .containsEntry("homstyle_locks_held", 1.0);
        metrics.roomSleepsNoMore();
        assertThat(samples().value("homstyle_rooms_asleep")).isZero();
    }

    @Test
    void framesAndTheirBytesAreCountedByClass() {
        metrics.sent(FrameClass.CHANGE, 100);
        metrics.sent(FrameClass.CHANGE, 50);
        metrics.sent(FrameClass.MOTION, 7);
        assertThat(samples().values())
                .containsEntry("homstyle_frames_sent_total{class=\"change\"}", 2.0)
                .containsEntry("homstyle_bytes_sent_total{class=\"change\"}", 150.0)
                .containsEntry("homstyle_bytes_sent_total{class=\"motion\"}", 7.0)
                .containsEntry("homstyle_frames_sent_total{class=\"presence\"}", 0.0);
    }

    @Test
    void whatWasLostOrRefusedIsCounted() {
        metrics.motionDropped(5);
        metrics.cut(ByeCode.TOO_SLOW_OR_SILENT);
        metrics.lockRefused();
        metrics.journalRead();
        assertThat(samples().values())
                .containsEntry("homstyle_motion_dropped_total", 5.0)
                .containsEntry("homstyle_sockets_cut_total{code=\"4408\"}", 1.0)
                .containsEntry("homstyle_sockets_cut_total{code=\"4409\"}", 0.0)
                .containsEntry("homstyle_locks_refused_total", 1.0)
                .containsEntry("homstyle_journal_reads_total", 1.0);
    }

    @Test
    void timesAreHistogramsInSeconds() {
        metrics.woke(Duration.ofNanos(200_000));
        metrics.woke(Duration.ofMillis(3));
        metrics.woke(Duration.ofSeconds(2));
        metrics.committed(Duration.ofMillis(1));
        var samples = samples();
        assertThat(samples.types())
                .containsEntry("homstyle_wake_seconds", "histogram")
                .containsEntry("homstyle_commit_seconds", "histogram");
        assertThat(samples.values())
                .containsEntry("homstyle_wake_seconds_bucket{le=\"2.5E-4\"}", 1.0)
                .containsEntry("homstyle_wake_seconds_bucket{le=\"0.002\"}", 1.0)
                .containsEntry("homstyle_wake_seconds_bucket{le=\"0.003\"}", 2.0)
                .containsEntry("homstyle_wake_seconds_bucket{le=\"1.0\"}", 2.0)
                .containsEntry("homstyle_wake_seconds_bucket{le=\"+Inf\"}", 3.0)
                .containsEntry("homstyle_wake_seconds_sum", 2.0032)
                .containsEntry("homstyle_commit_seconds_bucket{le=\"0.001\"}", 1.0)
                .containsEntry("homstyle_commit_seconds_count", 1.0);
    }

    @Test
    void eventsOfAWakeAreADistribution() {
        metrics.replayed(0);
        metrics.replayed(0);
        metrics.replayed(7);
        assertThat(samples().values())
                .containsEntry("homstyle_wake_events_bucket{le=\"0.5\"}", 2.0)
                .containsEntry("homstyle_wake_events_bucket{le=\"5.0\"}", 2.0)
                .containsEntry("homstyle_wake_events_bucket{le=\"10.0\"}", 3.0)
                .containsEntry("homstyle_wake_events_sum", 7.0);
    }

    @Test
    void heapAfterACollectionIsLessThanTheHeap() {
        System.gc();
        var samples = samples();
        assertThat(samples.value("homstyle_heap_after_gc_bytes"))
                .isPositive()
                .isLessThan(Runtime.getRuntime().maxMemory());
    }
}
