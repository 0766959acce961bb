package homstyle.room;

import homstyle.protocol.UserId;
import homstyle.room.Before.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;

/**
 * What each user can undo and redo (U1, U2).
 *
 * @param users whoever changed the room last stands last
 * @param turns of each thing, since when nobody else has changed it
 */
public record UndoHistory(OrderedPMap<UserId, Steps> users, HashPMap<Thing, Turn> turns) {
    static final int MOST_STEPS = 100;
    /** Of all steps of a user, as groups make many; the latest step is kept whatever its size. */
    static final int MOST_CHANGES = 1_000;
    /** The steps of the others are forgotten, longest without a change first, so that a busy public room stays small. */
    static final int MOST_USERS = 20;
    /** In revisions: a room that never sleeps must not remember all things that ever were in it. */
    static final int COMPACT_EVERY = 1_000;

    static final UndoHistory EMPTY = new UndoHistory(OrderedPMap.empty(), HashTreePMap.empty());

    /** Both newest last. */
    public record Steps(List<Step> undo, List<Step> redo) {
        private static final Steps NONE = new Steps(List.of(), List.of());

        private Steps done(Origin origin, Step step) {
            var reversal = origin.reversal();
            if (origin.id() == null) {
                return continued(reversal, step);
            }
            if (reversal == null) {
                return new Steps(added(undo, step), List.of());
            }
            return switch (reversal.kind()) {
                case UNDO -> new Steps(before(undo, reversal.step()), added(redo, step));
                case REDO -> new Steps(added(undo, step), before(redo, reversal.step()));
            };
        }

        /** A further change of one request belongs to the step of the change just before it. */
        private Steps continued(Reversal reversal, Step step) {
            return reversal != null && reversal.kind() == Reversal.Kind.UNDO
                    ? new Steps(undo, continued(redo, step))
                    : new Steps(continued(undo, step), redo);
        }

        private static List<Step> continued(List<Step> steps, Step further) {
            if (steps.isEmpty() || steps.getLast().rev() != further.rev() - 1) {
                return steps;
            }
            var before = new ArrayList<>(steps.getLast().before());
            before.addAll(further.before());
            var longer = new ArrayList<>(steps.subList(0, steps.size() - 1));
            longer.add(new Step(further.rev(), List.copyOf(before)));
            return latest(longer);
        }

        private static List<Step> added(List<Step> steps, Step step) {
            var longer = new ArrayList<>(steps);
            longer.add(step);
            return latest(longer);
        }

        private static List<Step> latest(List<Step> steps) {
            var first = steps.size() - 1;
            var changes = steps.get(first).changes();
            while (first > 0 && steps.size() - first < MOST_STEPS) {
                changes += steps.get(first - 1).changes();
                if (changes > MOST_CHANGES) {
                    break;
                }
                first--;
            }
            return first == 0 ? steps : List.copyOf(steps.subList(first, steps.size()));
        }

        private static List<Step> before(List<Step> steps, long rev) {
            return steps.stream().takeWhile(step -> step.rev() < rev).toList();
        }

        private Steps map(UnaryOperator<List<Step>> each) {
            return new Steps(each.apply(undo), each.apply(redo));
        }

        private List<Step> of(Reversal.Kind kind) {
            return kind == Reversal.Kind.UNDO ? undo : redo;
        }
    }

    /**
     * What one request changed.
     *
     * @param rev of its last change
     * @param before in the order of the changes
     */
    public record Step(long rev, List<Before> before) {
        private int changes() {
            return before.stream().mapToInt(Before::changes).sum();
        }

        private Step only(Predicate<Before> wanted) {
            return new Step(rev, before.stream().filter(wanted).toList());
        }
    }

    /** @param since the revision of the user's first change of the thing after another's */
    public record Turn(UserId user, long since) {}

    /** @param before what the event changed; null for nothing */
    UndoHistory after(Origin origin, Before before, long rev) {
        var history = rev % COMPACT_EVERY == 0 ? compact() : this;
        return history.with(origin, before, rev);
    }

    private UndoHistory with(Origin origin, Before before, long rev) {
        var user = origin.user();
        if (before == null || user == null) {
            return this;
        }
        var steps = users.getOrDefault(user, Steps.NONE).done(origin, new Step(rev, List.of(before)));
        var turn = turns.get(before.thing());
        var goesOn = turn != null && turn.user().equals(user);
        return new UndoHistory(last(user, steps), goesOn ? turns : turns.plus(before.thing(), new Turn(user, rev)));
    }

    private OrderedPMap<UserId, Steps> last(UserId user, Steps steps) {
        var others = users.minus(user);
        if (others.size() >= MOST_USERS) {
            others = others.minus(others.keySet().iterator().next());
        }
        return others.plus(user, steps);
    }

    /**
     * The user's latest step that can be taken back, without what others have changed since (U2).
     *
     * @param possible whether that state of a thing is still possible at all
     */
    Optional<Step> latest(UserId user, Reversal.Kind kind, Predicate<Before> possible) {
        return users.getOrDefault(user, Steps.NONE).of(kind).reversed().stream()
                .map(step -> step.only(before -> isOwn(user, step, before) && possible.test(before)))
                .filter(step -> !step.before().isEmpty())
                .findFirst();
    }

    private List<Step> own(UserId user, List<Step> steps) {
        return steps.stream()
                .map(step -> step.only(before -> isOwn(user, step, before)))
                .filter(step -> !step.before().isEmpty())
                .toList();
    }

    private boolean isOwn(UserId user, Step step, Before before) {
        var turn = turns.get(before.thing());
        return turn != null && turn.user().equals(user) && turn.since() <= step.rev();
    }

    /**
     * The same to everybody: what others have changed since is void for good, as a turn never begins earlier than it did
     * (U2), and turns are forgotten of things that no step is about.
     */
    UndoHistory compact() {
        var left = OrderedPMap.<UserId, Steps>empty();
        for (var each : users.entrySet()) {
            left = left.plus(each.getKey(), each.getValue().map(steps -> own(each.getKey(), steps)));
        }
        var kept = left.values().stream()
                .flatMap(steps -> Stream.of(steps.undo(), steps.redo()))
                .flatMap(List::stream)
                .flatMap(step -> step.before().stream())
                .map(Before::thing)
                .distinct()
                .filter(turns::containsKey)
                .collect(Collectors.toMap(thing -> thing, turns::get));
        return new UndoHistory(left, HashTreePMap.from(kept));
    }
}
