package homstyle.room;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.Client;
import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ItemId;
import homstyle.protocol.Plan;
import homstyle.protocol.RoomDraft;
import homstyle.protocol.ServerFrame.Accepted;
import homstyle.protocol.ServerFrame.Rejected;
import homstyle.protocol.Sku;
import homstyle.protocol.Title;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** A room without its actor: each decision is applied at once, as if it were stored. */
final class RoomInHand {
    private final List<RoomEvent> events = new ArrayList<>();
    private Room room = Room.NEW;
    private RoomRules rules = Ask.RULES;
    private long now = 1_700_000_000_000L;

    /** A room with these items in it. */
    static RoomInHand with(String... items) {
        var inHand = new RoomInHand();
        for (var item : items) {
            inHand.changes(Guests.OWNER, Ask.place("place-" + item, item));
        }
        return inHand;
    }

    /** A room that was created with these items in it. */
    static RoomInHand created(String... items) {
        var inHand = new RoomInHand();
        var draft = new RoomDraft(null, new Title("Attic"), Plan.DEFAULT);
        var furniture =
                Arrays.stream(items).map(item -> Ask.place(item, item).placed()).toList();
        inHand.apply(inHand.room.create(Guests.OWNER, draft, furniture, inHand.now));
        return inHand;
    }

    Room room() {
        return room;
    }

    long rev() {
        return room.rev();
    }

    long now() {
        return now;
    }

    List<RoomEvent> events() {
        return List.copyOf(events);
    }

    long fence(String item) {
        return room.locks().byItem().get(new ItemId(item)).fence();
    }

    void passes(Duration time) {
        now += time.toMillis();
    }

    /** As after a release whose catalogue has these products and no others. */
    void isOffered(Sku... products) {
        var offered = new HashMap<>(Ask.RULES.products());
        offered.keySet().retainAll(List.of(products));
        rules = new RoomRules(offered, rules.mostItems(), rules.lease());
    }

    Decision decision(Client by, Request request) {
        return room.decide(request, by, rules, now);
    }

    /** Asks for a change that is granted; what happens then. */
    List<RoomEvent> changes(Client by, Request request) {
        var decision = decision(by, request);
        assertThat(decision).isInstanceOf(Decision.Change.class);
        var change = ((Decision.Change) decision).events();
        apply(change);
        return change;
    }

    /** Whether the request changed something. */
    boolean decide(Client by, Request request) {
        if (decision(by, request) instanceof Decision.Change(var change)) {
            apply(change);
            return true;
        }
        return false;
    }

    RoomEvent change(Client by, Request request) {
        var change = changes(by, request);
        assertThat(change).hasSize(1);
        return change.getFirst();
    }

    Rejected refusal(Client by, Request request) {
        return answer(Rejected.class, by, request);
    }

    Accepted accepted(Client by, Request request) {
        return answer(Accepted.class, by, request);
    }

    void apply(List<RoomEvent> change) {
        events.addAll(change);
        room = room.applyAll(change);
    }

    private <A> A answer(Class<A> expected, Client by, Request request) {
        var decision = decision(by, request);
        assertThat(decision).isInstanceOf(Decision.Answer.class);
        var answer = ((Decision.Answer) decision).answer();
        assertThat(answer.id()).isEqualTo(request.id());
        assertThat(answer).isInstanceOf(expected);
        return expected.cast(answer);
    }
}
