package homstyle.faults;

import homstyle.protocol.ItemId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How each thing of a room has been, so that an undo can be told from an invention (U1). */
final class TakenBack {
    private final Picture picture;
    private final Map<Object, Set<Optional<?>>> earlier = new HashMap<>();

    /** @param picture of the room, before the change while that is noted and after it then */
    TakenBack(Picture picture) {
        this.picture = picture;
    }

    /** Whether an undo or a redo can be such a change. */
    static boolean isPossible(Change change) {
        return thing(change) != null;
    }

    void note(Change change) {
        var thing = thing(change);
        if (thing != null) {
            earlier.computeIfAbsent(thing, _ -> new HashSet<>()).add(state(thing));
        }
    }

    boolean isAsBefore(Change change) {
        var thing = thing(change);
        return thing != null && earlier.getOrDefault(thing, Set.of()).contains(state(thing));
    }

    /** Null for what is no change of a thing. */
    private static Object thing(Change change) {
        return switch (change) {
            case ServerFrame.Placed placed -> placed.item();
            case ServerFrame.Moved moved -> moved.item();
            case ServerFrame.Finished finished -> finished.item();
            case ServerFrame.Removed removed -> removed.item();
            case ServerFrame.Reshaped _ -> ItemId.PLAN;
            case ServerFrame.Renamed _ -> "title";
            case ServerFrame.Created _,
                    ServerFrame.Locked _,
                    ServerFrame.Unlocked _,
                    ServerFrame.Commented _,
                    ServerFrame.Resolved _ -> null;
        };
    }

    private Optional<?> state(Object thing) {
        if (thing instanceof ItemId item) {
            return item.equals(ItemId.PLAN) ? Optional.of(picture.plan()) : picture.item(item);
        }
        return Optional.of(picture.title());
    }
}
