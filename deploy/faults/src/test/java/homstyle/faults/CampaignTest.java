package homstyle.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignTest {
    private final List<String> events = new ArrayList<>();

    @TempDir
    private Path folder;

    /** Notes down what it is told. */
    private class Noted implements Nemesis {
        private final String name;

        Noted(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String strike(RandomGenerator random) throws Exception {
            events.add("strike " + name);
            return "node-1";
        }

        @Override
        public void heal() {
            events.add("heal " + name);
        }
    }

    private final class Failing extends Noted {
        Failing() {
            super("failing");
        }

        @Override
        public String strike(RandomGenerator random) throws Exception {
            throw new IllegalStateException("no such process");
        }
    }

    @Test
    void allOfARoundIsHealedAndOverBeforeTheNext() throws Exception {
        var plan = new Plan(
                1,
                List.of(
                        new Plan.Round(List.of(strike("kill", 0, 40), strike("cut", 20, 40))),
                        new Plan.Round(List.of(strike("kill", 0, 10)))));
        var history = run(plan, new Noted("kill"), new Noted("cut"));
        assertThat(events)
                .containsExactly(
                        "strike kill",
                        "strike cut",
                        "heal kill",
                        "heal cut",
                        "recovered",
                        "round 1",
                        "strike kill",
                        "heal kill",
                        "recovered",
                        "round 2");
        assertThat(history).filteredOn(line -> line.contains("\"struck\"")).hasSize(3);
        assertThat(history).filteredOn(line -> line.contains("\"healed\"")).hasSize(3);
    }

    @Test
    void whatWasStruckIsHealedWhenAnotherStrikeFails() {
        var plan = new Plan(
                1,
                List.of(new Plan.Round(
                        List.of(strike("kill", 0, 60_000), strike("failing", 10, 10), strike("cut", 20, 10)))));
        assertThatThrownBy(() -> run(plan, new Noted("kill"), new Noted("cut"), new Failing()))
                .hasMessage("no such process");
        assertThat(events).containsExactly("strike kill", "heal kill");
    }

    @Test
    void anUnknownNemesisIsNamed() {
        var plan = new Plan(1, List.of(new Plan.Round(List.of(strike("flood", 0, 1)))));
        assertThatThrownBy(() -> run(plan, new Noted("kill"))).hasMessage("nemesis is flood, expected one of [kill]");
    }

    private List<String> run(Plan plan, Nemesis... nemeses) throws Exception {
        var file = folder.resolve("history.jsonl");
        try (var history = History.at(file, 1)) {
            new Campaign(List.of(nemeses), history, new Random(1), () -> events.add("recovered"))
                    .run(plan, round -> events.add("round " + round));
        }
        return Files.readAllLines(file);
    }

    private static Plan.Strike strike(String nemesis, int after, int lasts) {
        return new Plan.Strike(nemesis, Duration.ofMillis(after), Duration.ofMillis(lasts));
    }
}
