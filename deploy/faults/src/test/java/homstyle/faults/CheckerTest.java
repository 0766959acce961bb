package homstyle.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clean history of two shoppers, and one lie at a time told in it. */
class CheckerTest {
    private static final Path CLEAN = Path.of("src/test/resources/two-shoppers.jsonl");

    @TempDir
    private Path folder;

    private List<String> lines;

    @BeforeEach
    void read() throws IOException {
        lines = new ArrayList<>(Files.readAllLines(CLEAN));
    }

    @Test
    void aCleanHistory() throws Exception {
        var verdict = Checker.check(CLEAN);
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict).isEqualTo(new Checker.Verdict(List.of(), 1, 2, 7, 47));
    }

    @ParameterizedTest
    @CsvSource({
        "11, 'line 14: R3 room red-room, revision 3, blue: it misses revision 2'",
        "20, 'line 21: R3 room red-room, revision 5, blue: it misses revision 4'",
        "21, 'line 21: R7 room red-room, blue: it gets an answer to blue-1, which it never sent'",
        "32, 'line 31: R7 room red-room, blue: request blue-3 was never answered'",
        "40, 'line 14: R2 room red-room, revision 4, red: it was told of Unlocked'",
        "41, 'line 27: R2 room red-room, revision 5, blue: request blue-2 was accepted and is not stored'",
        "42, 'line 42: R1 room red-room, revision 7: it stands where revision 6 belongs'",
        "43, 'line 45: R2 room red-room, revision 7, node-1: the journal ends at 6'",
        "45, 'line 34: R3 room red-room, blue: it is connected to the end, and its picture of the room is missing'",
    })
    void aLineLeftOut(int line, String violation) throws Exception {
        lines.remove(line - 1);
        assertThat(found()).anyMatch(it -> it.startsWith(violation));
    }

    @ParameterizedTest
    @CsvSource({
        "11, 'R3 room red-room, revision 2, blue: it is told again: it has seen revision 2'",
        "27, 'clean'",
        "38, 'R5 room red-room, revision 2: request red-2 of r was applied at revision 2 already'",
    })
    void aLineDoubled(int line, String violation) throws Exception {
        lines.add(line, lines.get(line - 1));
        if (violation.equals("clean")) {
            assertThat(found()).isEmpty();
        } else {
            assertThat(found()).anyMatch(it -> it.contains(violation));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | \"fence\":2 | \"fence\":1 | line 39: L2 room red-room, revision 3: r changes sofa with fence 1;"
                        + " that of its lock is 2",
                "12 | \"x\":1500 | \"x\":1501 | line 39: R7 room red-room, revision 3: it is Moved",
                "12 | ,\"release\":true | '' | line 40: R7 room red-room, revision 4: nobody asked for Unlocked",
                "9 | red-2 | red-9 | line 38: R7 room red-room, revision 2: r never sent request red-2",
                "18 | \"as\":\"b\" | \"as\":\"c\" | line 19: R6 room red-room, blue: it comes back as c and becomes b",
                "19 | \"from\":3 | \"from\":2 | line 19: R4 room red-room, revision 2, blue: it is resumed from here,"
                        + " but asked for what is since 3",
                "19 | \"rev\":4 | \"rev\":2 | line 19: R3 room red-room, revision 2, blue: the room is behind it",
                "27 | \"rev\":5 | \"rev\":4 | line 27: R2 room red-room, revision 4, blue: request blue-2 was accepted",
                "32 | \"rev\":6 | \"rev\":7 | line 32: R5 room red-room, revision 7, blue: request blue-3 is stored at 6",
                "32 | \"type\":\"accepted\",\"id\":\"blue-3\",\"rev\":6 | "
                        + "\"type\":\"rejected\",\"id\":\"blue-3\",\"code\":\"locked\",\"message\":\"\" | "
                        + "line 32: E3 room red-room, revision 6, blue: request blue-3 was refused as locked",
                "39 | \"by\":\"r\" | \"by\":\"b\" | line 39: L2 room red-room, revision 3: b changes sofa, which r holds",
                "39 | sofa | lamp | line 39: E3 room red-room, revision 3: there is no lamp in the room",
                "40 | \"reason\":\"released\" | \"reason\":\"left\" | line 40: R9 room red-room, revision 4: revision 3"
                        + " released sofa, and this follows",
                "41 | \"rev\":5 | \"rev\":6 | line 41: R1 room red-room, revision 6: it stands where revision 5 belongs",
                "42 | Läshörna | Kök | line 29: R3 room red-room, revision 6, blue: it was told of Renamed",
                "43 | \"by\":\"b\" | \"by\":\"r\" | line 43: L7 room red-room, revision 7: r unlocks sofa, which b holds",
                "44 | \"rev\":7 | \"rev\":6 | line 44: R3 room red-room, revision 6, red: its last picture is old, the"
                        + " journal is at 7",
                "45 | 1500 | 1400 | line 45: R3 room red-room, revision 7, blue: its picture has Item[item=sofa",
                "46 | \"locks\":[] | \"locks\":[{\"item\":\"sofa\",\"by\":\"r\",\"name\":\"Guest\",\"color\":\"#2563c9\","
                        + "\"fence\":2,\"until\":0}] | line 46: R3 room red-room, revision 7, node-1: its picture has",
                "5 | \"rev\":0 | \"rev\":9 | line 5: R2 room red-room, revision 9, blue: the journal ends at 7",
            })
    void aLineChanged(int line, String from, String to, String violation) throws Exception {
        change(line, from, to);
        assertThat(found()).anyMatch(it -> it.startsWith(violation));
    }

    @Test
    void anUndo() throws Exception {
        for (int line : new int[] {28, 31}) {
            change(line, "\"type\":\"rename\"", "\"type\":\"undo\"");
            change(line, ",\"title\":\"Läshörna\"", "");
        }
        assertThat(found())
                .anyMatch(it -> it.startsWith("line 42: U1 room red-room, revision 6: b takes back what never"));
        for (int line : new int[] {29, 30, 42, 44, 45, 46}) {
            change(line, "Läshörna", "Untitled room");
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void anUndoOfWhatAnotherHolds() throws Exception {
        change(12, "\"type\":\"move\"", "\"type\":\"undo\"");
        change(38, "\"by\":\"r\"", "\"by\":\"b\"");
        assertThat(found()).anyMatch(it -> it.startsWith("line 39: U1 room red-room, revision 3: r takes sofa back"));
    }

    @Test
    void aLockGrantedTwice() throws Exception {
        change(40, "\"type\":\"unlocked\"", "\"type\":\"locked\"");
        change(40, "\"reason\":\"released\"", "\"name\":\"Guest\",\"color\":\"#2563c9\",\"until\":0");
        change(40, "\"by\":\"r\"", "\"by\":\"b\"");
        assertThat(found()).contains("line 40: L3 room red-room, revision 4: sofa is granted to b while r holds it");
    }

    @Test
    void twoFramesSwapped() throws Exception {
        lines.add(13, lines.remove(12));
        assertThat(found())
                .contains(
                        "line 13: R3 room red-room, revision 4, red: it misses revision 3",
                        "line 14: R3 room red-room, revision 3, red: it is told again: it has seen revision 4");
    }

    @Test
    void aRequestThatOvertookAnother() throws Exception {
        lines.add(27, lines.remove(32));
        assertThat(found())
                .contains("line 28: R7 room red-room, revision 7, blue: request blue-4 of b took effect before one that"
                        + " was sent earlier");
    }

    @Test
    void aLockRenewedAfterItsEnd() throws Exception {
        lines.set(
                24,
                "{\"kind\":\"got\",\"at\":1,\"client\":\"red\",\"frame\":{\"type\":\"accepted\",\"id\":\"red-4\",\"rev\":2}}");
        assertThat(found())
                .containsExactly("line 25: L4 room red-room, revision 2, red: its lock on [sofa] is renewed, but it had"
                        + " seen that end");
    }

    @Test
    void aClientDismissedForNoNewerOne() throws Exception {
        lines.add(
                16,
                "{\"kind\":\"got\",\"at\":1,\"client\":\"blue\",\"frame\":{\"type\":\"bye\",\"code\":4409,\"reason\":\"\"}}");
        assertThat(found())
                .containsExactly("line 17: R6 room red-room, blue: it is dismissed as replaced, but this is its newest"
                        + " connection");
    }

    @Test
    void aFrameBeforeTheGreeting() throws Exception {
        lines.add(2, lines.get(6));
        assertThat(found()).anyMatch(it -> it.startsWith("line 3: C6 room red-room, red: its first frame is Placed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | history | connected | line 1: {\"kind\":\"connected\"",
                "1 | \"version\":1 | \"version\":2 | version is 2, expected 1",
                "6 | {\"kind\":\"sent\" | {\"at\":1,\"kind\":\"sent\" | line 6: {\"at\":1,\"kind\":\"sent\"",
                "6 | \"kind\":\"sent\" | \"kind\":\"said\" | line 6: Could not resolve type id 'said'",
                "6 | \"client\":\"red\" | \"client\":\"green\" | line 6: green has not connected before",
                "6 | \"x\":1000 | \"x\":1e9 | line 6: x is",
                "7 | \"type\":\"placed\" | \"type\":\"replaced\" | line 7: Could not resolve type id 'replaced'",
                "7 | ,\"frame\":{ | ,\"fame\":{ | line 7: Cannot construct",
                "18 | \"since\":3 | \"since\":5 | line 18: blue asks for what is since 5, but has seen no more than 3",
                "39 | \"type\":\"moved\" | \"type\":\"pong\" | line 39: Cannot construct",
                "47 | end | healed | line 47: the history ends here, expected a last line of kind end",
            })
    void whatIsNoHistory(int line, String from, String to, String why) throws Exception {
        change(line, from, to);
        assertThatThrownBy(this::found).isInstanceOf(Unreadable.class).hasMessageContaining(why);
    }

    private void change(int line, String from, String to) {
        assertThat(lines.get(line - 1)).contains(from);
        lines.set(line - 1, lines.get(line - 1).replace(from, to));
    }

    private List<String> found() throws Exception {
        var file = folder.resolve("history.jsonl");
        Files.write(file, lines);
        return Checker.check(file).violations().stream()
                .map(Violation::toString)
                .toList();
    }
}
