package homstyle.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class HistogramTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void quantileIsLinearInsideABucket() {
        var histogram = new Histogram(new TreeMap<>(Map.of(1.0, 10.0, 2.0, 20.0, INFINITY, 20.0)));
        assertThat(histogram.quantile(0.25).orElseThrow()).isCloseTo(0.5, within(1e-9));
        assertThat(histogram.quantile(0.75).orElseThrow()).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void whatIsAboveTheHighestBoundCountsAsIt() {
        var histogram = new Histogram(new TreeMap<>(Map.of(1.0, 10.0, 2.0, 10.0, INFINITY, 20.0)));
        assertThat(histogram.quantile(0.99)).hasValue(2.0);
    }

    @Test
    void countsOnlyWhatCameAfterAnEarlierReading() {
        var earlier = new Histogram(new TreeMap<>(Map.of(1.0, 100.0, 2.0, 100.0, INFINITY, 100.0)));
        var later = new Histogram(new TreeMap<>(Map.of(1.0, 100.0, 2.0, 110.0, INFINITY, 110.0)));
        assertThat(later.since(earlier).quantile(0.5).orElseThrow()).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void nothingHasNoQuantile() {
        var same = new Histogram(new TreeMap<>(Map.of(1.0, 3.0, INFINITY, 3.0)));
        assertThat(same.since(same).quantile(0.5)).isEmpty();
    }
}
