package homstyle.faults;

import homstyle.protocol.RoomId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds what clients did and saw against the journals, by the rules of the protocol.
 *
 * <p>It reads the file twice, first the journals, and takes time in proportion to its length. In memory are journals and
 * requests, not what clients saw.
 */
public final class Checker {
    private final List<Violation> violations = new ArrayList<>();
    private final Map<RoomId, Evidence> rooms = new LinkedHashMap<>();
    private final Map<String, Witness> witnesses = new HashMap<>();
    private int lines;

    private Checker() {}

    /**
     * @param violations in the order of the history's lines; empty when all is well
     * @param changes how many events the journals have
     */
    public record Verdict(List<Violation> violations, int rooms, int clients, int changes, int lines) {
        public Verdict {
            violations = List.copyOf(violations);
        }

        public boolean isClean() {
            return violations.isEmpty();
        }
    }

    /**
     * @throws IOException when the file cannot be read
     * @throws Unreadable when it is no history, or not a whole one
     */
    public static Verdict check(Path history) throws IOException, Unreadable {
        return new Checker().verdict(new HistoryFile(history));
    }

    private Verdict verdict(HistoryFile history) throws IOException, Unreadable {
        history.journals(this::onJournal);
        history.testimony(this::onLine);
        witnesses.values().forEach(Witness::checkEnd);
        rooms.values().forEach(Evidence::checkOrder);
        rooms.values().forEach(room -> new Replay(room).check());
        violations.sort(Comparator.comparingInt(Violation::line));
        var changes =
                rooms.values().stream().mapToInt(room -> room.journal().size()).sum();
        return new Verdict(violations, rooms.size(), witnesses.size(), changes, lines);
    }

    private void onJournal(Line line, int number) {
        if (line instanceof Line.Stored stored) {
            room(stored.room()).add(stored.change(), number);
        }
    }

    private void onLine(Line line, int number) throws Unreadable {
        lines = number;
        switch (line) {
            case Line.Connected it ->
                witnesses
                        .computeIfAbsent(it.client(), name -> new Witness(name, room(it.room())))
                        .connected(it, number);
            case Line.Sent it -> witness(it.client(), number).sent(it.frame(), number);
            case Line.Got it -> witness(it.client(), number).got(it.frame(), number);
            case Line.Closed it -> witness(it.client(), number).closed(number);
            case Line.Pictured it -> onPicture(it, number);
            case Line.Head _, Line.Struck _, Line.Healed _, Line.Stored _, Line.End _ -> {}
        }
    }

    private void onPicture(Line.Pictured picture, int number) throws Unreadable {
        if (picture.client() != null) {
            witness(picture.client(), number).pictured(picture.state(), number);
        } else {
            room(picture.room()).claim(picture.state(), picture.node(), number, true);
        }
    }

    private Evidence room(RoomId room) {
        return rooms.computeIfAbsent(room, id -> new Evidence(id, violations));
    }

    private Witness witness(String client, int line) throws Unreadable {
        var witness = witnesses.get(client);
        if (witness == null) {
            throw new Unreadable(line, "%s has not connected before".formatted(client));
        }
        return witness;
    }
}
