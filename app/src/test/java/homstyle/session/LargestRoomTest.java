package homstyle.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import homstyle.protocol.ClientId;
import homstyle.protocol.Comment;
import homstyle.protocol.CommentId;
import homstyle.protocol.CommentText;
import homstyle.protocol.FinishId;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.Lock;
import homstyle.protocol.PersonName;
import homstyle.protocol.Plan;
import homstyle.protocol.Sku;
import homstyle.protocol.Title;
import homstyle.room.RoomNotice;
import homstyle.room.RoomState;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.serialization.SerializationExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A room with all that the limits allow, as one node tells another of it. */
class LargestRoomTest {
    private static final int ITEMS = 2_000;
    private static final int COMMENTS = 200;
    private static final ActorTestKit KIT = ActorTestKit.create(
            "largest",
            ConfigFactory.defaultOverrides()
                    .withFallback(ConfigFactory.parseResources("application.conf"))
                    .withFallback(ConfigFactory.defaultReference())
                    .resolve());

    /** Names as random as can be, so that nothing is compressed away that would not be in a real room. */
    private final Random random = new Random(1);

    @AfterAll
    static void close() {
        KIT.shutdownTestKit();
    }

    @Test
    @DisplayName("R8 the largest room fits in one message between nodes")
    void fits() {
        var items = many(
                ITEMS, i -> new Item(item(i), new Sku(word(64)), 100_000, -100_000, 359, new FinishId("f".repeat(32))));
        var locks = many(ITEMS, i -> new Lock(item(i), client(), name(), "#112233", Long.MAX_VALUE, Long.MAX_VALUE));
        var comments = many(
                COMMENTS,
                i -> new Comment(
                        new CommentId(word(64)),
                        item(i),
                        client(),
                        name(),
                        "#112233",
                        1L,
                        new CommentText("🪑".repeat(500))));
        var state = new RoomState(Long.MAX_VALUE, new Title("🪑".repeat(80)), Plan.DEFAULT, items, locks, comments);

        var bytes = SerializationExtension.get(Adapter.toClassic(KIT.system()))
                .serialize(new RoomNotice.Welcomed("socket-1", null, state))
                .get();

        assertThat((long) bytes.length)
                .isLessThan(
                        KIT.system().settings().config().getBytes("pekko.remote.artery.advanced.maximum-frame-size"));
    }

    private static <T> List<T> many(int count, IntFunction<T> make) {
        return IntStream.range(0, count).mapToObj(make).toList();
    }

    private ItemId item(int i) {
        return new ItemId(word(60) + i);
    }

    private ClientId client() {
        return new ClientId(word(22));
    }

    private PersonName name() {
        return new PersonName("🪑".repeat(40));
    }

    private String word(int length) {
        var word = new StringBuilder();
        random.ints(length, 'a', 'z' + 1).forEach(letter -> word.append((char) letter));
        return word.toString();
    }
}
