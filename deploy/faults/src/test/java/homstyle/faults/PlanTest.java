package homstyle.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(9);
    private static final Plan.Wishes WISHES =
            new Plan.Wishes(List.of("kill", "pause", "cut"), 20, 0.3, SHORTEST, LONGEST);

    private final Plan plan = Plan.of(7, WISHES);

    @Test
    void eachFaultStrikesAsOftenAsWanted() {
        var times = plan.rounds().stream()
                .flatMap(round -> round.strikes().stream())
                .collect(Collectors.groupingBy(Plan.Strike::nemesis, Collectors.counting()));
        assertThat(times).containsOnlyKeys("kill", "pause", "cut").values().allMatch(count -> count == 20);
    }

    @Test
    void someOverlapWithAnotherKindAndNoneIsTooShortOrTooLong() {
        assertThat(plan.rounds())
                .anyMatch(round -> round.strikes().size() == 2)
                .anyMatch(round -> round.strikes().size() == 1)
                .allSatisfy(round -> {
                    var first = round.strikes().getFirst();
                    var last = round.strikes().getLast();
                    assertThat(last.after()).isLessThanOrEqualTo(first.lasts());
                    assertThat(round.strikes()).extracting(Plan.Strike::nemesis).doesNotHaveDuplicates();
                    assertThat(round.strikes())
                            .extracting(Plan.Strike::lasts)
                            .allMatch(lasts -> lasts.compareTo(SHORTEST) >= 0 && lasts.compareTo(LONGEST) <= 0);
                });
    }

    @Test
    void aSeedIsAPlanAndCanBeGoneOnWith() {
        assertThat(Plan.of(7, WISHES)).isEqualTo(plan);
        assertThat(Plan.of(8, WISHES)).isNotEqualTo(plan);
        assertThat(plan.from(5).rounds())
                .isEqualTo(plan.rounds().subList(5, plan.rounds().size()));
    }

    @Test
    void wishesThatMakeNoPlan() {
        assertThatThrownBy(() -> new Plan.Wishes(List.of(), 1, 0, SHORTEST, LONGEST))
                .hasMessage("nemeses is [], expected at least one");
        assertThatThrownBy(() -> new Plan.Wishes(List.of("kill"), 0, 0, SHORTEST, LONGEST))
                .hasMessage("times is 0, expected at least 1");
        assertThatThrownBy(() -> new Plan.Wishes(List.of("kill"), 1, 1.5, SHORTEST, LONGEST))
                .hasMessage("overlapping is 1.5, expected a number from 0 to 1");
    }
}
