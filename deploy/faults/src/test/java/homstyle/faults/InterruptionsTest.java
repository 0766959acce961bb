package homstyle.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long clients were held up, in histories of a few lines; times are seconds. */
class InterruptionsTest {
    private final List<String> lines = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() {
        lines.add("{\"kind\":\"history\",\"version\":1,\"seed\":1}");
    }

    @Test
    void anInterruptionIsTheTimeWithoutAnswersWhileTrying() throws Exception {
        sent(1, "red", "r1");
        struck(2, "kill");
        sent(3, "red", "r2");
        accepted(9, "red", "r1");
        accepted(10, "red", "r2");
        healed(11, "kill");
        assertThat(row("kill").sorted()).containsExactly(seconds(8));
    }

    @Test
    void whoDidNotTryWasNotInterrupted() throws Exception {
        struck(2, "kill");
        healed(5, "kill");
        sent(6, "red", "r1");
        accepted(60, "red", "r1");
        assertThat(row("kill").sorted()).isEmpty();
    }

    @Test
    void unavailableIsNoAnswer() throws Exception {
        struck(1, "slow");
        sent(2, "red", "r1");
        unavailable(3, "red", "r1");
        sent(4, "red", "r1");
        accepted(7, "red", "r1");
        healed(8, "slow");
        assertThat(row("slow").sorted()).containsExactly(seconds(5));
    }

    @Test
    void itMayEndAfterTheHealingAndCountsForAllThatOverlap() throws Exception {
        struck(1, "kill");
        struck(2, "cut");
        sent(3, "red", "r1");
        sent(3, "blue", "b1");
        healed(4, "kill");
        accepted(5, "blue", "b1");
        healed(6, "cut");
        accepted(9, "red", "r1");
        assertThat(row("kill, overlapping").sorted()).containsExactly(seconds(2), seconds(6));
        assertThat(row("cut, overlapping").longest()).isEqualTo(seconds(6));
        assertThat(row("cut, overlapping").quantile(0)).isEqualTo(seconds(2));
    }

    private Interruptions.Row row(String fault) throws Exception {
        lines.add("{\"kind\":\"end\"}");
        var file = Files.write(folder.resolve("history.jsonl"), lines);
        return Interruptions.in(file).byFault().get(fault);
    }

    private void struck(int at, String fault) {
        line(at, "\"kind\":\"struck\"", "\"fault\":\"%s\",\"target\":\"node-1\"".formatted(fault));
    }

    private void healed(int at, String fault) {
        line(at, "\"kind\":\"healed\"", "\"fault\":\"%s\",\"target\":\"node-1\"".formatted(fault));
    }

    private void sent(int at, String client, String id) {
        frame(at, "sent", client, "{\"type\":\"lock\",\"id\":\"%s\",\"items\":[\"sofa\"]}".formatted(id));
    }

    private void accepted(int at, String client, String id) {
        frame(at, "got", client, "{\"type\":\"accepted\",\"id\":\"%s\",\"rev\":1}".formatted(id));
    }

    private void unavailable(int at, String client, String id) {
        frame(
                at,
                "got",
                client,
                "{\"type\":\"rejected\",\"id\":\"%s\",\"code\":\"unavailable\",\"message\":\"\"}".formatted(id));
    }

    private void frame(int at, String kind, String client, String frame) {
        line(at, "\"kind\":\"%s\"".formatted(kind), "\"client\":\"%s\",\"frame\":%s".formatted(client, frame));
    }

    private void line(int at, String kind, String fields) {
        lines.add("{%s,\"at\":%d,%s}".formatted(kind, seconds(at).toNanos(), fields));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
