package homstyle.session;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.Lock;
import homstyle.protocol.PersonName;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.UnlockReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeldItemsTest {
    private static final ClientId ONE = new ClientId("guest-1");
    private static final ClientId TWO = new ClientId("guest-2");
    private static final ItemId SOFA = new ItemId("sofa");
    private static final ItemId STOOL = new ItemId("stool");
    private static final PersonName NAME = new PersonName("Guest 1");

    private final HeldItems held = new HeldItems(Duration.ofSeconds(30));

    private static ServerFrame.Locked locked(long rev, ClientId by, ItemId... items) {
        return new ServerFrame.Locked(rev, 0, by, null, List.of(items), NAME, "#112233", 30_000);
    }

    @Test
    @DisplayName("L2 only the holder with the item's present fence may drag it")
    void holderAndFence() {
        held.follow(locked(7, ONE, SOFA, STOOL));
        assertThat(held.by(ONE, SOFA, 7)).isTrue();
        assertThat(held.by(ONE, STOOL, 7)).isTrue();
        assertThat(held.by(ONE, SOFA, 6)).isFalse();
        assertThat(held.by(TWO, SOFA, 7)).isFalse();
        assertThat(held.any(ONE)).isTrue();
        assertThat(held.any(TWO)).isFalse();
    }

    @Test
    void followsUnlockingAndRemoving() {
        held.follow(locked(7, ONE, SOFA, STOOL));
        held.follow(new ServerFrame.Unlocked(8, 0, ONE, null, List.of(SOFA), UnlockReason.RELEASED));
        assertThat(held.by(ONE, SOFA, 7)).isFalse();
        held.follow(new ServerFrame.Removed(9, 0, ONE, null, STOOL));
        assertThat(held.any(ONE)).isFalse();
        held.follow(locked(10, TWO, SOFA));
        assertThat(held.by(TWO, SOFA, 10)).isTrue();
    }

    @Test
    void beginsWithTheLocksOfARoom() {
        held.follow(locked(7, ONE, SOFA));
        held.set(List.of(new Lock(STOOL, TWO, NAME, "#445566", 12, 30_000)));
        assertThat(held.any(ONE)).isFalse();
        assertThat(held.by(TWO, STOOL, 12)).isTrue();
    }

    @Test
    @DisplayName("L4 a drag renews the lease at most every third of it")
    void renewals() {
        assertThat(held.renewalIsDue(ONE, 0)).isTrue();
        assertThat(held.renewalIsDue(ONE, 9_999)).isFalse();
        assertThat(held.renewalIsDue(TWO, 9_999)).isTrue();
        assertThat(held.renewalIsDue(ONE, 10_000)).isTrue();
        held.forget(ONE);
        assertThat(held.renewalIsDue(ONE, 10_001)).isTrue();
    }
}
