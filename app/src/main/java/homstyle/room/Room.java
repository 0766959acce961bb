package homstyle.room;

import homstyle.protocol.Client;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ClientId;
import homstyle.protocol.Comment;
import homstyle.protocol.CommentId;
import homstyle.protocol.FinishId;
import homstyle.protocol.InvalidValue;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.Plan;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.Role;
import homstyle.protocol.RoomDraft;
import homstyle.protocol.ServerFrame.Accepted;
import homstyle.protocol.ServerFrame.Rejected;
import homstyle.protocol.Sku;
import homstyle.protocol.Title;
import homstyle.protocol.UnlockReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.pcollections.OrderedPMap;

/**
 * The state of a room and all its rules: {@link #decide} turns a request into events or a refusal, {@link #apply} an
 * event into the next state. Neither has a side effect.
 *
 * @param rev the revision: how many events made this state
 */
public record Room(
        long rev,
        Title title,
        Plan plan,
        OrderedPMap<ItemId, Item> items,
        Locks locks,
        OrderedPMap<CommentId, Comment> comments,
        RequestMemory memory,
        UndoHistory history) {

    static final int MOST_COMMENTS = 200;

    /** A room that nobody has changed (R1). */
    public static final Room NEW = new Room(
            0,
            new Title("Untitled room"),
            Plan.DEFAULT,
            OrderedPMap.empty(),
            Locks.NONE,
            OrderedPMap.empty(),
            RequestMemory.EMPTY,
            UndoHistory.EMPTY);

    /** @param at the time of the request, in epoch milliseconds */
    public Decision decide(Request request, Client by, RoomRules rules, long at) {
        var applied = memory.appliedAt(by.client(), request.id());
        if (applied.isPresent()) {
            return new Decision.Answer(new Accepted(request.id(), applied.getAsLong()));
        }
        if (!by.role().mayChange()) {
            return refuse(request.id(), RejectionCode.FORBIDDEN, "viewers cannot change the room");
        }
        var origin = Origin.of(by, request.id(), at);
        return switch (request) {
            case ClientFrame.Place place -> place(place, origin, rules);
            case ClientFrame.Lock lock -> lock(lock, by, origin, rules);
            case ClientFrame.Move move -> move(move, origin);
            case ClientFrame.Finish finish -> finish(finish, origin, rules);
            case ClientFrame.Remove remove -> remove(remove, origin);
            case ClientFrame.Arrange arrange -> arrange(arrange, origin, rules);
            case ClientFrame.Unlock unlock -> unlock(unlock, by, origin);
            case ClientFrame.Reshape reshape -> reshape(reshape, origin);
            case ClientFrame.Rename(var _, var name) -> Decision.Change.of(new RoomEvent.Renamed(origin, name));
            case ClientFrame.Comment comment -> comment(comment, by, origin);
            case ClientFrame.Resolve resolve -> resolve(resolve, origin);
            case ClientFrame.Undo _ -> revert(Reversal.Kind.UNDO, by, origin, rules);
            case ClientFrame.Redo _ -> revert(Reversal.Kind.REDO, by, origin, rules);
        };
    }

    /** Creates the room with what stands in it, unless anything has been stored before. */
    List<RoomEvent> create(Client by, RoomDraft draft, List<Item> furniture, long at) {
        if (rev > 0) {
            return List.of();
        }
        var origin = Origin.of(by, null, at);
        var events = new ArrayList<RoomEvent>();
        events.add(new RoomEvent.Created(origin, draft.title(), draft.plan()));
        furniture.forEach(item -> events.add(new RoomEvent.Placed(origin, item)));
        return events;
    }

    /** Ends all locks of a client that went silent or away (L4, L5). */
    List<RoomEvent> release(ClientId client, UnlockReason reason, long at) {
        var held = locks.itemsOf(client);
        if (held.isEmpty()) {
            return List.of();
        }
        var origin = Origin.of(locks.byItem().get(held.getFirst()), at);
        return List.of(new RoomEvent.Unlocked(origin, held, reason));
    }

    /** The same room to everybody; only what nobody can ask for any more is forgotten. */
    Room compact(long now) {
        return new Room(rev, title, plan, items, locks, comments, memory.withoutInactive(now), history.compact());
    }

    public Room apply(RoomEvent event) {
        var next = new Room(
                rev + 1,
                title,
                plan,
                items,
                locks,
                comments,
                memory.remember(event.origin(), rev + 1),
                history.after(event.origin(), Before.of(event, this), rev + 1));
        return switch (event) {
            case RoomEvent.Created(var _, var name, var shape) ->
                next.with(name).with(shape);
            case RoomEvent.Placed(var _, var item) -> next.withItems(items.plus(item.item(), item));
            case RoomEvent.Moved(var _, var item, var to) ->
                next.withItems(items.plus(item, items.get(item).at(to)));
            case RoomEvent.Finished(var _, var item, var finish) ->
                next.withItems(items.plus(item, items.get(item).in(finish)));
            case RoomEvent.Removed(var _, var item) ->
                next.withItems(items.minus(item)).with(locks.without(List.of(item)));
            case RoomEvent.Locked locked -> next.with(locks.granted(locked, rev + 1));
            case RoomEvent.Unlocked(var _, var unlocked, var _) -> next.with(locks.without(unlocked));
            case RoomEvent.Reshaped(var _, var shape) -> next.with(shape);
            case RoomEvent.Renamed(var _, var name) -> next.with(name);
            case RoomEvent.Commented commented ->
                next.withComments(comments.plus(commented.comment(), commented.made()));
            case RoomEvent.Resolved(var _, var comment) -> next.withComments(comments.minus(comment));
        };
    }

    private Room with(Title name) {
        return new Room(rev, name, plan, items, locks, comments, memory, history);
    }

    private Room with(Plan shape) {
        return new Room(rev, title, shape, items, locks, comments, memory, history);
    }

    private Room with(Locks held) {
        return new Room(rev, title, plan, items, held, comments, memory, history);
    }

    private Room withItems(OrderedPMap<ItemId, Item> standing) {
        return new Room(rev, title, plan, standing, locks, comments, memory, history);
    }

    private Room withComments(OrderedPMap<CommentId, Comment> pinned) {
        return new Room(rev, title, plan, items, locks, pinned, memory, history);
    }

    Room applyAll(List<RoomEvent> events) {
        var room = this;
        for (var event : events) {
            room = room.apply(event);
        }
        return room;
    }

    private Decision place(ClientFrame.Place place, Origin origin, RoomRules rules) {
        if (items.containsKey(place.item())) {
            return refuse(
                    place.id(), RejectionCode.DUPLICATE_ITEM, "%s is in the room already".formatted(place.item()));
        }
        var refusal = notOffered(place.id(), place.sku(), place.finish(), rules);
        if (refusal != null) {
            return new Decision.Answer(refusal);
        }
        if (items.size() >= rules.mostItems()) {
            return full(place.id(), rules);
        }
        return Decision.Change.of(new RoomEvent.Placed(origin, place.placed()));
    }

    private Decision lock(ClientFrame.Lock lock, Client by, Origin origin, RoomRules rules) {
        for (var item : lock.items()) {
            if (isUnknown(item)) {
                return unknown(lock.id(), item);
            }
        }
        var taken = locks.ofAnother(by.client(), lock.items());
        if (taken.isPresent()) {
            return new Decision.Answer(Rejected.heldBy(lock.id(), taken.get()));
        }
        var free = new ArrayList<ItemId>(lock.items());
        free.removeIf(item -> locks.heldBy(by.client(), item));
        if (free.isEmpty()) {
            var fence = locks.byItem().get(lock.items().getFirst()).fence();
            return new Decision.Answer(new Accepted(lock.id(), fence));
        }
        var until = origin.at() + rules.lease().toMillis();
        return Decision.Change.of(new RoomEvent.Locked(origin, List.copyOf(free), by.color(), until));
    }

    private Decision move(ClientFrame.Move move, Origin origin) {
        if (!items.containsKey(move.item())) {
            return unknown(move.id(), move.item());
        }
        var refusal = locks.refusal(move.id(), move.item(), origin.client(), move.fence());
        if (refusal != null) {
            return new Decision.Answer(refusal);
        }
        return changed(new RoomEvent.Moved(origin, move.item(), move.to()), move.item(), move.release());
    }

    private Decision finish(ClientFrame.Finish finish, Origin origin, RoomRules rules) {
        var item = items.get(finish.item());
        if (item == null) {
            return unknown(finish.id(), finish.item());
        }
        var refusal = locks.refusal(finish.id(), finish.item(), origin.client(), finish.fence());
        if (refusal == null) {
            refusal = notOffered(finish.id(), item.sku(), finish.finish(), rules);
        }
        return refusal != null
                ? new Decision.Answer(refusal)
                : changed(
                        new RoomEvent.Finished(origin, finish.item(), finish.finish()),
                        finish.item(),
                        finish.release());
    }

    /** @param release whether the lock is given back with the change (R9) */
    private static Decision changed(RoomEvent change, ItemId item, boolean release) {
        var further = change.origin().further();
        return release
                ? Decision.Change.of(change, new RoomEvent.Unlocked(further, List.of(item), UnlockReason.RELEASED))
                : Decision.Change.of(change);
    }

    /** Why the product cannot be had so; null when it can (F1). */
    private static Rejected notOffered(RequestId id, Sku sku, FinishId finish, RoomRules rules) {
        var finishes = rules.products().get(sku);
        if (finishes == null) {
            return Rejected.because(id, RejectionCode.UNKNOWN_SKU, "%s is not in the catalogue".formatted(sku));
        }
        if (finish == null || finishes.contains(finish)) {
            return null;
        }
        var names = finishes.stream().map(FinishId::value).collect(Collectors.joining(", "));
        return Rejected.invalid(id, new InvalidValue("finish", finish, "one of %s of %s".formatted(names, sku)));
    }

    private Decision remove(ClientFrame.Remove remove, Origin origin) {
        if (!items.containsKey(remove.item())) {
            return unknown(remove.id(), remove.item());
        }
        var refusal = locks.refusal(remove.id(), remove.item(), origin.client(), remove.fence());
        return refusal != null
                ? new Decision.Answer(refusal)
                : Decision.Change.of(new RoomEvent.Removed(origin, remove.item()));
    }

    /** Each step as the ones before leave the room, all of them or none (R10). */
    private Decision arrange(ClientFrame.Arrange arrange, Origin origin, RoomRules rules) {
        var refusal = firstRefusal(arrange, origin, rules);
        if (refusal != null) {
            return new Decision.Answer(refusal);
        }
        var room = this;
        var events = new ArrayList<RoomEvent>();
        // What changes nothing is no part of what can be undone, and must not come between its parts (U1).
        var steps = arrange.steps().stream()
                .sorted(Comparator.comparing(this::leavesAsItIs))
                .toList();
        for (var step : steps) {
            var decided = room.changes(step, events.isEmpty() ? origin : origin.further(), rules);
            events.addAll(decided);
            room = room.applyAll(decided);
        }
        var released = arrange.released();
        if (!released.isEmpty()) {
            events.add(new RoomEvent.Unlocked(origin.further(), released, UnlockReason.RELEASED));
        }
        return new Decision.Change(events);
    }

    private Rejected firstRefusal(ClientFrame.Arrange arrange, Origin origin, RoomRules rules) {
        var room = this;
        for (int i = 0; i < arrange.steps().size(); i++) {
            var step = arrange.steps().get(i);
            if (room.take(step, origin, rules) instanceof Decision.Answer(Rejected refusal)) {
                return refusal.in("steps[%d]".formatted(i), step.item());
            }
            room = room.applyAll(room.changes(step, origin, rules));
        }
        return null;
    }

    private List<RoomEvent> changes(ClientFrame.Step step, Origin origin, RoomRules rules) {
        return switch (take(step, origin, rules)) {
            case Decision.Change(var decided) -> decided;
            case Decision.Answer answer -> throw new IllegalStateException(step + " is answered by " + answer);
        };
    }

    private boolean leavesAsItIs(ClientFrame.Step step) {
        return step instanceof ClientFrame.Move move
                && items.containsKey(move.item())
                && items.get(move.item()).placement().equals(move.to());
    }

    private Decision take(ClientFrame.Step step, Origin origin, RoomRules rules) {
        return switch (step) {
            case ClientFrame.Place place -> place(place, origin, rules);
            case ClientFrame.Move move -> move(move, origin);
            case ClientFrame.Remove remove -> remove(remove, origin);
        };
    }

    private Decision unlock(ClientFrame.Unlock unlock, Client by, Origin origin) {
        if (unlock.force() && !by.role().covers(Role.OWNER)) {
            return refuse(unlock.id(), RejectionCode.FORBIDDEN, "only an owner can take a lock away");
        }
        for (var item : unlock.items()) {
            var held = unlock.force() ? locks.byItem().containsKey(item) : locks.heldBy(by.client(), item);
            if (!held) {
                var nobody = unlock.force() ? "nobody holds %s" : "you do not hold %s";
                return refuse(unlock.id(), RejectionCode.NOT_LOCKED, nobody.formatted(item));
            }
        }
        var reason = unlock.force() ? UnlockReason.FORCED : UnlockReason.RELEASED;
        return Decision.Change.of(new RoomEvent.Unlocked(origin, unlock.items(), reason));
    }

    private Decision reshape(ClientFrame.Reshape reshape, Origin origin) {
        var refusal = locks.refusal(reshape.id(), ItemId.PLAN, origin.client(), reshape.fence());
        var shape = reshape.keepsObstacles() ? reshape.plan().with(plan.obstacles()) : reshape.plan();
        return refusal != null
                ? new Decision.Answer(refusal)
                : Decision.Change.of(new RoomEvent.Reshaped(origin, shape));
    }

    private Decision comment(ClientFrame.Comment comment, Client by, Origin origin) {
        if (isUnknown(comment.item())) {
            return unknown(comment.id(), comment.item());
        }
        if (comments.containsKey(comment.comment())) {
            return refuse(
                    comment.id(),
                    RejectionCode.DUPLICATE_ITEM,
                    "there is a comment %s already".formatted(comment.comment()));
        }
        if (comments.size() >= MOST_COMMENTS) {
            return refuse(comment.id(), RejectionCode.ROOM_FULL, "a room holds %d comments".formatted(MOST_COMMENTS));
        }
        return Decision.Change.of(
                new RoomEvent.Commented(origin, comment.comment(), comment.item(), by.color(), comment.text()));
    }

    private Decision resolve(ClientFrame.Resolve resolve, Origin origin) {
        return comments.containsKey(resolve.comment())
                ? Decision.Change.of(new RoomEvent.Resolved(origin, resolve.comment()))
                : refuse(
                        resolve.id(),
                        RejectionCode.UNKNOWN_ITEM,
                        "there is no comment %s in the room".formatted(resolve.comment()));
    }

    /** Takes the user's latest step back, with every thing of it that nobody else has changed since (U1, U2). */
    private Decision revert(Reversal.Kind kind, Client by, Origin origin, RoomRules rules) {
        var latest = history.latest(by.user(), kind, before -> isPossible(before, rules));
        if (latest.isEmpty()) {
            return refuse(origin.id(), RejectionCode.NOTHING_TO_UNDO, "nothing is left to " + kind);
        }
        var step = latest.get();
        var things = step.before().stream()
                .map(before -> before.thing().item())
                .filter(Objects::nonNull)
                .toList();
        var taken = locks.ofAnother(by.client(), things);
        if (taken.isPresent()) {
            return new Decision.Answer(Rejected.heldBy(origin.id(), taken.get()));
        }
        var first = origin.reverting(new Reversal(kind, step.rev()));
        var events = new ArrayList<RoomEvent>();
        for (var before : step.before().reversed()) {
            events.add(before.restored(events.isEmpty() ? first : first.further(), this));
        }
        return applyAll(events).items().size() > rules.mostItems()
                ? full(origin.id(), rules)
                : new Decision.Change(events);
    }

    /** A step that is skipped, as its product is no longer offered, leaves items as the steps before it do not expect. */
    private boolean isPossible(Before before, RoomRules rules) {
        return switch (before) {
            case Before.Absent(var item) -> items.containsKey(item);
            case Before.Standing(var item) ->
                items.containsKey(item.item()) || rules.products().containsKey(item.sku());
            case Before.Shaped _, Before.Titled _ -> true;
        };
    }

    private boolean isUnknown(ItemId item) {
        return !item.equals(ItemId.PLAN) && !items.containsKey(item);
    }

    private static Decision unknown(RequestId id, ItemId item) {
        return refuse(id, RejectionCode.UNKNOWN_ITEM, "there is no item %s in the room".formatted(item));
    }

    private static Decision full(RequestId id, RoomRules rules) {
        return refuse(id, RejectionCode.ROOM_FULL, "a room holds %d items".formatted(rules.mostItems()));
    }

    private static Decision refuse(RequestId id, RejectionCode code, String message) {
        return new Decision.Answer(Rejected.because(id, code, message));
    }
}
