package homstyle.protocol;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Where a random test begins: another place each run, and a chosen one with {@code -Dhomstyle.seed=…}. Tests put
 * {@link #toRepeat()} into what they assert, so that a failure says how to see it again.
 */
final class Seed {
    private static final long START = Long.getLong("homstyle.seed", System.nanoTime());

    private Seed() {}

    static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(START);
    }

    static String toRepeat() {
        return "to repeat: -Dhomstyle.seed=" + START;
    }
}
