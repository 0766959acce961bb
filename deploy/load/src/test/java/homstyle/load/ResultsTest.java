package homstyle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultsTest {
    private final Results results = new Results();

    @Test
    void tableShowsWhatWasMeasuredAndWhatWasNot() {
        results.put(Measure.CPU, 0.314, "of one core");
        results.putUnlessZero(Measure.GONE, 0, "never");
        assertThat(results.table())
                .anyMatch(line -> line.matches(" {2}CPU of the server +0\\.31 % +of one core"))
                .anyMatch(line -> line.matches(" {2}move p99 +n/a"))
                .noneMatch(line -> line.contains("tabs cut off"));
    }

    @Test
    void aKeptLimitIsNotMentioned() {
        results.put(Measure.CPU, 0.5, "");
        assertThat(missed(Limit.asked(Measure.CPU, 0.5, "--max-cpu"))).isEmpty();
    }

    @Test
    void aMissedLimitIsNamedWithValueAndExpectation() {
        results.put(Measure.WAKE_P99, 7.25, "");
        assertThat(missed(Limit.asked(Measure.WAKE_P99, 5, "--max-wake-p99")))
                .containsExactly("wake p99 is 7.25 ms, expected at most 5.00 ms (--max-wake-p99)");
    }

    @Test
    void aLimitThatWasAskedForIsMissedByWhatWasNotMeasured() {
        assertThat(missed(Limit.asked(Measure.HEAP, 40, "--max-heap-kb")))
                .containsExactly("heap per tab is not known, expected at most 40.0 KB (--max-heap-kb)");
    }

    @Test
    void aLimitThatAlwaysHoldsIsKeptByWhatWasNotMeasured() {
        assertThat(missed(Limit.always(Measure.STUCK, 0, "always"))).isEmpty();
    }

    private List<String> missed(Limit limit) {
        return results.missed(List.of(limit));
    }
}
