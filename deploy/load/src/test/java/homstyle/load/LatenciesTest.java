package homstyle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void quantilesAreExact() {
        LongStream.rangeClosed(1, 2000).map(n -> 2001 - n).forEach(millis -> latencies.add(millis * 1_000_000));
        assertThat(latencies.quantile(0.5)).hasValue(1000);
        assertThat(latencies.quantile(0.99)).hasValue(1980);
        assertThat(latencies.quantile(1)).hasValue(2000);
        assertThat(latencies.count()).isEqualTo(2000);
    }

    @Test
    void nothingHasNoQuantile() {
        assertThat(latencies.quantile(0.5)).isEmpty();
    }
}
