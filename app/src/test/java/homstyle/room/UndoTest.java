package homstyle.room;

import static homstyle.room.Ask.drop;
import static homstyle.room.Ask.lock;
import static homstyle.room.Ask.place;
import static homstyle.room.Ask.redo;
import static homstyle.room.Ask.remove;
import static homstyle.room.Ask.rename;
import static homstyle.room.Ask.reshape;
import static homstyle.room.Ask.undo;
import static homstyle.room.Ask.unlock;
import static homstyle.room.Guests.BLUE;
import static homstyle.room.Guests.OWNER;
import static homstyle.room.Guests.RED;
import static homstyle.room.Guests.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import homstyle.protocol.Client;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientId;
import homstyle.protocol.Corner;
import homstyle.protocol.FinishId;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.Obstacle;
import homstyle.protocol.Opening;
import homstyle.protocol.Plan;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.Title;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What a room makes of {@code undo} and {@code redo}. */
class UndoTest {
    private static final Plan SMALLER = Plan.rectangle(3_000, 3_000, 2_400);

    private int requests;

    /** What undo is about: not the locks, nor who remembers what. */
    private record Sight(Title title, Plan plan, Map<ItemId, Item> items) {
        static Sight of(RoomInHand room) {
            return new Sight(
                    room.room().title(),
                    room.room().plan(),
                    Map.copyOf(room.room().items()));
        }
    }

    @Test
    @DisplayName("U1: undo takes back each kind of change, latest first, and redo does them again")
    void takesBackEveryKind() {
        var room = new RoomInHand();
        var sights = new ArrayList<>(List.of(Sight.of(room)));
        room.change(RED, place("r1", "sofa"));
        sights.add(Sight.of(room));
        move(room, RED, "sofa", 1_500);
        sights.add(Sight.of(room));
        finish(room, RED, "sofa", Ask.OAK);
        sights.add(Sight.of(room));
        finish(room, RED, "sofa", Ask.BIRCH);
        sights.add(Sight.of(room));
        room.changes(RED, lock("r2", "plan"));
        room.change(RED, reshape("r3", SMALLER, room.fence("plan")));
        sights.add(Sight.of(room));
        room.change(RED, rename("r4", "Hemma"));
        sights.add(Sight.of(room));
        room.changes(RED, lock("r5", "sofa"));
        room.change(RED, remove("r6", "sofa", room.fence("sofa")));
        sights.add(Sight.of(room));

        for (var sight : sights.reversed().subList(1, sights.size())) {
            room.changes(RED, undo(next()));
            assertThat(Sight.of(room)).isEqualTo(sight);
        }
        for (var sight : sights.subList(1, sights.size())) {
            room.changes(RED, redo(next()));
            assertThat(Sight.of(room)).isEqualTo(sight);
        }
    }

    @Test
    @DisplayName(
            "U1: an undo is an ordinary change that carries the request's id and says in the journal what it takes back")
    void isAnOrdinaryChange() {
        var room = RoomInHand.with("sofa");
        move(room, RED, "sofa", 1_500);
        var moved = room.rev() - 1;

        var event = room.change(RED, undo("r9"));

        assertThat(event).isInstanceOf(RoomEvent.Moved.class);
        assertThat(event.origin().id()).hasToString("r9");
        assertThat(event.origin().reversal()).isEqualTo(new Reversal(Reversal.Kind.UNDO, moved));
        assertThat(room.accepted(RED, undo("r9")).rev()).as("R5").isEqualTo(room.rev());
    }

    @Test
    @DisplayName(
            "F1, U1: undo gives a piece its earlier finish where it stands now; the first choice leaves it without one")
    void takesBackAFinish() {
        var room = RoomInHand.with("sofa");
        finish(room, RED, "sofa", Ask.OAK);

        var event = room.change(RED, undo(next()));
        assertThat(event).isEqualTo(new RoomEvent.Finished(event.origin(), new ItemId("sofa"), null));
        assertThat(finishOf(room, "sofa")).isNull();

        room.changes(RED, redo(next()));
        assertThat(finishOf(room, "sofa")).isEqualTo(Ask.OAK);
    }

    @Test
    @DisplayName("F1, U2: whoever gives a piece another finish has changed it: another's step of it is void")
    void finishesAreOfThePiece() {
        var room = RoomInHand.with("sofa");
        move(room, RED, "sofa", 1_500);
        finish(room, BLUE, "sofa", Ask.OAK);

        assertThat(room.refusal(RED, undo(next())).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);
        room.changes(BLUE, undo(next()));
        assertThat(x(room, "sofa")).isEqualTo(1_500);
    }

    @Test
    @DisplayName("F1, U1: a piece that comes back has its finish; the finish that it has already is no step")
    void comesBackInItsFinish() {
        var room = RoomInHand.with("sofa");
        finish(room, RED, "sofa", Ask.OAK);
        finish(room, RED, "sofa", Ask.OAK);
        room.changes(RED, lock(next(), "sofa"));
        room.change(RED, remove(next(), "sofa", room.fence("sofa")));

        room.changes(RED, undo(next()));
        assertThat(finishOf(room, "sofa")).isEqualTo(Ask.OAK);
        room.changes(RED, undo(next()));
        assertThat(finishOf(room, "sofa")).isNull();
    }

    @Test
    @DisplayName("U1: each user takes back only what is theirs")
    void leavesTheOthersWork() {
        var room = RoomInHand.with("sofa", "lamp");
        move(room, RED, "sofa", 1_500);
        move(room, BLUE, "lamp", 3_000);

        room.changes(RED, undo(next()));

        assertThat(x(room, "sofa")).isEqualTo(1_000);
        assertThat(x(room, "lamp")).isEqualTo(3_000);
    }

    @Test
    @DisplayName("U1: two tabs of one user share what can be undone")
    void isTheUsers() {
        var room = RoomInHand.with("sofa");
        move(room, RED, "sofa", 1_500);
        var otherTab = new Client(new ClientId("red-2"), RED.user(), RED.name(), RED.color(), RED.role());

        room.changes(otherTab, undo(next()));

        assertThat(x(room, "sofa")).isEqualTo(1_000);
    }

    @Test
    @DisplayName("U1: a new change empties the redo list; one that changes nothing does not, and is no step")
    void forgetsWhatCouldBeRedone() {
        var room = RoomInHand.with("sofa", "lamp");
        move(room, RED, "sofa", 1_500);
        room.changes(RED, undo(next()));
        room.change(RED, rename(next(), room.room().title().value()));
        move(room, RED, "sofa", 1_000, 0);
        room.changes(RED, redo(next()));
        assertThat(x(room, "sofa")).isEqualTo(1_500);

        room.changes(RED, undo(next()));
        move(room, RED, "lamp", 3_000);
        assertThat(room.refusal(RED, redo(next())).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);
    }

    @Test
    @DisplayName("U1: undo needs no lock, and does not end one's own; it is refused while someone else holds the item")
    void respectsLocks() {
        var room = RoomInHand.with("sofa");
        move(room, RED, "sofa", 1_500);
        room.changes(BLUE, lock(next(), "sofa"));

        var refusal = room.refusal(RED, undo(next()));
        assertThat(refusal.code()).isEqualTo(RejectionCode.LOCKED);
        assertThat(refusal.holder()).isEqualTo(BLUE.client());

        room.changes(BLUE, unlock(next(), "sofa"));
        room.changes(RED, lock(next(), "sofa"));
        var fence = room.fence("sofa");
        room.changes(RED, undo(next()));
        assertThat(x(room, "sofa")).isEqualTo(1_000);
        assertThat(room.fence("sofa")).isEqualTo(fence);
    }

    @Test
    @DisplayName("U2: what another user has changed since is skipped and forgotten, even where it is back as it was")
    void skipsWhatOthersChanged() {
        var room = RoomInHand.with("sofa", "lamp");
        move(room, RED, "lamp", 2_500);
        move(room, RED, "sofa", 1_500);
        move(room, RED, "sofa", 2_000);
        move(room, BLUE, "sofa", 1_500);

        room.changes(RED, undo(next()));

        assertThat(x(room, "sofa")).isEqualTo(1_500);
        assertThat(x(room, "lamp")).isEqualTo(1_000);
        assertThat(room.refusal(RED, undo(next())).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);
    }

    @Test
    @DisplayName("U2: with nothing left the answer is nothing-to-undo, which costs no revision")
    void endsSomewhere() {
        var room = RoomInHand.with("sofa");
        var before = room.rev();

        assertThat(room.refusal(RED, undo(next())).message()).contains("undo");
        assertThat(room.refusal(RED, redo(next())).message()).contains("redo");
        assertThat(room.refusal(VIEWER, undo(next())).code()).isEqualTo(RejectionCode.FORBIDDEN);
        assertThat(room.rev()).isEqualTo(before);
    }

    @Test
    @DisplayName("U1: a hundred steps of a user are kept, and those of the twenty users who changed the room last")
    void isBounded() {
        var room = RoomInHand.with("sofa");
        for (int x = 1; x <= 130; x++) {
            move(room, RED, "sofa", x);
        }
        for (int step = 0; step < UndoHistory.MOST_STEPS; step++) {
            room.changes(RED, undo(next()));
        }
        assertThat(x(room, "sofa")).isEqualTo(30);
        assertThat(room.refusal(RED, undo(next())).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);

        for (int user = 0; user < UndoHistory.MOST_USERS; user++) {
            room.change(Guests.editor("guest" + user), rename(next(), "Room " + user));
        }
        assertThat(room.refusal(RED, redo(next())).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);
        room.changes(Guests.editor("guest" + (UndoHistory.MOST_USERS - 1)), undo(next()));
        assertThat(room.room().title()).hasToString("Room " + (UndoHistory.MOST_USERS - 2));
    }

    @Test
    @DisplayName("U1, E6: taking a removal back is refused while the room is full")
    void doesNotOverfill() {
        var room = RoomInHand.with("one", "two", "three", "four");
        room.changes(RED, lock(next(), "one"));
        room.change(RED, remove(next(), "one", room.fence("one")));
        room.change(BLUE, place(next(), "five"));

        assertThat(room.refusal(RED, undo(next())).code()).isEqualTo(RejectionCode.ROOM_FULL);
    }

    @Test
    @DisplayName("U2: when a product has left the catalogue, what cannot be taken back without it is skipped too")
    void skipsWhatIsNotOffered() {
        var room = new RoomInHand();
        room.change(RED, rename(next(), "Hall"));
        room.change(RED, place(next(), "chair"));
        room.changes(RED, lock(next(), "chair"));
        room.change(RED, remove(next(), "chair", room.fence("chair")));

        room.isOffered();
        assertThat(room.change(RED, undo(next()))).isInstanceOf(RoomEvent.Renamed.class);
        assertThat(room.refusal(RED, undo(next())).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);
    }

    @Test
    @DisplayName(
            "U1: a piece whose product has left the catalogue goes back where it stood, and can go, but not come back")
    void takesBackWhatIsNotOffered() {
        var room = new RoomInHand();
        room.change(RED, place(next(), "chair"));
        move(room, RED, "chair", 1_500);

        room.isOffered();
        room.changes(RED, undo(next()));
        assertThat(x(room, "chair")).isEqualTo(1_000);
        assertThat(room.change(RED, undo(next()))).isInstanceOf(RoomEvent.Removed.class);
        assertThat(room.refusal(RED, redo(next())).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);
    }

    @Test
    @DisplayName("U2: nor can be done again what needs a product that has left the catalogue")
    void skipsWhatIsNotOfferedAgain() {
        var room = new RoomInHand();
        room.change(RED, place(next(), "chair"));
        room.changes(RED, lock(next(), "chair"));
        room.change(RED, remove(next(), "chair", room.fence("chair")));
        room.change(RED, rename(next(), "Hall"));
        for (int step = 0; step < 3; step++) {
            room.changes(RED, undo(next()));
        }

        room.isOffered();
        assertThat(room.change(RED, redo(next()))).isInstanceOf(RoomEvent.Renamed.class);
        assertThat(room.refusal(RED, redo(next())).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);
    }

    @Test
    @DisplayName("U1: what a room is created with is nobody's to undo")
    void keepsWhatItWasCreatedWith() {
        var room = RoomInHand.created("sofa");

        assertThat(room.refusal(OWNER, undo(next())).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);
    }

    @Test
    @DisplayName("U1: of groups fewer steps are kept, so that a room stays small, and the latest whatever its size")
    void keepsSoManyChanges() {
        var history = UndoHistory.EMPTY;
        var rev = 0L;
        for (int group = 0; group < 40; group++) {
            var origin = Origin.of(RED, new RequestId("group-" + group), 0);
            for (int item = 0; item < ClientFrame.MOST_ITEMS; item++) {
                history = history.after(
                        item == 0 ? origin : origin.further(), new Before.Absent(new ItemId("item-" + item)), ++rev);
            }
        }
        var kept = history.users().get(RED.user()).undo();
        assertThat(kept).hasSize(UndoHistory.MOST_CHANGES / ClientFrame.MOST_ITEMS);
        assertThat(kept).allSatisfy(step -> assertThat(step.before()).hasSize(ClientFrame.MOST_ITEMS));
        assertThat(kept.getLast().rev()).isEqualTo(rev);
    }

    @Test
    @DisplayName(
            "U1, U2: a room that never sleeps remembers no more of things that no step is about, and judges as before")
    void forgetsInTime() {
        var room = RoomInHand.with("sofa");
        move(room, RED, "sofa", 1_500);
        move(room, BLUE, "sofa", 2_000);
        for (int things = 0; things < 3_000; things++) {
            var lamp = "lamp-" + things;
            room.change(OWNER, place(next(), lamp));
            room.changes(OWNER, lock(next(), lamp));
            room.change(OWNER, remove(next(), lamp, room.fence(lamp)));
        }

        assertThat(room.room().history().turns().size()).isLessThan(UndoHistory.MOST_STEPS + UndoHistory.COMPACT_EVERY);
        assertThat(room.refusal(RED, undo(next())).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);
        room.changes(BLUE, undo(next()));
        assertThat(x(room, "sofa")).isEqualTo(1_500);
        for (int step = 0; step < UndoHistory.MOST_STEPS; step++) {
            room.changes(OWNER, undo(next()));
        }
        assertThat(room.refusal(OWNER, undo(next())).code()).isEqualTo(RejectionCode.NOTHING_TO_UNDO);
    }

    @Test
    @DisplayName("U1, U2: a room that many reshape remembers few plans, and is read as fast as any when it wakes")
    void forgetsPlans() throws IOException {
        var room = new RoomInHand();
        for (int user = 0; user < 3; user++) {
            var guest = Guests.editor("guest" + user);
            room.changes(guest, lock(next(), "plan"));
            for (int height = 0; height < UndoHistory.MOST_STEPS; height++) {
                room.change(guest, reshape(next(), largest(2_000 + height), room.fence("plan")));
            }
            room.changes(guest, unlock(next(), "plan"));
        }

        var compact = room.room().compact(0);
        var snapshot = JsonMapper.builder().build().writeValueAsBytes(RoomSnapshot.of(compact));
        assertThat(snapshot.length).isLessThan(1 << 20);
    }

    /** As many corners, openings and obstacles as there may be. */
    private static Plan largest(int height) {
        var corners = IntStream.range(0, 64)
                .mapToObj(i -> Math.TAU * i / 64)
                .map(angle -> new Corner(
                        (int) (-30_000 + 19_999 * Math.cos(angle)), (int) (-30_000 + 19_999 * Math.sin(angle))))
                .toList();
        var opening =
                new Opening(Opening.Kind.PASSAGE, 63, 900, 1_000, 1_000, 500, Opening.Hinge.RIGHT, Opening.Swing.OUT);
        var obstacle = new Obstacle(Obstacle.Kind.RADIATOR, -30_000, -30_000, 10_000, 10_000, 10_000, 359);
        return new Plan(corners, height, Collections.nCopies(64, opening), Collections.nCopies(32, obstacle));
    }

    @Test
    @DisplayName("U2: a step of which nothing is left is forgotten when the room is stored, and what is left is undone")
    void forgetsVoidSteps() {
        var room = RoomInHand.with("sofa", "lamp");
        move(room, RED, "sofa", 1_500);
        move(room, RED, "lamp", 2_500);
        move(room, BLUE, "sofa", 2_000);

        var stored = room.room().compact(0).history();
        assertThat(stored.users().get(RED.user()).undo()).hasSize(1);
        assertThat(stored.latest(RED.user(), Reversal.Kind.UNDO, _ -> true))
                .isEqualTo(room.room().history().latest(RED.user(), Reversal.Kind.UNDO, _ -> true));
        assertThat(stored.latest(BLUE.user(), Reversal.Kind.UNDO, _ -> true))
                .isEqualTo(room.room().history().latest(BLUE.user(), Reversal.Kind.UNDO, _ -> true));
    }

    @RepeatedTest(20)
    @DisplayName(
            "U1: whoever undoes a lot and redoes as much has the room as it was, whatever others do elsewhere meanwhile")
    void comesBack(RepetitionInfo run) {
        var seed = Long.getLong("homstyle.seed", System.nanoTime()) + run.getCurrentRepetition();
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var room = RoomInHand.with("sofa", "lamp", "mine");
        for (int turn = 0; turn < 60; turn++) {
            act(room, RED, List.of("sofa", "lamp"), random);
            if (random.nextInt(3) == 0) {
                room.decide(RED, random.nextBoolean() ? undo(next()) : redo(next()));
            }
        }
        var before = Sight.of(room);
        int undone = 0;
        for (int wanted = random.nextInt(1, 80); undone < wanted && room.decide(RED, undo(next())); undone++) {
            move(room, BLUE, "mine", random.nextInt(5_000));
        }
        for (int redone = 0; redone < undone; redone++) {
            assertThat(room.decide(RED, redo(next())))
                    .as("redo %d of %d, seed %d", redone, undone, seed)
                    .isTrue();
        }

        assertThat(without(Sight.of(room), "mine")).as("seed %d", seed).isEqualTo(without(before, "mine"));
    }

    private void act(RoomInHand room, Client by, List<String> items, RandomGenerator random) {
        var item = items.get(random.nextInt(items.size()));
        var isThere = room.room().items().containsKey(new ItemId(item));
        switch (random.nextInt(7)) {
            case 0 -> room.change(by, rename(next(), "Room " + requests));
            case 1 -> {
                room.changes(by, lock(next(), "plan"));
                var side = random.nextInt(2_000, 9_000);
                room.change(by, reshape(next(), Plan.rectangle(side, side, 2_400), room.fence("plan")));
                room.changes(by, unlock(next(), "plan"));
            }
            case 2 -> {
                if (isThere) {
                    room.changes(by, lock(next(), item));
                    room.change(by, remove(next(), item, room.fence(item)));
                }
            }
            case 3 -> {
                if (isThere) {
                    finish(room, by, item, random.nextBoolean() ? Ask.OAK : Ask.BIRCH);
                }
            }
            default -> {
                if (isThere) {
                    move(room, by, item, random.nextInt(5_000));
                } else {
                    room.change(by, place(next(), item));
                }
            }
        }
    }

    private static Sight without(Sight sight, String item) {
        var items = sight.items().entrySet().stream()
                .filter(entry -> !entry.getKey().value().equals(item))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Sight(sight.title(), sight.plan(), items);
    }

    private void move(RoomInHand room, Client by, String item, int x) {
        room.changes(by, lock(next(), item));
        room.changes(by, drop(next(), item, x, room.fence(item)));
    }

    private void move(RoomInHand room, Client by, String item, int x, int rotation) {
        room.changes(by, lock(next(), item));
        room.changes(by, Ask.drop(next(), item, x, rotation, room.fence(item)));
    }

    private void finish(RoomInHand room, Client by, String item, FinishId finish) {
        room.changes(by, lock(next(), item));
        room.changes(by, Ask.finish(next(), item, finish, room.fence(item)));
    }

    private static FinishId finishOf(RoomInHand room, String item) {
        return room.room().items().get(new ItemId(item)).finish();
    }

    private static int x(RoomInHand room, String item) {
        return room.room().items().get(new ItemId(item)).x();
    }

    private String next() {
        return "n" + ++requests;
    }
}
