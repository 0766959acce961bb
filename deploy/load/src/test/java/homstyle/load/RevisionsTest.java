package homstyle.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RevisionsTest {
    private final Revisions revisions = new Revisions();

    @Test
    void everyRevisionOnceAndInOrderIsRight() {
        revisions.welcomed(7);
        changed(8, 9, 10);
        revisions.resumed(10);
        changed(11);
        revisions.reached(11);
        counted(0, 0, 4);
    }

    @Test
    void aGapIsLost() {
        revisions.welcomed(7);
        changed(8, 11);
        counted(2, 0, 2);
        assertThat(revisions.held()).isEqualTo(11);
    }

    @Test
    void whatComesTwiceIsDoubled() {
        revisions.welcomed(7);
        changed(8, 8, 7);
        counted(0, 2, 3);
        assertThat(revisions.held()).isEqualTo(8);
    }

    @Test
    void resumingTooLateLosesWhatIsBetween() {
        revisions.welcomed(7);
        revisions.resumed(9);
        changed(10);
        counted(2, 0, 1);
    }

    @Test
    void resumingTooEarlyDoublesWhatWasHeld() {
        revisions.welcomed(7);
        changed(8);
        revisions.resumed(7);
        changed(8, 9);
        counted(0, 1, 3);
    }

    @Test
    void aWelcomeBringsAllUpToIt() {
        revisions.welcomed(7);
        revisions.welcomed(2000);
        changed(2001);
        counted(0, 0, 1);
    }

    @Test
    void aRoomThatWentBackHasLost() {
        revisions.welcomed(7);
        revisions.welcomed(4);
        counted(3, 0, 0);
    }

    @Test
    void theLastChangesMayNotBeMissingEither() {
        revisions.welcomed(7);
        revisions.reached(9);
        counted(2, 0, 0);
    }

    private void changed(long... revs) {
        for (var rev : revs) {
            revisions.changed(rev);
        }
    }

    private void counted(long lost, long doubled, long told) {
        assertThat(revisions.lost()).as("lost").isEqualTo(lost);
        assertThat(revisions.doubled()).as("doubled").isEqualTo(doubled);
        assertThat(revisions.told()).as("told").isEqualTo(told);
    }
}
