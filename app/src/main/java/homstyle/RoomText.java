package homstyle;

import homstyle.http.RoomDescription;
import homstyle.protocol.ItemId;
import homstyle.protocol.Lock;
import homstyle.protocol.RoomId;
import homstyle.room.Room;
import homstyle.room.RoomEvent;
import homstyle.room.RoomState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Rooms and what happened in them, as text for people who look for a fault. */
final class RoomText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private RoomText() {}

    /** {@code    12  2026-01-31 09:15:00.123  Guest 1 (c7k2…)  moved sofa to 1200,2000 at 90°}, times in UTC. */
    static String line(long rev, RoomEvent event) {
        var origin = event.origin();
        var request = origin.id() == null ? "" : "  [" + origin.id() + "]";
        var reversal = origin.reversal() == null
                ? ""
                : ", %s of %d"
                        .formatted(origin.reversal().kind(), origin.reversal().step());
        return "%6d  %s  %s (%s)  %s%s"
                .formatted(
                        rev,
                        TIME.format(Instant.ofEpochMilli(origin.at())),
                        origin.name(),
                        origin.client(),
                        what(event) + reversal,
                        request);
    }

    private static String what(RoomEvent event) {
        return switch (event) {
            case RoomEvent.Created(var _, var title, var plan) ->
                "created \"%s\", %d corners, ceiling %d mm"
                        .formatted(title, plan.outline().size(), plan.height());
            case RoomEvent.Placed(var _, var item) ->
                "placed %s (%s%s) at %d,%d, %d°"
                        .formatted(
                                item.item(),
                                item.sku(),
                                item.finish() == null ? "" : ", " + item.finish(),
                                item.x(),
                                item.y(),
                                item.rotation());
            case RoomEvent.Moved(var _, var item, var to) ->
                "moved %s to %d,%d, %d°".formatted(item, to.x(), to.y(), to.rotation());
            case RoomEvent.Finished(var _, var item, var finish) ->
                "gave %s the %s".formatted(item, finish == null ? "first of its finishes" : "finish " + finish);
            case RoomEvent.Removed(var _, var item) -> "removed %s".formatted(item);
            case RoomEvent.Locked(var _, var items, var _, var until) ->
                "locked %s until %s".formatted(names(items), TIME.format(Instant.ofEpochMilli(until)));
            case RoomEvent.Unlocked(var _, var items, var reason) -> "unlocked %s (%s)".formatted(names(items), reason);
            case RoomEvent.Reshaped(var _, var plan) ->
                "reshaped the room: %d corners, %d openings, %d obstacles, ceiling %d mm"
                        .formatted(
                                plan.outline().size(),
                                plan.openings().size(),
                                plan.obstacles().size(),
                                plan.height());
            case RoomEvent.Commented(var _, var comment, var item, var _, var text) ->
                "commented on %s: \"%s\" (%s)".formatted(item, text, comment);
            case RoomEvent.Resolved(var _, var comment) -> "resolved comment %s".formatted(comment);
            case RoomEvent.Renamed(var _, var title) -> "renamed the room \"%s\"".formatted(title);
        };
    }

    static String state(RoomId id, Room room, boolean json) {
        return json ? RoomDescription.of(id, RoomState.of(room)).json() : table(id, room);
    }

    private static String table(RoomId id, Room room) {
        var text = new StringBuilder(
                "room %s \"%s\" at revision %d: ceiling %d mm, %d corners, %d openings, %d obstacles%n"
                        .formatted(
                                id,
                                room.title(),
                                room.rev(),
                                room.plan().height(),
                                room.plan().outline().size(),
                                room.plan().openings().size(),
                                room.plan().obstacles().size()));
        for (var item : room.items().values()) {
            var lock = room.locks().byItem().get(item.item());
            text.append("  %-24s %-20s %6d,%6d %4d°%s%s%n"
                    .formatted(
                            item.item(),
                            item.sku(),
                            item.x(),
                            item.y(),
                            item.rotation(),
                            item.finish() == null ? "" : "  in " + item.finish(),
                            held(lock)));
        }
        return text.toString().stripTrailing();
    }

    private static String held(Lock lock) {
        return lock == null ? "" : "  locked by %s, fence %d".formatted(lock.name(), lock.fence());
    }

    private static String names(List<ItemId> items) {
        return items.stream().map(ItemId::value).collect(Collectors.joining(", "));
    }
}
