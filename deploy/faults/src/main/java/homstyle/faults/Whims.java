package homstyle.faults;

import homstyle.protocol.ClientFrame.Arrange;
import homstyle.protocol.ClientFrame.Finish;
import homstyle.protocol.ClientFrame.Lock;
import homstyle.protocol.ClientFrame.Move;
import homstyle.protocol.ClientFrame.Place;
import homstyle.protocol.ClientFrame.Redo;
import homstyle.protocol.ClientFrame.Remove;
import homstyle.protocol.ClientFrame.Rename;
import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ClientFrame.Step;
import homstyle.protocol.ClientFrame.Undo;
import homstyle.protocol.ClientFrame.Unlock;
import homstyle.protocol.ClientId;
import homstyle.protocol.FinishId;
import homstyle.protocol.ItemId;
import homstyle.protocol.RequestId;
import homstyle.protocol.Sku;
import homstyle.protocol.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What a shopper asks for next: mostly what can be granted, in a room where all want the same few things, and now and
 * then what must be refused, such as a move with an old fence or of what another one holds.
 */
final class Whims {
    private static final List<ItemId> ITEMS =
            IntStream.rangeClosed(1, 8).mapToObj(i -> new ItemId("item-" + i)).toList();
    private static final int WIDTH = 4_000;
    private static final int DEPTH = 5_000;

    /** Of the product that shoppers place. */
    private static final List<FinishId> FINISHES = List.of(new FinishId("oiled-oak"), new FinishId("charcoal-ash"));

    private final RandomGenerator random;
    private final Sku sku;

    /** @param sku a product of the catalogue */
    Whims(RandomGenerator random, Sku sku) {
        this.random = random;
        this.sku = sku;
    }

    Request next(RequestId id, Picture room, ClientId client) {
        var item = ITEMS.get(random.nextInt(ITEMS.size()));
        var lock = room.lock(item);
        if (!room.has(item)) {
            return new Place(id, item, sku, random.nextInt(WIDTH), random.nextInt(DEPTH), random.nextInt(360));
        }
        if (lock == null) {
            return ofNobody(id, room, item);
        }
        if (lock.by().equals(client) && random.nextInt(5) == 0) {
            return arrange(id, room, client);
        }
        return lock.by().equals(client) ? ofMine(id, item, lock.fence()) : ofAnother(id, item, lock.fence());
    }

    /** Gives one thing back, if it holds any. */
    Optional<Request> letGo(RequestId id, Picture room, ClientId client) {
        return room.locks().stream()
                .filter(lock -> lock.by().equals(client))
                .findFirst()
                .map(lock -> new Unlock(id, List.of(lock.item()), false));
    }

    private Request ofNobody(RequestId id, Picture room, ItemId item) {
        return switch (random.nextInt(20)) {
            case 0 -> move(id, item, room.rev(), false);
            case 1 -> new Rename(id, new Title("Room " + id));
            case 2, 3 -> new Lock(id, List.of(item, ItemId.PLAN));
            case 4 -> new Undo(id);
            case 5 -> new Redo(id);
            case 6, 7, 8 -> new Lock(id, free(room));
            default -> new Lock(id, List.of(item));
        };
    }

    private static List<ItemId> free(Picture room) {
        return ITEMS.stream()
                .filter(item -> room.has(item) && room.lock(item) == null)
                .toList();
    }

    private Request ofMine(RequestId id, ItemId item, long fence) {
        return switch (random.nextInt(20)) {
            case 0 -> move(id, item, Math.max(0, fence - 1 - random.nextInt(20)), false);
            case 1 -> new Remove(id, item, fence);
            case 2, 3 -> new Unlock(id, List.of(item), false);
            case 4, 5 -> new Lock(id, List.of(item));
            case 6, 7, 8 -> move(id, item, fence, true);
            case 9, 10 ->
                new Finish(id, item, FINISHES.get(random.nextInt(FINISHES.size())), fence, random.nextBoolean());
            default -> move(id, item, fence, false);
        };
    }

    private Request ofAnother(RequestId id, ItemId item, long fence) {
        return switch (random.nextInt(5)) {
            case 0 -> move(id, item, fence, false);
            case 1 -> new Rename(id, new Title("Room " + id));
            case 2 -> new Undo(id);
            default -> new Lock(id, List.of(item));
        };
    }

    /** All that it holds, moved or now and then removed, and at times a new thing with it. */
    private Arrange arrange(RequestId id, Picture room, ClientId client) {
        var steps = new ArrayList<Step>();
        for (var item : ITEMS) {
            var lock = room.lock(item);
            if (lock != null && lock.by().equals(client)) {
                var fence = lock.fence();
                steps.add(random.nextInt(10) == 0 ? new Remove(id, item, fence) : move(id, item, fence, false));
            } else if (!room.has(item) && random.nextInt(4) == 0) {
                steps.add(new Place(id, item, sku, random.nextInt(WIDTH), random.nextInt(DEPTH), 0));
            }
        }
        return new Arrange(id, steps, random.nextBoolean());
    }

    private Move move(RequestId id, ItemId item, long fence, boolean release) {
        return new Move(id, item, random.nextInt(WIDTH), random.nextInt(DEPTH), random.nextInt(360), fence, release);
    }
}
