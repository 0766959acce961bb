package homstyle.room;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.FinishId;
import homstyle.protocol.ItemId;
import homstyle.protocol.Plan;
import homstyle.protocol.RequestId;
import homstyle.protocol.Sku;
import homstyle.protocol.Title;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Requests as clients send them, in short words. */
final class Ask {
    static final Sku CHAIR = new Sku("CHAIR-1");
    static final FinishId BIRCH = new FinishId("birch");
    static final FinishId OAK = new FinishId("oak");

    /** A small catalogue and small rooms: the fifth item does not fit. */
    static final RoomRules RULES = new RoomRules(Map.of(CHAIR, List.of(BIRCH, OAK)), 4, Duration.ofSeconds(30));

    private Ask() {}

    static ClientFrame.Place place(String id, String item) {
        return place(id, item, CHAIR);
    }

    static ClientFrame.Place place(String id, String item, Sku sku) {
        return new ClientFrame.Place(new RequestId(id), new ItemId(item), sku, 1_000, 2_000, 0);
    }

    static ClientFrame.Lock lock(String id, String... items) {
        return new ClientFrame.Lock(new RequestId(id), items(items));
    }

    static ClientFrame.Move move(String id, String item, int x, long fence) {
        return new ClientFrame.Move(new RequestId(id), new ItemId(item), x, 2_000, 90, fence, false);
    }

    static ClientFrame.Move drop(String id, String item, int x, long fence) {
        return new ClientFrame.Move(new RequestId(id), new ItemId(item), x, 2_000, 90, fence, true);
    }

    static ClientFrame.Move drop(String id, String item, int x, int rotation, long fence) {
        return new ClientFrame.Move(new RequestId(id), new ItemId(item), x, 2_000, rotation, fence, true);
    }

    static ClientFrame.Finish finish(String id, String item, FinishId finish, long fence) {
        return new ClientFrame.Finish(new RequestId(id), new ItemId(item), finish, fence, true);
    }

    static ClientFrame.Remove remove(String id, String item, long fence) {
        return new ClientFrame.Remove(new RequestId(id), new ItemId(item), fence);
    }

    /** @param steps their own ids do not count */
    static ClientFrame.Arrange arrange(String id, ClientFrame.Step... steps) {
        return arrange(id, false, steps);
    }

    static ClientFrame.Arrange arrange(String id, boolean release, ClientFrame.Step... steps) {
        var request = new RequestId(id);
        var owned = Arrays.stream(steps)
                .<ClientFrame.Step>map(step -> switch (step) {
                    case ClientFrame.Place it ->
                        new ClientFrame.Place(request, it.item(), it.sku(), it.x(), it.y(), it.rotation());
                    case ClientFrame.Move it ->
                        new ClientFrame.Move(request, it.item(), it.x(), it.y(), it.rotation(), it.fence(), false);
                    case ClientFrame.Remove it -> new ClientFrame.Remove(request, it.item(), it.fence());
                })
                .toList();
        return new ClientFrame.Arrange(request, owned, release);
    }

    static ClientFrame.Unlock unlock(String id, String... items) {
        return new ClientFrame.Unlock(new RequestId(id), items(items), false);
    }

    static ClientFrame.Unlock force(String id, String... items) {
        return new ClientFrame.Unlock(new RequestId(id), items(items), true);
    }

    static ClientFrame.Reshape reshape(String id, Plan plan, long fence) {
        return new ClientFrame.Reshape(new RequestId(id), plan, true, fence);
    }

    static ClientFrame.Rename rename(String id, String title) {
        return new ClientFrame.Rename(new RequestId(id), new Title(title));
    }

    static ClientFrame.Undo undo(String id) {
        return new ClientFrame.Undo(new RequestId(id));
    }

    static ClientFrame.Redo redo(String id) {
        return new ClientFrame.Redo(new RequestId(id));
    }

    static List<ItemId> items(String... items) {
        return Arrays.stream(items).map(ItemId::new).toList();
    }
}
