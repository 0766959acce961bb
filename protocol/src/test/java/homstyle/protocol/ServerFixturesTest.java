package homstyle.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerFixturesTest {

    static Stream<Map.Entry<String, String>> fixtures() {
        return Fixtures.server().entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    @DisplayName("A frame of the server is read and written as the same JSON")
    void frameIsReadAndWritten(Map.Entry<String, String> fixture) {
        var written = FrameCodec.encode(Fixtures.decodedFromServer(fixture.getValue()));
        assertThat(Fixtures.tree(written)).as(fixture.getKey()).isEqualTo(Fixtures.tree(fixture.getValue()));
        assertThat(written).doesNotContain("\n");
    }

    @Test
    @DisplayName("Every frame a server can send has a fixture")
    void everyFrameHasAFixture() {
        assertThat(frames().map(Object::getClass)).containsAll(Fixtures.records(ServerFrame.class));
    }

    @Test
    @DisplayName("R1 R3 The changes among the fixtures continue the welcome, without a gap")
    void fixturesAreAConversation() {
        var welcome = (ServerFrame.Welcome)
                Fixtures.decodedFromServer(Fixtures.server().get("welcome"));
        var revisions = of(ServerFrame.Change.class)
                .map(ServerFrame.Change::rev)
                .filter(rev -> rev > welcome.rev())
                .sorted()
                .toList();
        assertThat(revisions)
                .isNotEmpty()
                .isEqualTo(LongStream.rangeClosed(welcome.rev() + 1, welcome.rev() + revisions.size())
                        .boxed()
                        .toList());
    }

    @Test
    @DisplayName("E3 Every rejection code has a fixture")
    void everyRejectionHasAFixture() {
        assertThat(of(ServerFrame.Rejected.class).map(ServerFrame.Rejected::code))
                .contains(RejectionCode.values());
    }

    @Test
    @DisplayName("E7 Every bye code has a fixture")
    void everyByeHasAFixture() {
        assertThat(of(ServerFrame.Bye.class).map(ServerFrame.Bye::code)).contains(ByeCode.values());
    }

    @Test
    @DisplayName("E7 The codes of bye are the ones that clients know")
    void byeCodes() {
        assertThat(Arrays.stream(ByeCode.values()).map(ByeCode::number))
                .containsExactly(4401, 4403, 4404, 4408, 4409, 4413, 4415, 4429, 4500, 4503);
    }

    @Test
    @DisplayName("L4 L5 Every reason for the end of a lock has a fixture")
    void everyUnlockReasonHasAFixture() {
        assertThat(of(ServerFrame.Unlocked.class).map(ServerFrame.Unlocked::reason))
                .contains(UnlockReason.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    @DisplayName("Fields that a later version added are ignored")
    void unknownFieldsAreIgnored(Map.Entry<String, String> fixture) {
        var grown = fixture.getValue().replaceFirst("\\{", "{\"since-v1.1\":{\"deep\":[[1.5,null]]},");
        assertThat(Fixtures.decodedFromServer(grown))
                .as(fixture.getKey())
                .isEqualTo(Fixtures.decodedFromServer(fixture.getValue()));
    }

    @Test
    @DisplayName("A frame type that a later server added can be told from a frame")
    void unknownTypeIsNoFrame() {
        assertThatThrownBy(() -> FrameCodec.decodeServerFrame("{\"type\":\"weather\",\"sun\":true}"))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("weather");
    }

    private static <F extends ServerFrame> Stream<F> of(Class<F> type) {
        return frames().filter(type::isInstance).map(type::cast);
    }

    private static Stream<ServerFrame> frames() {
        return Fixtures.server().values().stream().map(Fixtures::decodedFromServer);
    }
}
