package homstyle.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homstyle.access.Doorman.Verdict;
import homstyle.protocol.Role;
import homstyle.protocol.RoomId;
import homstyle.protocol.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoormanTest {
    private static final RoomId ATTIC = new RoomId("attic");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final RoomToken VIEWER =
            new RoomToken(ATTIC, new UserId("u-1"), Role.VIEWER, KeysInFolder.NOW.plus(HOUR));

    @TempDir
    Path folder;

    private KeysInFolder keys;

    @BeforeEach
    void makeKeys() {
        keys = KeysInFolder.in(folder);
    }

    @Test
    @DisplayName("C4: where access is open, everybody comes in as an editor, into rooms that nobody has made too")
    void open() {
        var doorman = new Doorman(Access.OPEN, keys.tokens());

        assertThat(doorman.admit(ATTIC, Optional.empty()))
                .isEqualTo(new Verdict.Welcome(new RoomToken(ATTIC, null, Role.EDITOR)));
        assertThat(doorman.needsExistingRoom()).isFalse();
    }

    @Test
    @DisplayName("C4: where access is signed, nobody comes in without a token, nor into rooms that nobody has made")
    void signed() {
        var doorman = new Doorman(Access.SIGNED, keys.tokens());

        assertThat(doorman.admit(ATTIC, Optional.empty())).isInstanceOf(Verdict.Unknown.class);
        assertThat(doorman.needsExistingRoom()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    @DisplayName("C4: a token that is shown counts, whatever the access")
    void tokensCount(Access access) {
        var doorman = new Doorman(access, keys.tokens());
        var token = Optional.of(keys.tokens().mint(VIEWER, HOUR));

        assertThat(doorman.admit(ATTIC, token)).isEqualTo(new Verdict.Welcome(VIEWER));
        assertThat(doorman.admit(new RoomId("cellar"), token)).isEqualTo(new Verdict.WrongRoom());
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    @DisplayName("C5: a bad token, an expired one or a resume key opens nothing, whatever the access")
    void badTokensDoNot(Access access) {
        var doorman = new Doorman(access, keys.tokensAfter(HOUR));
        var expired = keys.tokens().mint(VIEWER, HOUR);

        for (var bad : new String[] {"", "nonsense", expired}) {
            assertThat(doorman.admit(ATTIC, Optional.of(bad))).isInstanceOf(Verdict.Unknown.class);
        }
    }

    @Test
    @DisplayName("C4: the setting is open or signed, in any case, and anything else is named")
    void access() {
        assertThat(Access.of("Open")).isEqualTo(Access.OPEN);
        assertThat(Access.of("SIGNED")).isEqualTo(Access.SIGNED);
        assertThatThrownBy(() -> Access.of("closed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("closed", "open or signed");
    }
}
