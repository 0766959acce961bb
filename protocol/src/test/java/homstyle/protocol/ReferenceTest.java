package homstyle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL.md says what the code does, as far as a machine can tell. */
class ReferenceTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @ParameterizedTest
    @ValueSource(strings = {"PROTOCOL.md", "README.md"})
    @DisplayName("Every link of the pages leads to a file")
    void linksLeadSomewhere(String page) throws IOException {
        var links =
                LINK.matcher(text(page)).results().map(link -> link.group(1)).toList();
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Fixtures.MODULE.resolve(link)).exists());
    }

    @Test
    @DisplayName("The page names every frame type")
    void everyFrameTypeIsNamed() throws IOException {
        var types = Stream.of(Fixtures.client(), Fixtures.server())
                .flatMap(fixtures -> fixtures.values().stream())
                .map(Fixtures::tree)
                .map(frame -> frame.get("type").textValue())
                .distinct();
        assertThat(text("PROTOCOL.md")).contains(types.map("`%s`"::formatted).toList());
    }

    @Test
    @DisplayName("E3 E7 The page lists every rejection code and every bye code")
    void everyCodeIsListed() throws IOException {
        var rejections = Arrays.stream(RejectionCode.values()).map("| `%s` |"::formatted);
        var byes = Arrays.stream(ByeCode.values()).map(code -> "| %s |".formatted(code.number()));
        assertThat(text("PROTOCOL.md")).contains(Stream.concat(rejections, byes).toList());
    }

    @Test
    @DisplayName("The conversation on the page consists of real frames")
    void conversationIsReal() throws IOException {
        assertThat(spoken("→ "))
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(Fixtures.decoded(frame)).isNotNull());
        assertThat(spoken("← "))
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(Fixtures.tree(FrameCodec.encode(Fixtures.decodedFromServer(frame))))
                        .isEqualTo(Fixtures.tree(frame)));
    }

    /** What one side says, but for what the page shortens. */
    private static List<String> spoken(String arrow) throws IOException {
        return text("PROTOCOL.md")
                .lines()
                .filter(line -> line.startsWith(arrow) && !line.contains("…"))
                .map(line -> line.substring(arrow.length()))
                .toList();
    }

    private static String text(String page) throws IOException {
        return Files.readString(Fixtures.MODULE.resolve(page));
    }
}
