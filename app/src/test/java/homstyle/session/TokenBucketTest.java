package homstyle.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static long passed(TokenBucket bucket, LongStream times) {
        return times.filter(now -> bucket.take(1, now)).count();
    }

    @Test
    @DisplayName("E5 a burst of two seconds' worth passes at once, and no more")
    void burst() {
        var bucket = new TokenBucket(60, 0);
        assertThat(passed(bucket, LongStream.generate(() -> 0).limit(1_000))).isEqualTo(120);
    }

    @Test
    @DisplayName("E5 in the long run so many a second pass, however many are sent")
    void inTheLongRun() {
        var bucket = new TokenBucket(60, 0);
        assertThat(passed(bucket, LongStream.range(0, 60_000))).isBetween(120 + 60 * 60 - 2L, 120 + 60 * 60L);
    }

    @Test
    @DisplayName("E5 who sends no more than that is never held up")
    void steady() {
        var bucket = new TokenBucket(50, 0);
        assertThat(passed(bucket, LongStream.range(0, 10_000).map(i -> i * 20))).isEqualTo(10_000);
    }

    @Test
    @DisplayName("E5 a long rest earns one burst")
    void rest() {
        var bucket = new TokenBucket(60, 0);
        passed(bucket, LongStream.generate(() -> 0).limit(500));
        assertThat(passed(bucket, LongStream.generate(() -> 3_600_000).limit(500)))
                .isEqualTo(120);
    }
}
