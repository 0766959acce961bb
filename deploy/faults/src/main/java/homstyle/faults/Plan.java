package homstyle.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Which fault strikes when: rounds of one fault, or of two that overlap. All of a round is healed before the next one
 * begins. It follows from the seed alone, so that an interrupted run can go on where it was.
 */
public record Plan(long seed, List<Round> rounds) {

    /** Faults in the order in which they strike. */
    public record Round(List<Strike> strikes) {
        public Round {
            strikes = List.copyOf(strikes);
        }
    }

    /**
     * @param nemesis its name
     * @param after how long after the round's beginning
     * @param lasts how long until it is healed
     */
    public record Strike(String nemesis, Duration after, Duration lasts) {
        Duration until() {
            return after.plus(lasts);
        }
    }

    /**
     * @param times how often each fault is to strike
     * @param overlapping how much of the rounds have two faults where that can be, from 0 to 1
     * @param shortest how long a fault lasts at least
     * @param longest how long it lasts at most
     */
    public record Wishes(List<String> nemeses, int times, double overlapping, Duration shortest, Duration longest) {
        public Wishes {
            nemeses = List.copyOf(nemeses);
            require(!nemeses.isEmpty(), "nemeses", nemeses, "at least one");
            require(times >= 1, "times", times, "at least 1");
            require(overlapping >= 0 && overlapping <= 1, "overlapping", overlapping, "a number from 0 to 1");
            require(shortest.compareTo(longest) <= 0, "shortest", shortest, "at most the longest, " + longest);
        }

        private static void require(boolean holds, String name, Object value, String expected) {
            if (!holds) {
                throw new IllegalArgumentException("%s is %s, expected %s".formatted(name, value, expected));
            }
        }
    }

    public Plan {
        rounds = List.copyOf(rounds);
    }

    public static Plan of(long seed, Wishes wishes) {
        var random = new Random(seed);
        var left = new ArrayList<String>();
        wishes.nemeses().forEach(nemesis -> left.addAll(Collections.nCopies(wishes.times(), nemesis)));
        Collections.shuffle(left, random);
        var rounds = new ArrayList<Round>();
        while (!left.isEmpty()) {
            var first =
                    new Strike(left.removeLast(), Duration.ZERO, between(random, wishes.shortest(), wishes.longest()));
            var second = random.nextDouble() < wishes.overlapping() ? otherThan(first.nemesis(), left) : -1;
            rounds.add(
                    second < 0
                            ? new Round(List.of(first))
                            : new Round(List.of(first, during(first, left.remove(second), random, wishes))));
        }
        return new Plan(seed, rounds);
    }

    /** What is left of it after so many rounds. */
    public Plan from(int round) {
        return new Plan(seed, rounds.subList(round, rounds.size()));
    }

    private static Strike during(Strike first, String nemesis, RandomGenerator random, Wishes wishes) {
        var after = between(random, Duration.ZERO, first.lasts());
        return new Strike(nemesis, after, between(random, wishes.shortest(), wishes.longest()));
    }

    private static int otherThan(String nemesis, List<String> left) {
        for (int i = left.size() - 1; i >= 0; i--) {
            if (!left.get(i).equals(nemesis)) {
                return i;
            }
        }
        return -1;
    }

    private static Duration between(RandomGenerator random, Duration shortest, Duration longest) {
        return shortest.plusMillis(random.nextLong(longest.minus(shortest).toMillis() + 1));
    }
}
