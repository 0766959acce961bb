package homstyle.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code homstyle faults check}. */
class CheckTest {
    private static final String CLEAN = "src/test/resources/two-shoppers.jsonl";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aCleanHistory() {
        assertThat(check(CLEAN)).isZero();
        assertThat(out.toString())
                .startsWith("clean: 0 violations; 7 changes in 1 rooms, 2 clients, 47 lines\n")
                .containsPattern("kill +1 +1 ms +1 ms +1 ms\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void violationsAreALineEachUpToANumber() throws Exception {
        var file = folder.resolve("history.jsonl");
        Files.writeString(file, Files.readString(Path.of(CLEAN)).replace("\"rev\":7,\"at\"", "\"rev\":8,\"at\""));
        assertThat(check(file.toString(), "--most", "1")).isEqualTo(1);
        assertThat(out.toString().lines().toList())
                .hasSizeGreaterThan(2)
                .first()
                .asString()
                .startsWith("line 34: R3 room red-room, revision 8, blue: it misses revision 7");
        assertThat(out.toString()).contains("… and ", "NOT CLEAN: ");
    }

    @Test
    void whatCannotBeRead() throws Exception {
        assertThat(check("no-such.jsonl")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("homstyle faults: no-such.jsonl: there is no such file\n");
        var file = Files.writeString(folder.resolve("diary.txt"), "Dear diary\n");
        assertThat(check(file.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("line 1: Dear diary, expected {\"kind\":\"…")
                .doesNotContain("\tat ");
    }

    @Test
    void withoutAFile() {
        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: 'HISTORY'");
    }

    private int check(String... arguments) {
        return new CommandLine(new Check())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
