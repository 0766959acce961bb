package homstyle.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import homstyle.persistence.JournalReader;
import homstyle.persistence.StoredEvent;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame.Change;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;

/** Reads rooms' events from the journal past the rooms themselves, so that a long read holds up nobody (R4). */
public final class RoomJournal {
    private static final ObjectReader EVENT = JsonMapper.builder().build().readerFor(RoomEvent.class);

    /** How many pasts are read at once or wait for it: each may be a long work, and no caller who gives up ends it. */
    static final int MOST_PASTS = 8;

    private final Semaphore pasts = new Semaphore(MOST_PASTS);
    private final JournalReader reader;
    private final Executor blocking;
    private final Runnable onRead;

    /** More is being read already than may wait. */
    public static final class Busy extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        public Busy() {
            super("too many earlier revisions are being read just now, ask again later", null, false, false);
        }
    }

    /** @param blocking runs the reads that are asked for as a {@link CompletionStage} */
    public RoomJournal(JournalReader reader, Executor blocking) {
        this(reader, blocking, () -> {});
    }

    /** @param onRead told of each read of a room's events */
    public RoomJournal(JournalReader reader, Executor blocking, Runnable onRead) {
        this.reader = reader;
        this.blocking = blocking;
        this.onRead = onRead;
    }

    /** The changes of revisions {@code from} to {@code to}, both included, as frames. */
    public CompletionStage<List<Change>> changes(RoomId room, long from, long to) {
        return changes(room, from, to, Long.MAX_VALUE);
    }

    /** The same without those behind the first that make more than so many bytes as they are stored. */
    public CompletionStage<List<Change>> changes(RoomId room, long from, long to, long mostBytes) {
        return CompletableFuture.supplyAsync(
                () -> {
                    onRead.run();
                    var changes = new ArrayList<Change>();
                    var left = new long[] {mostBytes};
                    reader.eventsWhile(RoomEntity.persistenceId(room), from, to, stored -> {
                        left[0] -= stored.payload().length;
                        return left[0] >= 0 && changes.add(event(room, stored).frame(stored.sequenceNumber()));
                    });
                    return changes;
                },
                blocking);
    }

    /** The room as it was at that revision, as those outside see it; fails with {@link Busy}. */
    public CompletionStage<RoomState> stateAt(RoomId room, long rev) {
        if (!pasts.tryAcquire()) {
            return CompletableFuture.failedStage(new Busy());
        }
        return CompletableFuture.supplyAsync(() -> RoomState.of(at(room, rev)), blocking)
                .whenComplete((_, _) -> pasts.release());
    }

    /** As {@link #head}, elsewhere than here. */
    public CompletionStage<Long> headLater(RoomId room) {
        return CompletableFuture.supplyAsync(() -> head(room), blocking);
    }

    /** Calls {@code each} for every event of revisions {@code from} to {@code to}, in order. Blocks. */
    public void events(RoomId room, long from, long to, BiConsumer<Long, RoomEvent> each) {
        onRead.run();
        reader.events(
                RoomEntity.persistenceId(room),
                from,
                to,
                stored -> each.accept(stored.sequenceNumber(), event(room, stored)));
    }

    /** The room as it was at that revision. Blocks. */
    public Room at(RoomId room, long rev) {
        var state = new Room[] {Room.NEW};
        events(room, 1, rev, (_, event) -> state[0] = state[0].apply(event));
        return state[0];
    }

    /** The room's last stored revision; 0 for a room that nobody has changed. Blocks. */
    public long head(RoomId room) {
        return reader.highest(RoomEntity.persistenceId(room));
    }

    private static RoomEvent event(RoomId room, StoredEvent stored) {
        try {
            return EVENT.readValue(stored.payload());
        } catch (JsonProcessingException unreadable) {
            var what = "event %d of room %s cannot be read: %s";
            throw new UncheckedIOException(
                    what.formatted(stored.sequenceNumber(), room, unreadable.getOriginalMessage()), unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
