package homstyle.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/** Carries out a {@link Plan} and notes in the history what struck and was healed when. */
public final class Campaign {
    private final Map<String, Nemesis> nemeses = new HashMap<>();
    private final History history;
    private final RandomGenerator random;
    private final Recovery recovery;

    /** What must hold before the next round: all nodes serve and all clients get on. */
    @FunctionalInterface
    public interface Recovery {
        /** @throws Exception when it takes too long */
        void await() throws Exception;
    }

    /** A thing to do at a moment of a round; {@code strikes} when it does harm. */
    private record Step(Duration at, boolean strikes, Action action) {}

    private interface Action {
        void run() throws Exception;
    }

    /** @param random chooses the targets */
    public Campaign(List<Nemesis> nemeses, History history, RandomGenerator random, Recovery recovery) {
        nemeses.forEach(nemesis -> this.nemeses.put(nemesis.name(), nemesis));
        this.history = history;
        this.random = random;
        this.recovery = recovery;
    }

    /**
     * Blocks until the last round is over, or one fails: then all that was struck is healed first.
     *
     * @param onRound told the number of each round that is over, from 1
     */
    public void run(Plan plan, IntConsumer onRound) throws Exception {
        for (int i = 0; i < plan.rounds().size(); i++) {
            run(plan.rounds().get(i));
            recovery.await();
            onRound.accept(i + 1);
        }
    }

    private void run(Plan.Round round) throws Exception {
        var steps = new ArrayList<Step>();
        round.strikes().forEach(strike -> {
            var fault = new Fault(nemesis(strike.nemesis()));
            steps.add(new Step(strike.after(), true, fault::strike));
            steps.add(new Step(strike.until(), false, fault::heal));
        });
        steps.sort(Comparator.comparing(Step::at));
        var began = System.nanoTime();
        Exception failure = null;
        for (var step : steps) {
            if (failure != null && step.strikes()) {
                continue;
            }
            try {
                sleepUntil(failure == null ? began + step.at().toNanos() : began);
                step.action().run();
            } catch (Exception failed) {
                failure = failure == null ? failed : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void sleepUntil(long moment) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(Math.max(0, moment - System.nanoTime())));
    }

    private Nemesis nemesis(String name) {
        var nemesis = nemeses.get(name);
        if (nemesis == null) {
            throw new IllegalArgumentException("nemesis is %s, expected one of %s".formatted(name, nemeses.keySet()));
        }
        return nemesis;
    }

    private final class Fault {
        private final Nemesis nemesis;
        private String target;

        Fault(Nemesis nemesis) {
            this.nemesis = nemesis;
        }

        void strike() throws Exception {
            target = nemesis.strike(random);
            history.struck(nemesis.name(), target);
        }

        void heal() throws Exception {
            if (target != null) {
                nemesis.heal();
                history.healed(nemesis.name(), target);
            }
        }
    }
}
