package homstyle.session;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientId;
import homstyle.protocol.RequestId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.Title;
import homstyle.room.RoomNotice;
import homstyle.session.Following.Gap;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private final Following following = new Following(new HeldItems(Duration.ofSeconds(30)));

    private static List<Change> changes(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .<Change>mapToObj(FollowingTest::change)
                .toList();
    }

    private static Change change(long rev) {
        return new ServerFrame.Renamed(rev, 0, new ClientId("red"), new RequestId("r" + rev), new Title("Den"));
    }

    private static RoomNotice notice(long rev) {
        return new RoomNotice.Changed(changes(rev, rev), null);
    }

    @Test
    @DisplayName("R3: what is ahead waits until what lies between has been read, and each change is news once")
    void waitsForTheGap() {
        following.begin(10, List.of());
        assertThat(following.gapBefore(13, notice(13))).contains(new Gap(11, 12));
        assertThat(following.mustWait(notice(14))).isTrue();
        assertThat(following.next()).isNull();

        assertThat(following.news(changes(11, 12))).hasSize(2);
        assertThat(following.gapRead()).isEmpty();

        assertThat(following.next()).isEqualTo(notice(13));
        assertThat(following.next()).isEqualTo(notice(14));
        assertThat(following.news(changes(11, 13))).isEqualTo(changes(13, 13));
    }

    @Test
    @DisplayName("R8: a revision that the room announces while a gap is read is read next")
    void remembersAnnouncements() {
        following.begin(10, List.of());
        assertThat(following.gapUpTo(11)).contains(new Gap(11, 11));
        assertThat(following.gapUpTo(12)).isEmpty();

        following.news(changes(11, 11));

        assertThat(following.gapRead()).contains(new Gap(12, 12));
        following.news(changes(12, 12));
        assertThat(following.gapRead()).isEmpty();
    }

    @Test
    @DisplayName("a room that nobody here has heard of has no gap")
    void beginsWhereTheRoomIs() {
        assertThat(following.gapUpTo(7)).isEmpty();
        following.begin(7, List.of());
        assertThat(following.gapUpTo(7)).isEmpty();
        assertThat(following.rev()).isEqualTo(7);
    }
}
