package homstyle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedFixturesTest {
    private static final Locale HERE = Locale.getDefault();

    static Stream<Map.Entry<String, String>> fixtures() {
        return Fixtures.refused().entrySet().stream();
    }

    @AfterEach
    void backHome() {
        Locale.setDefault(HERE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    @DisplayName("E2 A bad frame is answered with the field, its value and what was expected")
    void badFrameIsAnswered(Map.Entry<String, String> fixture) {
        var refused = Fixtures.tree(fixture.getValue());
        assertThat(Fixtures.tree(answer(refused.get("text").textValue())))
                .as(fixture.getKey())
                .isEqualTo(refused.get("answer"));
    }

    @Test
    @DisplayName("E2 The answer is the same whatever language the server's machine speaks")
    void answerIsTheSameEverywhere() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        fixtures().forEach(this::badFrameIsAnswered);
    }

    private static String answer(String text) {
        return switch (FrameCodec.decode(text)) {
            case FrameCodec.Decoded.Refused(var answer) -> FrameCodec.encode(answer);
            case FrameCodec.Decoded.Frame(var frame) -> throw new AssertionError("was read as " + frame);
        };
    }
}
