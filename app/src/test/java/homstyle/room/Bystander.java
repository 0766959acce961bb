package homstyle.room;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.Client;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ClientId;
import homstyle.protocol.CommentId;
import homstyle.protocol.FinishId;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.Placement;
import homstyle.protocol.RequestId;
import homstyle.protocol.Role;
import homstyle.protocol.ServerFrame.Accepted;
import homstyle.protocol.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps its own simple books of a room from what it sees, and insists on the protocol's rules. */
final class Bystander {
    private final List<RoomEvent> events = new ArrayList<>();
    private final Map<ItemId, Placement> items = new HashMap<>();
    private final Map<ItemId, FinishId> finishes = new HashMap<>();
    private final Map<ItemId, Held> held = new HashMap<>();
    private final Map<ClientId, LinkedHashMap<RequestId, Long>> applied = new HashMap<>();
    private final Map<ClientId, Long> activeAt = new HashMap<>();
    private final Set<CommentId> comments = new HashSet<>();
    private final Map<Before.Thing, UserId> changedBy = new HashMap<>();

    private record Held(ClientId by, long fence) {}

    List<RoomEvent> events() {
        return List.copyOf(events);
    }

    Set<Class<?>> kinds() {
        return events.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    void sees(Client by, Request request, long at, Decision decision, Room after) {
        var first = remembered(by.client(), request.id(), at);
        switch (decision) {
            case Decision.Change(var changes) -> {
                assertThat(first).as("R5: the request had been applied already").isNull();
                assertThat(by.role()).as("L7").isNotEqualTo(Role.VIEWER);
                assertMayBeGranted(by, request, changes);
                assertThat(changes.getFirst().origin().id()).isEqualTo(request.id());
                assertThat(changes.stream().skip(1))
                        .allMatch(change -> change.origin().id() == null);
                remember(by.client(), request.id(), at);
                changes.forEach(this::note);
            }
            case Decision.Answer(var answer) -> {
                assertThat(answer.id()).isEqualTo(request.id());
                if (first != null) {
                    assertThat(answer).as("R5").isEqualTo(new Accepted(request.id(), first));
                }
            }
        }
        assertAgrees(after);
    }

    void seesGone(Client gone, List<RoomEvent> changes, Room after) {
        changes.forEach(this::note);
        assertThat(held.values()).as("L5").noneMatch(lock -> lock.by().equals(gone.client()));
        assertAgrees(after);
    }

    /** The revision of a request that the room has to remember; null for none, as after ten quiet minutes. */
    private Long remembered(ClientId client, RequestId id, long at) {
        if (activeAt.getOrDefault(client, 0L) < at - RequestMemory.ACTIVE.toMillis()) {
            applied.remove(client);
        }
        var revisions = applied.getOrDefault(client, new LinkedHashMap<>());
        var forgotten = Math.max(0, revisions.size() - RequestMemory.REMEMBERED);
        var isRecent = revisions.keySet().stream().skip(forgotten).anyMatch(id::equals);
        return isRecent ? revisions.get(id) : null;
    }

    private void remember(ClientId client, RequestId id, long at) {
        var revisions = applied.computeIfAbsent(client, _ -> new LinkedHashMap<>());
        revisions.remove(id);
        revisions.put(id, events.size() + 1L);
        activeAt.put(client, at);
    }

    private void assertMayBeGranted(Client by, Request request, List<RoomEvent> changes) {
        switch (request) {
            case ClientFrame.Place place -> assertThat(items).as("E3").doesNotContainKey(place.item());
            case ClientFrame.Lock lock ->
                assertThat(lock.items()).as("L1").allMatch(item -> isFreeFor(by.client(), item));
            case ClientFrame.Move move -> assertHolds(by, move.item(), move.fence());
            case ClientFrame.Finish finish -> {
                assertHolds(by, finish.item(), finish.fence());
                assertHas(finish.finish());
            }
            case ClientFrame.Remove remove -> assertHolds(by, remove.item(), remove.fence());
            case ClientFrame.Arrange arrange -> assertMayArrange(by, arrange, changes);
            case ClientFrame.Reshape reshape -> assertHolds(by, ItemId.PLAN, reshape.fence());
            case ClientFrame.Unlock unlock -> assertMayUnlock(by, unlock);
            case ClientFrame.Comment comment ->
                assertThat(isThere(comment.item())).as("N1").isTrue();
            case ClientFrame.Rename _, ClientFrame.Resolve _ -> {}
            case ClientFrame.Undo _, ClientFrame.Redo _ ->
                assertThat(changes).allSatisfy(change -> assertMayTakeBack(by, change));
        }
    }

    private void assertMayArrange(Client by, ClientFrame.Arrange arrange, List<RoomEvent> changes) {
        arrange.steps().forEach(step -> {
            switch (step) {
                case ClientFrame.Place place -> assertThat(items).as("E3").doesNotContainKey(place.item());
                case ClientFrame.Move move -> assertHolds(by, move.item(), move.fence());
                case ClientFrame.Remove remove -> assertHolds(by, remove.item(), remove.fence());
            }
        });
        var released = arrange.released();
        var made = released.isEmpty() ? changes : changes.subList(0, changes.size() - 1);
        assertThat(made.stream().map(Bystander::thing))
                .as("R10")
                .containsExactlyInAnyOrderElementsOf(arrange.steps().stream()
                        .map(step -> new Before.Thing(step.item()))
                        .toList());
        if (!released.isEmpty()) {
            assertThat(changes.getLast())
                    .as("R10")
                    .isInstanceOfSatisfying(
                            RoomEvent.Unlocked.class,
                            unlocked -> assertThat(unlocked.items()).isEqualTo(released));
        }
    }

    private void assertMayTakeBack(Client by, RoomEvent change) {
        var thing = thing(change);
        assertThat(changedBy).as("U2").containsEntry(thing, by.user());
        assertThat(held.getOrDefault(thing.item(), new Held(by.client(), 0)).by())
                .as("U1")
                .isEqualTo(by.client());
    }

    /** What the event changed; null for what cannot be undone. */
    private static Before.Thing thing(RoomEvent event) {
        return switch (event) {
            case RoomEvent.Placed placed -> new Before.Thing(placed.item().item());
            case RoomEvent.Moved moved -> new Before.Thing(moved.item());
            case RoomEvent.Finished finished -> new Before.Thing(finished.item());
            case RoomEvent.Removed removed -> new Before.Thing(removed.item());
            case RoomEvent.Reshaped _ -> Before.Thing.PLAN;
            case RoomEvent.Renamed _ -> Before.Thing.TITLE;
            case RoomEvent.Created _,
                    RoomEvent.Locked _,
                    RoomEvent.Unlocked _,
                    RoomEvent.Commented _,
                    RoomEvent.Resolved _ -> null;
        };
    }

    private boolean isFreeFor(ClientId client, ItemId item) {
        var lock = held.get(item);
        return isThere(item) && (lock == null || lock.by().equals(client));
    }

    private boolean isThere(ItemId item) {
        return item.equals(ItemId.PLAN) || items.containsKey(item);
    }

    private static void assertHas(FinishId finish) {
        assertThat(Ask.RULES.products().get(Ask.CHAIR)).as("F1").contains(finish);
    }

    private void assertHolds(Client by, ItemId item, long fence) {
        assertThat(held).as("L2").containsEntry(item, new Held(by.client(), fence));
    }

    private void assertMayUnlock(Client by, ClientFrame.Unlock unlock) {
        assertThat(held).as("L7").containsKeys(unlock.items().toArray(ItemId[]::new));
        if (by.role() != Role.OWNER || !unlock.force()) {
            assertThat(unlock.items())
                    .as("L7")
                    .allMatch(item -> held.get(item).by().equals(by.client()));
        }
    }

    private void note(RoomEvent event) {
        events.add(event);
        var thing = thing(event);
        if (thing != null && !staysAsItIs(event)) {
            changedBy.put(thing, event.origin().user());
        }
        switch (event) {
            case RoomEvent.Placed(var _, var item) -> {
                items.put(item.item(), item.placement());
                finishes.put(item.item(), item.finish());
            }
            case RoomEvent.Moved moved -> items.put(moved.item(), moved.to());
            case RoomEvent.Finished(var _, var item, var finish) -> finishes.put(item, finish);
            case RoomEvent.Removed removed -> {
                items.remove(removed.item());
                held.remove(removed.item());
            }
            case RoomEvent.Locked locked -> {
                assertThat(held).as("L3").doesNotContainKeys(locked.items().toArray(ItemId[]::new));
                locked.items()
                        .forEach(item -> held.put(item, new Held(locked.origin().client(), events.size())));
            }
            case RoomEvent.Unlocked unlocked -> {
                assertThat(held).containsKeys(unlocked.items().toArray(ItemId[]::new));
                held.keySet().removeAll(unlocked.items());
            }
            case RoomEvent.Commented commented ->
                assertThat(comments.add(commented.comment())).as("N1").isTrue();
            case RoomEvent.Resolved resolved ->
                assertThat(comments.remove(resolved.comment())).as("N1").isTrue();
            case RoomEvent.Reshaped _, RoomEvent.Renamed _, RoomEvent.Created _ -> {}
        }
    }

    /** What changes nothing is nobody's work (U1). */
    private boolean staysAsItIs(RoomEvent event) {
        return switch (event) {
            case RoomEvent.Moved(var _, var item, var to) -> to.equals(items.get(item));
            case RoomEvent.Finished(var _, var item, var finish) -> Objects.equals(finish, finishes.get(item));
            default -> false;
        };
    }

    private void assertAgrees(Room room) {
        assertThat(room.rev()).as("R1").isEqualTo(events.size());
        assertThat(room.items().values())
                .extracting(Item::item)
                .containsExactlyInAnyOrderElementsOf(room.items().keySet());
        assertThat(room.items().keySet()).isEqualTo(items.keySet());
        assertThat(room.items())
                .allSatisfy((item, standing) -> assertThat(standing.placement()).isEqualTo(items.get(item)));
        assertThat(room.items().values())
                .as("F1")
                .allSatisfy(item -> assertThat(item.finish()).isEqualTo(finishes.get(item.item())));
        assertThat(room.comments().keySet()).as("N1").isEqualTo(comments);
        assertThat(room.items().size()).as("E6").isLessThanOrEqualTo(RandomCrowd.RULES.mostItems());
        var locks = room.locks().all().stream()
                .collect(Collectors.toMap(lock -> lock.item(), lock -> new Held(lock.by(), lock.fence())));
        assertThat(locks).as("L3").isEqualTo(held);
    }
}
