package homstyle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SignalTest {
    private static final Duration USUAL = Duration.ofHours(5);

    private final Signal signal = new Signal();

    @Test
    void isNotRaisedBeforeItIsKnown() {
        assertThat(signal.isRaised()).isFalse();
        assertThat(signal.nextLook(USUAL)).isEqualTo(USUAL);
    }

    @Test
    void aTabLooksAgainWhenItIsDue() {
        signal.raiseIn(Duration.ofHours(2));
        assertThat(signal.isRaised()).isFalse();
        assertThat(signal.nextLook(USUAL))
                .isBetween(Duration.ofHours(1), Duration.ofHours(2).plusMillis(1));
    }

    @Test
    void isRaisedWhenItsTimeHasCome() {
        signal.raiseIn(Duration.ZERO);
        assertThat(signal.isRaised()).isTrue();
    }
}
