package homstyle.room;

import homstyle.protocol.Client;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.CommentId;
import homstyle.protocol.CommentText;
import homstyle.protocol.FinishId;
import homstyle.protocol.ItemId;
import homstyle.protocol.Plan;
import homstyle.protocol.RequestId;
import homstyle.protocol.Sku;
import homstyle.protocol.Title;
import homstyle.protocol.UnlockReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes up what several clients do: sensible requests, foolish ones, and earlier ones again. */
final class RandomCrowd {
    static final RoomRules RULES = new RoomRules(Ask.RULES.products(), 6, Duration.ofSeconds(30));

    private static final List<Client> CLIENTS =
            List.of(Guests.RED, Guests.BLUE, Guests.editor("green"), Guests.OWNER, Guests.VIEWER);
    private static final List<ItemId> ITEMS = Ask.items("a", "b", "c", "d", "e", "f", "g", "h");
    private static final UnlockReason[] OF_THE_ROOM = {UnlockReason.EXPIRED, UnlockReason.LEFT};

    private final RandomGenerator random;
    private final Map<Client, List<Request>> asked = new HashMap<>();
    private long now = 1_700_000_000_000L;
    private int ids;

    /** What happens next. */
    sealed interface Turn {
        record Asks(Client by, Request request, long at) implements Turn {}

        record IsGone(Client client, UnlockReason reason, long at) implements Turn {}
    }

    RandomCrowd(RandomGenerator random) {
        this.random = random;
    }

    Turn next(Room room) {
        now += random.nextInt(500) == 0 ? Duration.ofMinutes(11).toMillis() : random.nextInt(2_000);
        var client = oneOf(CLIENTS);
        if (random.nextInt(40) == 0) {
            return new Turn.IsGone(client, OF_THE_ROOM[random.nextInt(OF_THE_ROOM.length)], now);
        }
        var earlier = asked.computeIfAbsent(client, _ -> new ArrayList<>());
        if (!earlier.isEmpty() && random.nextInt(5) == 0) {
            var recent = earlier.subList(Math.max(0, earlier.size() - 100), earlier.size());
            return new Turn.Asks(client, oneOf(recent), now);
        }
        var request = request(room);
        earlier.add(request);
        return new Turn.Asks(client, request, now);
    }

    private Request request(Room room) {
        var id = new RequestId("r" + ++ids);
        var item = oneOf(ITEMS);
        return switch (random.nextInt(23)) {
            case 0, 1 ->
                new ClientFrame.Place(
                        id,
                        item,
                        sku(),
                        coordinate(),
                        coordinate(),
                        random.nextInt(360),
                        random.nextBoolean() ? finish() : null);
            case 2, 3, 4 -> new ClientFrame.Lock(id, some());
            case 5, 6, 7 -> move(id, item, room);
            case 8 -> new ClientFrame.Remove(id, item, fence(room, item));
            case 9 -> new ClientFrame.Unlock(id, some(), random.nextInt(4) == 0);
            case 10 -> new ClientFrame.Reshape(id, plan(), true, fence(room, ItemId.PLAN));
            case 11 -> new ClientFrame.Rename(id, new Title("Room " + ids));
            case 12, 13 -> new ClientFrame.Undo(id);
            case 14 -> new ClientFrame.Comment(id, comment(), item, new CommentText("Text " + ids));
            case 15 -> new ClientFrame.Resolve(id, comment());
            case 16, 17, 18 -> new ClientFrame.Arrange(id, steps(id, room), random.nextBoolean());
            case 19, 20, 21 -> new ClientFrame.Finish(id, item, finish(), fence(room, item), random.nextBoolean());
            default -> new ClientFrame.Redo(id);
        };
    }

    /** Mostly what the room allows, of several items. */
    private List<ClientFrame.Step> steps(RequestId id, Room room) {
        var shuffled = new ArrayList<>(ITEMS);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .limit(random.nextInt(1, 4))
                .<ClientFrame.Step>map(item -> step(id, item, room))
                .toList();
    }

    private ClientFrame.Step step(RequestId id, ItemId item, Room room) {
        var standing = room.items().get(item);
        if (standing == null) {
            return new ClientFrame.Place(id, item, sku(), coordinate(), coordinate(), random.nextInt(360));
        }
        return switch (random.nextInt(6)) {
            case 0 -> new ClientFrame.Remove(id, item, fence(room, item));
            case 1 ->
                new ClientFrame.Move(
                        id, item, standing.x(), standing.y(), standing.rotation(), fence(room, item), false);
            default -> move(id, item, room, false);
        };
    }

    private ClientFrame.Move move(RequestId id, ItemId item, Room room, boolean release) {
        return new ClientFrame.Move(
                id, item, coordinate(), coordinate(), random.nextInt(360), fence(room, item), release);
    }

    private Request move(RequestId id, ItemId item, Room room) {
        return move(id, item, room, random.nextBoolean());
    }

    /** Mostly the fence that counts. */
    private long fence(Room room, ItemId item) {
        var lock = room.locks().byItem().get(item);
        return lock == null || random.nextInt(6) == 0 ? random.nextLong(room.rev() + 2) : lock.fence();
    }

    private List<ItemId> some() {
        var some = new ArrayList<ItemId>();
        for (var item : ITEMS) {
            if (random.nextInt(ITEMS.size()) == 0) {
                some.add(item);
            }
        }
        if (some.isEmpty() || random.nextInt(4) == 0) {
            some.add(ItemId.PLAN);
        }
        return some;
    }

    private CommentId comment() {
        return new CommentId("comment-" + random.nextInt(20));
    }

    private Sku sku() {
        return random.nextInt(10) == 0 ? new Sku("NO-SUCH") : Ask.CHAIR;
    }

    private FinishId finish() {
        return random.nextInt(10) == 0 ? new FinishId("no-such") : oneOf(List.of(Ask.BIRCH, Ask.OAK));
    }

    private Plan plan() {
        return Plan.rectangle(random.nextInt(100, 30_001), random.nextInt(100, 30_001), 2_500);
    }

    private int coordinate() {
        return random.nextInt(-100_000, 100_001);
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
