package homstyle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class MetricsTest {
    private static final String TEXT = """
            # HELP homstyle_sockets Open sockets
            # TYPE homstyle_sockets gauge
            homstyle_sockets 1000.0
            process_cpu_time_ns_total 1.25E9
            homstyle_frames_sent_total{class="motion",} 7.0
            homstyle_frames_sent_total{class="change"} 5.0 1700000000000
            jvm_buffer_memory_used_bytes{id="direct"} 4096.0
            jvm_buffer_memory_used_bytes{id="mapped - 'non-volatile memory'"} 1.0
            odd{name="a \\"b\\"} c"} 3
            homstyle_wake_seconds_bucket{le="0.001"} 50
            homstyle_wake_seconds_bucket{le="0.005"} 99
            homstyle_wake_seconds_bucket{le="+Inf"} 100
            process_resident_memory_bytes NaN
            this is no sample
            """;

    private final Metrics metrics = Metrics.parse(TEXT);

    @Test
    void readsPlainSamples() {
        assertThat(metrics.value("homstyle_sockets")).hasValue(1000);
        assertThat(metrics.value("process_cpu_time_ns_total")).hasValue(1.25e9);
    }

    @Test
    void addsUpSamplesOfOneNameUnlessLabelsChoose() {
        assertThat(metrics.value("homstyle_frames_sent_total")).hasValue(12);
        assertThat(metrics.value("homstyle_frames_sent_total", Map.of("class", "change")))
                .hasValue(5);
        assertThat(metrics.value("jvm_buffer_memory_used_bytes", Map.of("id", "direct")))
                .hasValue(4096);
    }

    @Test
    void labelsMayHoldQuotesAndBraces() {
        assertThat(metrics.value("odd", Map.of("name", "a \\\"b\\\"} c"))).hasValue(3);
    }

    @Test
    void aMissingNameIsEmpty() {
        assertThat(metrics.value("homstyle_rooms_awake")).isEmpty();
        assertThat(metrics.value("process_resident_memory_bytes")).isEmpty();
        assertThat(metrics.value("homstyle_sockets", Map.of("node", "1"))).isEmpty();
        assertThat(Metrics.NONE.histogram("homstyle_wake_seconds").quantile(0.5))
                .isEmpty();
    }

    @Test
    void readsHistograms() {
        var wakes = metrics.histogram("homstyle_wake_seconds");
        assertThat(wakes.quantile(0.5)).hasValue(0.001);
        assertThat(wakes.quantile(0.99)).hasValue(0.005);
    }
}
