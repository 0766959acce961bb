package homstyle.faults;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Processes or places of which faults strike one, chosen at random. Faults that overlap strike the same one: a cluster
 * can lose one of three nodes, however often, but not two.
 */
public final class Victims<T> {
    private final List<T> all;
    private T aimedAt;
    private int strikes;

    public Victims(List<? extends T> all) {
        this.all = List.copyOf(all);
    }

    synchronized T aim(RandomGenerator random) {
        if (strikes == 0) {
            aimedAt = all.get(random.nextInt(all.size()));
        }
        strikes++;
        return aimedAt;
    }

    synchronized void healed() {
        strikes--;
    }
}
