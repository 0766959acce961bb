package homstyle.faults;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Processes of which faults strike one, chosen at random. Faults that overlap strike the same one: a cluster can lose
 * one of three nodes, however often, but not two.
 */
public final class Victims {
    private final List<Victim> all;
    private Victim aimedAt;
    private int strikes;

    public Victims(List<? extends Victim> all) {
        this.all = List.copyOf(all);
    }

    synchronized Victim aim(RandomGenerator random) {
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
