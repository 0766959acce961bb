package homstyle.session;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.CursorAt;
import homstyle.protocol.ServerFrame.DragAt;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The latest cursor and drags of each client that moved since the last tick; the last value wins (M1). */
final class Motion {
    private final Map<ClientId, CursorAt> cursors = new LinkedHashMap<>();
    private final Map<ItemId, DragAt> drags = new LinkedHashMap<>();

    void add(ClientId client, ClientFrame.Motion motion) {
        switch (motion) {
            case ClientFrame.Drags(var several) -> several.forEach(drag -> add(client, drag));
            case ClientFrame.Cursor(int x, int y) -> cursors.put(client, new CursorAt(client, x, y));
            case ClientFrame.Drag(var item, int x, int y, int rotation, var _) ->
                drags.put(item, new DragAt(client, item, x, y, rotation));
        }
    }

    /**
     * A later tick over this one, for a socket that has not taken this one yet.
     *
     * @return how many positions of this one are overtaken
     */
    int add(ServerFrame.Motion later) {
        var before = cursors.size() + drags.size();
        later.cursors().forEach(cursor -> cursors.put(cursor.client(), cursor));
        later.drags().forEach(drag -> drags.put(drag.item(), drag));
        var added = later.cursors().size() + later.drags().size();
        return before + added - cursors.size() - drags.size();
    }

    /** What was in flight with an item is overtaken by a stored change of it. */
    void forget(ItemId item) {
        drags.remove(item);
    }

    void forget(ClientId client) {
        cursors.remove(client);
        drags.values().removeIf(drag -> drag.client().equals(client));
    }

    boolean isEmpty() {
        return cursors.isEmpty() && drags.isEmpty();
    }

    Set<ClientId> movers() {
        var movers = new HashSet<>(cursors.keySet());
        drags.values().forEach(drag -> movers.add(drag.client()));
        return movers;
    }

    ServerFrame.Motion all() {
        return new ServerFrame.Motion(List.copyOf(cursors.values()), List.copyOf(drags.values()));
    }

    /** What this client sees: never its own (M2). */
    ServerFrame.Motion without(ClientId client) {
        return new ServerFrame.Motion(
                cursors.values().stream()
                        .filter(cursor -> !cursor.client().equals(client))
                        .toList(),
                drags.values().stream()
                        .filter(drag -> !drag.client().equals(client))
                        .toList());
    }

    void clear() {
        cursors.clear();
        drags.clear();
    }
}
