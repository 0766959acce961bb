package homstyle.session;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.CursorAt;
import homstyle.protocol.ServerFrame.DragAt;
import homstyle.protocol.ServerFrame.SketchBy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The latest cursor, drags and sketch of each client that moved since the last tick; the last value wins (M1). */
final class Motion {
    private final Map<ClientId, CursorAt> cursors = new LinkedHashMap<>();
    private final Map<ItemId, DragAt> drags = new LinkedHashMap<>();
    /** Of the one who has the room itself in hand; null for none. */
    private SketchBy sketch;

    void add(ClientId client, ClientFrame.Motion motion) {
        switch (motion) {
            case ClientFrame.Drags(var several) -> several.forEach(drag -> add(client, drag));
            case ClientFrame.Sketch(var plan, var _) -> sketch = new SketchBy(client, plan);
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
        var before = size();
        later.cursors().forEach(cursor -> cursors.put(cursor.client(), cursor));
        later.drags().forEach(drag -> drags.put(drag.item(), drag));
        sketch = later.sketch() == null ? sketch : later.sketch();
        var added = later.cursors().size() + later.drags().size() + (later.sketch() == null ? 0 : 1);
        return before + added - size();
    }

    private int size() {
        return cursors.size() + drags.size() + (sketch == null ? 0 : 1);
    }

    /** What was in flight with an item is overtaken by a stored change of it. */
    void forget(ItemId item) {
        drags.remove(item);
        if (item.equals(ItemId.PLAN)) {
            sketch = null;
        }
    }

    void forget(ClientId client) {
        cursors.remove(client);
        drags.values().removeIf(drag -> drag.client().equals(client));
        sketch = sketchWithout(client);
    }

    boolean isEmpty() {
        return size() == 0;
    }

    Set<ClientId> movers() {
        var movers = new HashSet<>(cursors.keySet());
        drags.values().forEach(drag -> movers.add(drag.client()));
        if (sketch != null) {
            movers.add(sketch.client());
        }
        return movers;
    }

    ServerFrame.Motion all() {
        return new ServerFrame.Motion(List.copyOf(cursors.values()), List.copyOf(drags.values()), sketch);
    }

    /** What this client sees: never its own (M2). */
    ServerFrame.Motion without(ClientId client) {
        return new ServerFrame.Motion(
                cursors.values().stream()
                        .filter(cursor -> !cursor.client().equals(client))
                        .toList(),
                drags.values().stream()
                        .filter(drag -> !drag.client().equals(client))
                        .toList(),
                sketchWithout(client));
    }

    private SketchBy sketchWithout(ClientId client) {
        return sketch == null || sketch.client().equals(client) ? null : sketch;
    }

    void clear() {
        cursors.clear();
        drags.clear();
        sketch = null;
    }
}
