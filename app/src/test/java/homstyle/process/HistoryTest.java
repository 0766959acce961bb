package homstyle.process;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.PersonName;
import homstyle.protocol.RequestId;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.ServerFrame.Locked;
import homstyle.protocol.ServerFrame.Moved;
import homstyle.protocol.ServerFrame.Unlocked;
import homstyle.protocol.UnlockReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A checker is worth what it finds, so each kind of fault is made once. */
class HistoryTest {
    private static final ClientId RED = new ClientId("red");
    private static final ClientId BLUE = new ClientId("blue");
    private static final ItemId SOFA = new ItemId("sofa");

    private final History history = new History();
    private final List<Change> journal = new ArrayList<>();

    /** Red locks the sofa, moves it twice and lets go of it; everybody sees it all. */
    @BeforeEach
    void aGoodHistory() {
        history.joined(RED, 0);
        history.joined(BLUE, 0);
        List.of("r1", "r2", "r3", "r4").forEach(id -> history.asked(RED, new RequestId(id)));
        journal.add(locked(1, RED, "r1"));
        journal.add(moved(2, RED, "r2", 100));
        journal.add(moved(3, RED, "r3", 200));
        journal.add(unlocked(4, RED, "r4"));
        for (var change : journal) {
            history.saw(RED, change);
            history.acknowledged(RED, change.id(), change.rev());
            history.saw(BLUE, change);
        }
    }

    @Test
    void nothingIsFoundWhereAllIsWell() {
        assertThat(contradictions()).isEmpty();
    }

    @Test
    void aRepeatedAcknowledgementIsNoFault() {
        history.acknowledged(RED, new RequestId("r3"), 3);
        assertThat(contradictions()).isEmpty();
    }

    @Test
    void whatIsStoredButNotSeenYetIsNoFault() {
        journal.add(locked(5, BLUE, null));
        assertThat(contradictions()).isEmpty();
    }

    @Test
    @DisplayName("R1 A gap in the journal is found")
    void gap() {
        journal.remove(2);
        assertThat(contradictions()).anyMatch(sentence -> sentence.startsWith("R1 "));
    }

    @Test
    @DisplayName("R2 An acknowledged change that is not stored is found")
    void lost() {
        journal.removeLast();
        assertThat(contradictions()).anyMatch(sentence -> sentence.startsWith("R2 red was told that r4"));
    }

    @Test
    @DisplayName("R2 A change acknowledged with another's revision is found")
    void acknowledgedElsewhere() {
        history.acknowledged(RED, new RequestId("r2"), 3);
        assertThat(contradictions()).singleElement().asString().startsWith("R2 red was told that r2");
    }

    @Test
    @DisplayName("R3 A change seen twice, or one left out, is found")
    void seenTwice() {
        history.saw(BLUE, journal.getLast());
        history.saw(RED, locked(6, RED, null));
        assertThat(contradictions())
                .containsExactly("R3 red saw revision 6 where 5 belongs", "R3 blue saw revision 4 where 5 belongs");
    }

    @Test
    @DisplayName("R3 A change that was seen other than it is stored is found")
    void seenOtherwise() {
        journal.set(1, moved(2, RED, "r2", 101));
        assertThat(contradictions()).hasSize(2).allMatch(sentence -> sentence.startsWith("R3 "));
    }

    @Test
    @DisplayName("R5 A request applied twice is found")
    void appliedTwice() {
        journal.add(locked(5, RED, "r1"));
        assertThat(contradictions()).contains("R5 request r1 of red was applied at revision 1 and again at 5");
    }

    @Test
    @DisplayName("R7 A request that overtook another one is found")
    void overtaken() {
        history.asked(RED, new RequestId("r5"));
        history.asked(RED, new RequestId("r6"));
        journal.add(locked(5, RED, "r6"));
        journal.add(moved(6, RED, "r5", 300));
        assertThat(contradictions()).singleElement().asString().startsWith("R7 r6 of red overtook");
    }

    @Test
    @DisplayName("R7 A change that nobody asked for is found")
    void notAskedFor() {
        journal.add(locked(5, RED, "r9"));
        assertThat(contradictions()).containsExactly("R7 red never asked for r9");
    }

    @Test
    @DisplayName("L2 A change without the lock is found")
    void changedWithoutLock() {
        journal.add(moved(5, BLUE, null, 300));
        assertThat(contradictions()).containsExactly("L2 revision 5: blue changes sofa, which is held by nobody");
    }

    @Test
    @DisplayName("L3 Two holders of one item are found")
    void twoHolders() {
        journal.add(locked(5, RED, null));
        journal.add(locked(6, BLUE, null));
        assertThat(contradictions()).containsExactly("L3 revision 6 gives sofa to blue while red holds it");
    }

    private List<String> contradictions() {
        return history.contradictions(() -> journal);
    }

    private static Locked locked(long rev, ClientId by, String id) {
        return new Locked(rev, 0, by, request(id), List.of(SOFA), PersonName.ANONYMOUS, "#000000", 0);
    }

    private static Moved moved(long rev, ClientId by, String id, int x) {
        return new Moved(rev, 0, by, request(id), SOFA, x, 0, 0);
    }

    private static Unlocked unlocked(long rev, ClientId by, String id) {
        return new Unlocked(rev, 0, by, request(id), List.of(SOFA), UnlockReason.RELEASED);
    }

    private static RequestId request(String id) {
        return id == null ? null : new RequestId(id);
    }
}
