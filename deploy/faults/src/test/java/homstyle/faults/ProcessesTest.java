package homstyle.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Random random = new Random(1);
    private SleepingVictim victim;
    private Victims<Victim> victims;

    @BeforeEach
    void start() throws Exception {
        victim = SleepingVictim.start();
        victims = new Victims<>(List.of(victim));
    }

    @AfterEach
    void end() {
        victim.close();
    }

    @Test
    void killEndsItAndHealingStartsAnother() throws Exception {
        var kill = Processes.kill(victims);
        var before = victim.process();
        assertThat(kill.strike(random)).isEqualTo("sleeper");
        assertThat(before.isAlive()).isFalse();
        kill.heal();
        assertThat(victim.process().isAlive()).isTrue();
        assertThat(victim.process()).isNotEqualTo(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pauseStopsItAndHealingLetsItGoOn() throws Exception {
        var pause = Processes.pause(victims);
        var before = victim.process();
        pause.strike(random);
        Wait.until("the process to stop", () -> victim.state() == 'T');
        pause.heal();
        Wait.until("the process to go on", () -> victim.state() != 'T');
        assertThat(victim.process()).isEqualTo(before);
    }

    @Test
    void whatDiedWhilePausedIsLeftToTheOther() throws Exception {
        var pause = Processes.pause(victims);
        var kill = Processes.kill(victims);
        pause.strike(random);
        kill.strike(random);
        pause.heal();
        assertThat(victim.process().isAlive()).isFalse();
        kill.heal();
        assertThat(victim.process().isAlive()).isTrue();
    }

    @Test
    void whatIsPausedMeanwhileEndsInOrderToo() throws Exception {
        var pause = Processes.pause(victims);
        var term = Processes.term(victims, PATIENCE);
        var before = victim.process();
        pause.strike(random);
        term.strike(random);
        term.heal();
        pause.heal();
        assertThat(before.isAlive()).isFalse();
        assertThat(victim.process().isAlive()).isTrue();
    }

    @Test
    void faultsThatOverlapStrikeTheSameProcess() throws Exception {
        try (var other = SleepingVictim.start();
                var third = SleepingVictim.start()) {
            var among = new Victims<>(List.of(victim, other, third));
            for (int i = 0; i < 20; i++) {
                var first = among.aim(random);
                assertThat(among.aim(random)).isSameAs(first);
                among.healed();
                among.healed();
            }
        }
    }

    @Test
    void termLetsItEndInOrder() throws Exception {
        var term = Processes.term(victims, PATIENCE);
        var before = victim.process();
        term.strike(random);
        term.heal();
        assertThat(before.isAlive()).isFalse();
        assertThat(victim.process().isAlive()).isTrue();
    }

    @Test
    void whoDoesNotEndIsKilledAndNamed() throws Exception {
        try (var deaf = new SleepingVictim("sh", "-c", "trap '' TERM; echo; while :; do sleep 1; done")) {
            deaf.awaitWord();
            var term = Processes.term(new Victims<>(List.of(deaf)), Duration.ofMillis(300));
            var before = deaf.process();
            term.strike(random);
            assertThatThrownBy(term::heal).hasMessage("sleeper did not end within PT0.3S of SIGTERM");
            assertThat(before.isAlive()).isFalse();
            assertThat(deaf.process().isAlive()).isTrue();
        }
    }
}
