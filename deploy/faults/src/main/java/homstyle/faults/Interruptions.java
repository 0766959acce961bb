package homstyle.faults;

import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ClientId;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.ServerFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long clients were held up by faults.
 *
 * <p>A client's interruption is the longest time in which it tried and got no answer, {@code unavailable} being none,
 * among those times that overlap the fault. Each fault counts once for each client that tried. Where faults overlap, an
 * interruption counts for both, and the two have rows of their own.
 */
public final class Interruptions {
    /** Who waits longer than this after the healing has another trouble, and old faults need not be looked at. */
    private static final long LOOKED_AT = Duration.ofMinutes(5).toNanos();

    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> recent = new ArrayList<>();
    private final Map<String, Waiting> clients = new HashMap<>();

    /** What the clients of one kind of fault met. */
    public record Row(int faults, List<Duration> sorted) {
        public Duration quantile(double part) {
            return sorted.isEmpty()
                    ? Duration.ZERO
                    : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * (sorted.size() - 1))));
        }

        public Duration longest() {
            return quantile(1);
        }
    }

    private static final class Fault {
        final String kind;
        final String target;
        final long struck;
        long healed = Long.MAX_VALUE;
        boolean overlaps;
        final Map<String, Long> longest = new HashMap<>();

        Fault(Line.Struck line) {
            kind = line.fault();
            target = line.target();
            struck = line.at();
        }

        String row() {
            return overlaps ? kind + ", overlapping" : kind;
        }
    }

    private static final class Waiting {
        final Set<RequestId> unanswered = new HashSet<>();
        ClientId client;
        long since;
    }

    private Interruptions() {}

    public static Interruptions in(Path history) throws IOException, Unreadable {
        return in(List.of(history));
    }

    /** Of all histories together. */
    public static Interruptions in(List<Path> histories) throws IOException, Unreadable {
        var interruptions = new Interruptions();
        for (var history : histories) {
            interruptions.clients.clear();
            interruptions.recent.clear();
            new HistoryFile(history).testimony((line, _) -> interruptions.on(line));
        }
        return interruptions;
    }

    public SortedMap<String, Row> byFault() {
        var rows = new TreeMap<String, Row>();
        faults.stream().map(Fault::row).distinct().forEach(name -> rows.put(name, row(name)));
        return rows;
    }

    private Row row(String name) {
        var ofKind = faults.stream().filter(fault -> fault.row().equals(name)).toList();
        var sorted = ofKind.stream()
                .flatMap(fault -> fault.longest.values().stream())
                .sorted()
                .map(Duration::ofNanos)
                .toList();
        return new Row(ofKind.size(), sorted);
    }

    /** A table for people. */
    @Override
    public String toString() {
        var table =
                new StringBuilder("%-28s %7s %10s %10s %10s%n".formatted("fault", "times", "p50", "p99", "longest"));
        byFault()
                .forEach((kind, row) -> table.append("%-28s %7d %8d ms %7d ms %7d ms%n"
                        .formatted(
                                kind,
                                row.faults(),
                                row.quantile(0.5).toMillis(),
                                row.quantile(0.99).toMillis(),
                                row.longest().toMillis())));
        return table.toString();
    }

    private void on(Line line) {
        switch (line) {
            case Line.Struck struck -> strike(new Fault(struck));
            case Line.Healed healed -> heal(healed);
            case Line.Sent sent -> onSent(sent);
            case Line.Got got -> onGot(got);
            case Line.Head _, Line.Connected _, Line.Closed _, Line.Stored _, Line.Pictured _, Line.End _ -> {}
        }
    }

    private void strike(Fault fault) {
        recent.stream().filter(other -> other.healed == Long.MAX_VALUE).forEach(other -> {
            other.overlaps = true;
            fault.overlaps = true;
        });
        faults.add(fault);
        recent.add(fault);
    }

    private void heal(Line.Healed line) {
        recent.removeIf(fault -> fault.healed < line.at() - LOOKED_AT);
        recent.reversed().stream()
                .filter(fault -> fault.kind.equals(line.fault()) && fault.target.equals(line.target()))
                .findFirst()
                .ifPresent(fault -> fault.healed = line.at());
    }

    private void onSent(Line.Sent sent) {
        if (sent.frame() instanceof Request request) {
            var waiting = clients.computeIfAbsent(sent.client(), _ -> new Waiting());
            if (waiting.unanswered.isEmpty()) {
                waiting.since = sent.at();
            }
            waiting.unanswered.add(request.id());
        }
    }

    private void onGot(Line.Got got) {
        var waiting = clients.computeIfAbsent(got.client(), _ -> new Waiting());
        switch (got.frame()) {
            case ServerFrame.Welcome welcome -> waiting.client = welcome.you().client();
            case ServerFrame.Resumed resumed -> waiting.client = resumed.you().client();
            case ServerFrame.Change change -> {
                if (change.by().equals(waiting.client)) {
                    answered(got, waiting, change.id());
                }
            }
            case ServerFrame.Accepted accepted -> answered(got, waiting, accepted.id());
            case ServerFrame.Rejected rejected -> {
                if (rejected.code() != RejectionCode.UNAVAILABLE) {
                    answered(got, waiting, rejected.id());
                }
            }
            case ServerFrame.Clients _,
                    ServerFrame.Joined _,
                    ServerFrame.Left _,
                    ServerFrame.Motion _,
                    ServerFrame.Ping _,
                    ServerFrame.Pong _,
                    ServerFrame.Bye _ -> {}
        }
    }

    private void answered(Line.Got got, Waiting waiting, RequestId id) {
        if (!waiting.unanswered.remove(id)) {
            return;
        }
        var since = waiting.since;
        waiting.since = got.at();
        for (var fault : recent) {
            if (fault.struck <= got.at() && fault.healed >= since) {
                fault.longest.merge(got.client(), got.at() - since, Math::max);
            }
        }
    }
}
