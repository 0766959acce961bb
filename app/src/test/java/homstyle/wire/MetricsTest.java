package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import homstyle.metrics.Samples;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code GET /metrics} says of what really happened. */
class MetricsTest {
    private static final long PATIENCE = 30_000_000_000L;

    @RegisterExtension
    static final RunningServer server = RunningServer.with();

    private static void await(String what, Predicate<Samples> wanted) {
        var deadline = System.nanoTime() + PATIENCE;
        while (!wanted.test(server.metrics())) {
            assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(deadline);
        }
    }

    private static String frames(String kind) {
        return "homstyle_frames_sent_total{class=\"%s\"}".formatted(kind);
    }

    private static String cut(int code) {
        return "homstyle_sockets_cut_total{code=\"%d\"}".formatted(code);
    }

    /** The text of all frames that came; every field of the protocol keeps its place and form through the parser. */
    private static int received(TestClient... clients) {
        return Stream.of(clients)
                .map(TestClient::all)
                .flatMap(List::stream)
                .map(JsonNode::toString)
                .mapToInt(String::length)
                .sum();
    }

    private static double sent(Samples from, Samples to) {
        return to.values().keySet().stream()
                .filter(sample -> sample.startsWith("homstyle_bytes_sent_total"))
                .mapToDouble(sample -> to.since(from, sample))
                .sum();
    }

    @Test
    void isTextForPrometheus() {
        var answer = server.http().get("/metrics");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.text()).contains("# HELP homstyle_sockets Open sockets on this node\n");
    }

    @Test
    void namesWhatOperatorsNeed() {
        var samples = server.metrics();
        assertThat(samples.names())
                .contains(
                        "homstyle_info",
                        "homstyle_sockets",
                        "homstyle_rooms_awake",
                        "homstyle_rooms_asleep",
                        "homstyle_wake_seconds_bucket",
                        "homstyle_wake_events_bucket",
                        "homstyle_commit_seconds_bucket",
                        "homstyle_motion_dropped_total",
                        "homstyle_locks_held",
                        "homstyle_locks_refused_total",
                        "homstyle_journal_reads_total",
                        "homstyle_heap_after_gc_bytes",
                        "process_cpu_usage",
                        "process_cpu_time_ns_total",
                        "process_resident_memory_bytes",
                        "jvm_gc_memory_allocated_bytes_total");
        assertThat(samples.value("homstyle_info{version=\"%s\"}".formatted(version())))
                .isEqualTo(1);
        assertThat(samples.value("jvm_buffer_memory_used_bytes{id=\"direct\"}")).isPositive();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void residentMemoryIsThatOfTheProcess() {
        assertThat(server.metrics().value("process_resident_memory_bytes"))
                .isGreaterThan(Runtime.getRuntime().totalMemory() / 100)
                .isLessThan(1L << 40);
    }

    private static String version() {
        try (var client = server.join("version")) {
            return client.version();
        }
    }

    @Test
    void framesAndTheirBytesAreCountedByClass() {
        await("no sockets", samples -> samples.value("homstyle_sockets") == 0);
        var before = server.metrics();
        try (var one = server.join("counted");
                var two = server.join("counted")) {
            one.next("joined");
            one.ask(Frames.place("p", "sofa", 0, 0));
            one.lock("l", "sofa");
            assertThat(two.ask(Frames.lock("no", "sofa")).get("code").asText()).isEqualTo("locked");
            two.send(Frames.cursor(1, 1));
            one.next("motion");
            two.settle();

            var after = server.metrics();
            assertThat(after.value("homstyle_sockets")).isEqualTo(2);
            assertThat(after.since(before, frames("welcome"))).isEqualTo(2);
            assertThat(after.since(before, frames("presence"))).isEqualTo(1);
            assertThat(after.since(before, frames("change"))).isEqualTo(4);
            assertThat(after.since(before, frames("answer"))).isEqualTo(1);
            assertThat(after.since(before, frames("motion"))).isEqualTo(1);
            assertThat(after.since(before, frames("liveness"))).isEqualTo(1);
            assertThat(sent(before, after)).isEqualTo(received(one, two));
            assertThat(after.since(before, "homstyle_locks_refused_total")).isEqualTo(1);
            // Else its end would be stored some time later, and another test counts what is stored.
            one.ask(Frames.unlock("u", "sofa"));
        }
        await("both sockets closed", samples -> samples.value("homstyle_sockets") == 0);
    }

    @Test
    void everyCommitIsMeasured() {
        try (var client = server.join("commits")) {
            var before = server.metrics();
            for (int i = 1; i <= 5; i++) {
                client.ask(Frames.rename("r" + i, "Title " + i));
            }
            var after = server.metrics();
            assertThat(after.since(before, "homstyle_commit_seconds_count")).isEqualTo(5);
            assertThat(after.since(before, "homstyle_commit_seconds_bucket{le=\"+Inf\"}"))
                    .isEqualTo(5);
            assertThat(after.since(before, "homstyle_commit_seconds_sum")).isPositive();
        }
    }

    @Test
    void readingTheHistoryIsCounted() {
        try (var client = server.join("history")) {
            client.ask(Frames.rename("r", "Title"));
            var before = server.metrics();
            assertThat(server.http().get("/api/rooms/history/events").text()).contains("renamed");
            assertThat(server.metrics().since(before, "homstyle_journal_reads_total"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whoIsDismissedIsCountedByCode() throws IOException {
        try (var raw = server.raw()) {
            raw.handshake("cut");
            raw.next("welcome");
            var before = server.metrics();
            raw.frame(RawSocket.BINARY, true, new byte[] {1, 2, 3});
            raw.next("bye");
            var after = server.metrics();
            assertThat(after.since(before, cut(4415))).isEqualTo(1);
            assertThat(after.since(before, cut(4408))).isZero();
        }
    }
}
