package homstyle.faults;

import homstyle.faults.Evidence.Asked;
import homstyle.faults.Evidence.Claim;
import homstyle.faults.Evidence.Renewal;
import homstyle.faults.Evidence.Stored;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.UnlockReason;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through a room's journal from the beginning: whether each change was asked for and allowed by the state it met,
 * and whether the pictures that clients and nodes had on the way are the room's.
 */
final class Replay {
    private final Evidence evidence;
    private final Picture picture = new Picture();
    private final ArrayDeque<Claim> claims;
    private final Map<Grant, Long> ended = new HashMap<>();
    private final TakenBack takenBack = new TakenBack(picture);
    private boolean furnishing = true;
    private Release released;
    private ClientId asker;
    private Stored stored;
    /** The request whose changes are being gone through, which only the first of them names; null for none. */
    private Asked underWay;
    /** Null while nothing must follow. */
    private Arrangement group;

    /** What was changed and released in one (R9), at which revision and by whom. */
    private record Release(long rev, ClientId by, ItemId item) {}

    private record Grant(ItemId item, long fence) {}

    Replay(Evidence evidence) {
        this.evidence = evidence;
        claims = new ArrayDeque<>(evidence.claims().stream()
                .sorted(Comparator.comparingLong(claim -> claim.picture().rev()))
                .toList());
    }

    void check() {
        compare();
        for (var next : evidence.journal()) {
            stored = next;
            var change = next.change();
            if (change.rev() != picture.rev() + 1) {
                violate("R1", "it stands where revision %d belongs".formatted(picture.rev() + 1));
            }
            checkRelease(change);
            checkGroup(change);
            checkState(change);
            checkOrigin(change);
            noteEnds(change);
            takenBack.note(change);
            picture.follow(change);
            checkTakenBack(change);
            compare();
        }
        if (group != null) {
            violate("R10", "%s, and nothing follows".formatted(group));
        }
        evidence.renewals().forEach(this::checkRenewal);
        claims.forEach(claim -> contradict("R2", claim, "the journal ends at %d".formatted(evidence.head())));
    }

    // ---- What the state allows ----

    private void checkState(Change change) {
        switch (change) {
            case ServerFrame.Created _ -> {
                if (change.rev() != 1) {
                    violate("R1", "the room is created, but there is something before");
                }
            }
            case ServerFrame.Placed placed -> {
                if (picture.has(placed.item())) {
                    violate("E3", "%s is placed, but is there already".formatted(placed.item()));
                }
            }
            case ServerFrame.Moved moved -> checkChanged(moved, moved.item());
            case ServerFrame.Finished finished -> checkChanged(finished, finished.item());
            case ServerFrame.Removed removed -> checkChanged(removed, removed.item());
            case ServerFrame.Reshaped reshaped -> checkChanged(reshaped, ItemId.PLAN);
            case ServerFrame.Locked locked -> locked.items().forEach(item -> checkGranted(locked, item));
            case ServerFrame.Unlocked unlocked -> unlocked.items().forEach(item -> checkGivenBack(unlocked, item));
            case ServerFrame.Renamed _, ServerFrame.Commented _, ServerFrame.Resolved _ -> {}
        }
    }

    /** L2: who changes it holds it, and the request carried the fence of just this grant. */
    private void checkChanged(Change change, ItemId item) {
        checkThere(item);
        var lock = picture.lock(item);
        if (takesBack(change)) {
            if (lock != null && !lock.by().equals(change.by())) {
                violate("U1", "%s takes %s back, which %s holds".formatted(change.by(), item, lock.by()));
            }
        } else if (lock == null) {
            violate("L2", "%s changes %s, which nobody holds".formatted(change.by(), item));
        } else if (!lock.by().equals(change.by())) {
            violate("L2", "%s changes %s, which %s holds".formatted(change.by(), item, lock.by()));
        } else {
            var fence = fence(underWay, change);
            if (fence != null && fence != lock.fence()) {
                var what = "%s changes %s with fence %d; that of its lock is %d";
                violate("L2", what.formatted(change.by(), item, fence, lock.fence()));
            }
        }
    }

    /** U1: what is taken back is as it was at some time before. */
    private void checkTakenBack(Change change) {
        if (takesBack(change) && !takenBack.isAsBefore(change)) {
            violate("U1", "%s takes back what never was so: %s".formatted(change.by(), change));
        }
    }

    private boolean takesBack(Change change) {
        return underWay != null
                && TakenBack.isPossible(change)
                && (underWay.request() instanceof ClientFrame.Undo || underWay.request() instanceof ClientFrame.Redo);
    }

    private void checkGranted(ServerFrame.Locked locked, ItemId item) {
        checkThere(item);
        var lock = picture.lock(item);
        if (lock != null) {
            violate("L3", "%s is granted to %s while %s holds it".formatted(item, locked.by(), lock.by()));
        }
    }

    private void checkGivenBack(ServerFrame.Unlocked unlocked, ItemId item) {
        var lock = picture.lock(item);
        if (lock == null) {
            violate("L7", "%s is unlocked, but nobody holds it".formatted(item));
        } else if (unlocked.reason() != UnlockReason.FORCED && !lock.by().equals(unlocked.by())) {
            violate("L7", "%s unlocks %s, which %s holds".formatted(unlocked.by(), item, lock.by()));
        }
    }

    private void noteEnds(Change change) {
        switch (change) {
            case ServerFrame.Unlocked unlocked -> unlocked.items().forEach(item -> noteEnd(item, change.rev()));
            case ServerFrame.Removed removed -> noteEnd(removed.item(), change.rev());
            case ServerFrame.Created _,
                    ServerFrame.Placed _,
                    ServerFrame.Moved _,
                    ServerFrame.Finished _,
                    ServerFrame.Locked _,
                    ServerFrame.Reshaped _,
                    ServerFrame.Renamed _,
                    ServerFrame.Commented _,
                    ServerFrame.Resolved _ -> {}
        }
    }

    private void noteEnd(ItemId item, long rev) {
        var lock = picture.lock(item);
        if (lock != null) {
            ended.put(new Grant(item, lock.fence()), rev);
        }
    }

    /** L4: of what this grant gave, something must still be held. */
    private void checkRenewal(Renewal renewal) {
        if (renewal.items().stream().allMatch(item -> hadEnded(item, renewal))) {
            var what = "its lock on %s is renewed, but it had seen that end";
            evidence.add(new Violation(
                    "L4",
                    evidence.room,
                    renewal.fence(),
                    renewal.client(),
                    renewal.line(),
                    what.formatted(renewal.items())));
        }
    }

    private boolean hadEnded(ItemId item, Renewal renewal) {
        var end = ended.get(new Grant(item, renewal.fence()));
        return end != null && end <= renewal.since();
    }

    private void checkThere(ItemId item) {
        if (!picture.has(item)) {
            violate("E3", "there is no %s in the room".formatted(item));
        }
    }

    /** R9: nothing comes between a change that releases and its release. */
    private void checkRelease(Change change) {
        if (released != null && !isReleaseOf(released, change)) {
            violate("R9", "revision %d released %s, and this follows".formatted(released.rev(), released.item()));
        }
    }

    /** R10: the changes of one request follow each other, until all are there. */
    private void checkGroup(Change change) {
        var goesOn = group;
        group = null;
        if (goesOn != null && !goesOn.take(change)) {
            violate("R10", "%s, and this follows".formatted(goesOn));
            goesOn = null;
        }
        if (change.id() != null || underWay == null || !isFurther(change, goesOn)) {
            underWay = asked(change);
            asker = change.by();
        }
        if (change.id() != null && underWay != null && underWay.request() instanceof ClientFrame.Arrange request) {
            goesOn = new Arrangement(change, request);
            goesOn.take(change);
        }
        group = goesOn == null || goesOn.isOver() ? null : goesOn;
    }

    /** Whether a change without an id belongs to the request of the one before it. */
    private boolean isFurther(Change change, Arrangement goesOn) {
        var takesBack =
                underWay.request() instanceof ClientFrame.Undo || underWay.request() instanceof ClientFrame.Redo;
        return goesOn != null || takesBack && change.by().equals(asker) && TakenBack.isPossible(change);
    }

    private static boolean isReleaseOf(Release released, Change change) {
        return change instanceof ServerFrame.Unlocked unlocked
                && unlocked.reason() == UnlockReason.RELEASED
                && unlocked.id() == null
                && unlocked.by().equals(released.by())
                && unlocked.items().equals(List.of(released.item()));
    }

    // ---- Who asked for it ----

    private void checkOrigin(Change change) {
        var askedFor = asked(change);
        if (change.id() != null && askedFor == null) {
            violate("R7", "%s never sent request %s".formatted(change.by(), change.id()));
        } else if (change.id() == null && underWay == null && !isTheRoomsOwn(change)) {
            violate("R7", "nobody asked for %s".formatted(change));
        } else if (askedFor != null && !isWhatWasAsked(askedFor.request(), change)) {
            violate(
                    "R7",
                    "it is %s; asked for in line %d was %s".formatted(change, askedFor.line(), askedFor.request()));
        }
        furnishing = furnishing && change.id() == null;
        released = askedFor == null ? null : release(askedFor.request(), change);
    }

    /** Null for a change that keeps the lock. */
    private static Release release(Request request, Change change) {
        return switch (change) {
            case ServerFrame.Moved moved
            when request instanceof ClientFrame.Move move && move.release() ->
                new Release(moved.rev(), moved.by(), moved.item());
            case ServerFrame.Finished done
            when request instanceof ClientFrame.Finish finish && finish.release() ->
                new Release(done.rev(), done.by(), done.item());
            default -> null;
        };
    }

    /** What is stored without a request: a room's creation, the second half of a release, the end of a lease. */
    private boolean isTheRoomsOwn(Change change) {
        return switch (change) {
            case ServerFrame.Created _, ServerFrame.Placed _ -> furnishing;
            case ServerFrame.Unlocked unlocked ->
                switch (unlocked.reason()) {
                    case EXPIRED, LEFT -> true;
                    case RELEASED -> released != null;
                    case FORCED -> false;
                };
            case ServerFrame.Moved _,
                    ServerFrame.Finished _,
                    ServerFrame.Removed _,
                    ServerFrame.Locked _,
                    ServerFrame.Reshaped _,
                    ServerFrame.Renamed _,
                    ServerFrame.Commented _,
                    ServerFrame.Resolved _ -> false;
        };
    }

    private static boolean isWhatWasAsked(Request request, Change change) {
        return switch (request) {
            case ClientFrame.Step step -> Arrangement.isStep(step, change);
            case ClientFrame.Arrange it -> it.steps().stream().anyMatch(step -> Arrangement.isStep(step, change));
            case ClientFrame.Finish it ->
                change instanceof ServerFrame.Finished done
                        && it.item().equals(done.item())
                        && it.finish().equals(done.finish());
            case ClientFrame.Lock it ->
                change instanceof ServerFrame.Locked done && it.items().containsAll(done.items());
            case ClientFrame.Unlock it ->
                change instanceof ServerFrame.Unlocked done
                        && it.items().equals(done.items())
                        && done.reason() == (it.force() ? UnlockReason.FORCED : UnlockReason.RELEASED);
            case ClientFrame.Reshape it ->
                change instanceof ServerFrame.Reshaped done
                        && (it.keepsObstacles() ? it.plan().with(done.obstacles()) : it.plan()).equals(done.plan());
            case ClientFrame.Rename it ->
                change instanceof ServerFrame.Renamed done && it.title().equals(done.title());
            case ClientFrame.Comment it ->
                change instanceof ServerFrame.Commented done
                        && it.comment().equals(done.comment())
                        && it.item().equals(done.item())
                        && it.text().equals(done.text());
            case ClientFrame.Resolve it ->
                change instanceof ServerFrame.Resolved done && it.comment().equals(done.comment());
            case ClientFrame.Undo _, ClientFrame.Redo _ -> TakenBack.isPossible(change);
        };
    }

    private Asked asked(Change change) {
        return change.id() == null ? null : evidence.asked(change.by(), change.id());
    }

    private static Long fence(Asked asked, Change change) {
        return switch (asked == null ? null : asked.request()) {
            case ClientFrame.Move move -> move.fence();
            case ClientFrame.Finish finish -> finish.fence();
            case ClientFrame.Remove remove -> remove.fence();
            case ClientFrame.Arrange arrange -> Arrangement.fence(arrange, change);
            case ClientFrame.Reshape reshape -> reshape.fence();
            case null -> null;
            case ClientFrame.Place _,
                    ClientFrame.Lock _,
                    ClientFrame.Unlock _,
                    ClientFrame.Rename _,
                    ClientFrame.Comment _,
                    ClientFrame.Resolve _,
                    ClientFrame.Undo _,
                    ClientFrame.Redo _ -> null;
        };
    }

    // ---- What the others saw ----

    private void compare() {
        while (!claims.isEmpty() && claims.peek().picture().rev() <= picture.rev()) {
            var claim = claims.remove();
            picture.differenceTo(claim.picture())
                    .ifPresent(difference -> contradict("R3", claim, "its picture has " + difference));
            if (claim.isFinal() && claim.picture().rev() < evidence.head()) {
                contradict("R3", claim, "its last picture is old, the journal is at %d".formatted(evidence.head()));
            }
        }
    }

    private void contradict(String rule, Claim claim, String what) {
        evidence.add(new Violation(rule, evidence.room, claim.picture().rev(), claim.client(), claim.line(), what));
    }

    private void violate(String rule, String what) {
        evidence.violate(stored, rule, what);
    }
}
