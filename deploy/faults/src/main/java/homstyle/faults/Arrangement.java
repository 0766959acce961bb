package homstyle.faults;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ItemId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.UnlockReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What must still follow of a request that is stored as several changes, one after the other (R10). */
final class Arrangement {
    private final Change first;
    private final List<ClientFrame.Step> left;
    private List<ItemId> toRelease;

    Arrangement(Change first, ClientFrame.Arrange request) {
        this.first = first;
        left = new ArrayList<>(request.steps());
        toRelease = request.released();
    }

    /** Takes the change out of what must follow. @return whether it belongs there */
    boolean take(Change change) {
        if (!change.by().equals(first.by()) || change != first && change.id() != null) {
            return false;
        }
        if (left.isEmpty()) {
            var isRelease = change instanceof ServerFrame.Unlocked unlocked
                    && unlocked.reason() == UnlockReason.RELEASED
                    && unlocked.items().equals(toRelease);
            toRelease = List.of();
            return isRelease;
        }
        return left.stream()
                .filter(step -> isStep(step, change))
                .findFirst()
                .map(left::remove)
                .orElse(false);
    }

    boolean isOver() {
        return left.isEmpty() && toRelease.isEmpty();
    }

    /** @return null for a change that is not asked for by such a request */
    static Long fence(Request request, Change change) {
        return request instanceof ClientFrame.Arrange(var _, var steps, var _)
                ? steps.stream()
                        .filter(step -> isStep(step, change))
                        .map(Arrangement::fence)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static Long fence(ClientFrame.Step step) {
        return switch (step) {
            case ClientFrame.Place _ -> null;
            case ClientFrame.Move move -> move.fence();
            case ClientFrame.Remove remove -> remove.fence();
        };
    }

    static boolean isStep(ClientFrame.Step step, Change change) {
        return switch (step) {
            case ClientFrame.Place it ->
                change instanceof ServerFrame.Placed done
                        && it.item().equals(done.item())
                        && it.sku().equals(done.sku())
                        && it.x() == done.x()
                        && it.y() == done.y()
                        && it.rotation() == done.rotation()
                        && Objects.equals(it.finish(), done.finish());
            case ClientFrame.Move it ->
                change instanceof ServerFrame.Moved done
                        && it.item().equals(done.item())
                        && it.x() == done.x()
                        && it.y() == done.y()
                        && it.rotation() == done.rotation();
            case ClientFrame.Remove it ->
                change instanceof ServerFrame.Removed done && it.item().equals(done.item());
        };
    }

    @Override
    public String toString() {
        return "revision %d began what is to go on with %s".formatted(first.rev(), left.isEmpty() ? toRelease : left);
    }
}
