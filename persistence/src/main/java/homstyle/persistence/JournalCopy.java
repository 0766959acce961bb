package homstyle.persistence;

import homstyle.persistence.CopySide.Fingerprint;
import homstyle.persistence.CopySide.Table;
import java.util.function.Consumer;

/**
 * Copies a journal into another, whatever their databases are. Each persistence id is one transaction: its events and
 * snapshots are written, read again, compared with the original, and only then committed. What is already there and the
 * same stays, so that a copy that was broken off goes on where it was, and one that is repeated adds what came since.
 *
 * <p>Nobody should write to either of them meanwhile.
 */
public final class JournalCopy {
    private final JournalDatabase from;
    private final JournalDatabase to;

    /** What became of a persistence id. */
    public enum Outcome {
        COPIED,
        ALREADY_THERE,
        /** The two have different histories: the target was left as it is. */
        DIFFERENT
    }

    /** @param events how many the original has */
    public record Copied(String persistenceId, long events, Outcome outcome) {}

    private record Whole(Fingerprint events, Fingerprint snapshots) {}

    public JournalCopy(JournalDatabase from, JournalDatabase to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies everything. Creates the target's tables where they are missing.
     *
     * @param listener told of each persistence id, in their order, when it is done
     * @throws JournalUnavailable if one of the two cannot be read or written
     */
    public void run(Consumer<Copied> listener) {
        var ids = from.reader().persistenceIds("");
        to.migrate();
        try (var source = CopySide.reading(from);
                var target = CopySide.writing(to)) {
            for (var id : ids) {
                listener.accept(copy(id, source, target));
            }
        }
    }

    private static Copied copy(String id, CopySide source, CopySide target) {
        var original = whole(id, source);
        var there = whole(id, target);
        var count = original.events().rows();
        if (there.equals(original)) {
            return new Copied(id, count, Outcome.ALREADY_THERE);
        }
        var begun = there.events().rows();
        if (!source.fingerprint(Table.EVENTS, id, begun).equals(there.events())) {
            return new Copied(id, count, Outcome.DIFFERENT);
        }
        target.delete(Table.SNAPSHOTS, id);
        target.write(Table.EVENTS, source, id, begun);
        target.write(Table.SNAPSHOTS, source, id, 0);
        if (!whole(id, target).equals(original)) {
            target.rollback();
            throw new IllegalStateException(
                    "What was written of \"" + id + "\" reads otherwise than what was to be written");
        }
        target.commit();
        return new Copied(id, count, Outcome.COPIED);
    }

    private static Whole whole(String id, CopySide side) {
        return new Whole(
                side.fingerprint(Table.EVENTS, id, Long.MAX_VALUE),
                side.fingerprint(Table.SNAPSHOTS, id, Long.MAX_VALUE));
    }
}
