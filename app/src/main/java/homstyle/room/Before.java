package homstyle.room;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.Plan;
import homstyle.protocol.Title;
import java.util.Objects;

/** How one thing of a room was before a change, and is again when the change is undone (U1). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Before.Absent.class, name = "absent"),
    @JsonSubTypes.Type(value = Before.Standing.class, name = "standing"),
    @JsonSubTypes.Type(value = Before.Shaped.class, name = "shaped"),
    @JsonSubTypes.Type(value = Before.Titled.class, name = "titled")
})
public sealed interface Before {
    @JsonIgnore
    Thing thing();

    /** As how many changes of one piece it counts where steps are kept (U1). */
    default int changes() {
        return 1;
    }

    /** The change that makes it so again. */
    RoomEvent restored(Origin origin, Room room);

    /** @param item null for the room's title */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Thing(ItemId item) {
        static final Thing PLAN = new Thing(ItemId.PLAN);
        static final Thing TITLE = new Thing(null);
    }

    record Absent(ItemId item) implements Before {
        @Override
        public Thing thing() {
            return new Thing(item);
        }

        @Override
        public RoomEvent restored(Origin origin, Room room) {
            return new RoomEvent.Removed(origin, item);
        }
    }

    record Standing(Item item) implements Before {
        @Override
        public Thing thing() {
            return new Thing(item.item());
        }

        @Override
        public RoomEvent restored(Origin origin, Room room) {
            var now = room.items().get(item.item());
            if (now == null) {
                return new RoomEvent.Placed(origin, item);
            }
            return Objects.equals(now.finish(), item.finish())
                    ? new RoomEvent.Moved(origin, item.item(), item.placement())
                    : new RoomEvent.Finished(origin, item.item(), item.finish());
        }
    }

    record Shaped(Plan plan) implements Before {
        private static final int PARTS_AS_ONE = 8;

        @Override
        public Thing thing() {
            return Thing.PLAN;
        }

        @Override
        public int changes() {
            var parts = plan.outline().size()
                    + plan.openings().size()
                    + plan.obstacles().size();
            return Math.ceilDiv(parts, PARTS_AS_ONE);
        }

        @Override
        public RoomEvent restored(Origin origin, Room room) {
            return new RoomEvent.Reshaped(origin, plan);
        }
    }

    record Titled(Title title) implements Before {
        @Override
        public Thing thing() {
            return Thing.TITLE;
        }

        @Override
        public RoomEvent restored(Origin origin, Room room) {
            return new RoomEvent.Renamed(origin, title);
        }
    }

    /** What the event is about to change in the room; null where it changes nothing that can be undone. */
    static Before of(RoomEvent event, Room room) {
        return switch (event) {
            case RoomEvent.Placed(var _, var item) -> new Absent(item.item());
            case RoomEvent.Moved(var _, var item, var to) -> {
                var standing = room.items().get(item);
                yield standing.placement().equals(to) ? null : new Standing(standing);
            }
            case RoomEvent.Finished(var _, var item, var finish) -> {
                var standing = room.items().get(item);
                yield Objects.equals(standing.finish(), finish) ? null : new Standing(standing);
            }
            case RoomEvent.Removed(var _, var item) -> new Standing(room.items().get(item));
            case RoomEvent.Reshaped(var _, var plan) -> room.plan().equals(plan) ? null : new Shaped(room.plan());
            case RoomEvent.Renamed(var _, var title) -> room.title().equals(title) ? null : new Titled(room.title());
            case RoomEvent.Created _,
                    RoomEvent.Locked _,
                    RoomEvent.Unlocked _,
                    RoomEvent.Commented _,
                    RoomEvent.Resolved _ -> null;
        };
    }
}
