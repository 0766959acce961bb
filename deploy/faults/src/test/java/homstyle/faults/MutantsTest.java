package homstyle.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A checker is worth what it finds: an honest room is clean, and each planted bug is found soon. */
class MutantsTest {
    private static final int SEEDS = 20;
    private static final int HONEST_SEEDS = 100;
    private static final int HONEST_OPERATIONS = 1_000;

    @TempDir
    private Path folder;

    @Test
    void anHonestRoomIsClean() throws Exception {
        for (long seed = 0; seed < HONEST_SEEDS; seed++) {
            assertThat(verdict(null, seed, HONEST_OPERATIONS).violations())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachMutantIsFound(Mutant mutant) throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(verdict(mutant, seed, mutant.operations).violations())
                    .as("seed %d", seed)
                    .anyMatch(violation -> violation.rule().equals(mutant.rule));
        }
    }

    private Checker.Verdict verdict(Mutant mutant, long seed, int operations) throws Exception {
        var file = folder.resolve("history.jsonl");
        World.play(mutant, seed, operations, file);
        return Checker.check(file);
    }
}
