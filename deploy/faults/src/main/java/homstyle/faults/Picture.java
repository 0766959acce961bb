package homstyle.faults;

import homstyle.protocol.Comment;
import homstyle.protocol.CommentId;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.Lock;
import homstyle.protocol.Placement;
import homstyle.protocol.Plan;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.Title;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** A room as frames tell it. It follows whatever it is told and refuses nothing: whether that may be is not its part. */
final class Picture {
    private long rev;
    private Title title = new Title("Untitled room");
    private Plan plan = Plan.DEFAULT;
    private final Map<ItemId, Item> items = new HashMap<>();
    private final Map<ItemId, Lock> locks = new HashMap<>();
    private final Map<CommentId, Comment> comments = new LinkedHashMap<>();

    /** A room that nobody has changed (R1). */
    Picture() {}

    Picture(Description description) {
        rev = description.rev();
        title = description.title();
        plan = description.plan();
        description.items().forEach(item -> items.put(item.item(), item));
        description.locks().forEach(lock -> locks.put(lock.item(), lock));
        description.comments().forEach(comment -> comments.put(comment.comment(), comment));
    }

    void follow(Change change) {
        rev = change.rev();
        switch (change) {
            case ServerFrame.Created created -> {
                title = created.title();
                plan = created.plan();
            }
            case ServerFrame.Placed it -> items.put(it.item(), it.placed());
            case ServerFrame.Moved it ->
                items.computeIfPresent(it.item(), (_, item) -> item.at(new Placement(it.x(), it.y(), it.rotation())));
            case ServerFrame.Finished it -> items.computeIfPresent(it.item(), (_, item) -> item.in(it.finish()));
            case ServerFrame.Removed it -> {
                items.remove(it.item());
                locks.remove(it.item());
            }
            case ServerFrame.Locked it ->
                it.items()
                        .forEach(item ->
                                locks.put(item, new Lock(item, it.by(), it.name(), it.color(), it.rev(), it.until())));
            case ServerFrame.Unlocked it -> it.items().forEach(locks::remove);
            case ServerFrame.Reshaped reshaped -> plan = reshaped.plan();
            case ServerFrame.Renamed renamed -> title = renamed.title();
            case ServerFrame.Commented it ->
                comments.put(
                        it.comment(),
                        new Comment(it.comment(), it.item(), it.by(), it.name(), it.color(), it.at(), it.text()));
            case ServerFrame.Resolved it -> comments.remove(it.comment());
        }
    }

    long rev() {
        return rev;
    }

    boolean has(ItemId item) {
        return items.containsKey(item) || item.equals(ItemId.PLAN);
    }

    Title title() {
        return title;
    }

    Plan plan() {
        return plan;
    }

    Optional<Item> item(ItemId item) {
        return Optional.ofNullable(items.get(item));
    }

    /** Null while nobody holds it. */
    Lock lock(ItemId item) {
        return locks.get(item);
    }

    List<Item> items() {
        return List.copyOf(items.values());
    }

    List<Lock> locks() {
        return List.copyOf(locks.values());
    }

    Description description() {
        return new Description(
                rev,
                title,
                plan.outline(),
                plan.height(),
                plan.openings(),
                plan.obstacles(),
                items(),
                locks(),
                List.copyOf(comments.values()));
    }

    /** The first thing in which the other one differs, in words; names, colours and {@code until} are only hints (L4). */
    Optional<String> differenceTo(Picture other) {
        if (rev != other.rev) {
            return Optional.of("revision %d, not %d".formatted(other.rev, rev));
        }
        if (!title.equals(other.title)) {
            return Optional.of("title \"%s\", not \"%s\"".formatted(other.title, title));
        }
        if (!plan.equals(other.plan)) {
            return Optional.of("another plan of the room");
        }
        if (!comments.equals(other.comments)) {
            return Optional.of("comments %s, not %s".formatted(other.comments.keySet(), comments.keySet()));
        }
        var ids = new TreeSet<String>();
        for (var keys : List.of(items.keySet(), locks.keySet(), other.items.keySet(), other.locks.keySet())) {
            keys.forEach(id -> ids.add(id.value()));
        }
        return ids.stream()
                .map(ItemId::new)
                .filter(id -> !shown(id).equals(other.shown(id)))
                .map(id -> "%s, not %s".formatted(other.shown(id), shown(id)))
                .findFirst();
    }

    private String shown(ItemId id) {
        var item = items.get(id);
        var lock = locks.get(id);
        var where = item == null && !id.equals(ItemId.PLAN) ? "no " + id : Objects.toString(item, "the plan");
        return lock == null ? where : "%s held by %s with fence %d".formatted(where, lock.by(), lock.fence());
    }
}
