package homstyle;

import com.typesafe.config.ConfigFactory;
import homstyle.persistence.DataFolder;
import homstyle.persistence.JournalDatabase;
import homstyle.protocol.FrameCodec;
import homstyle.protocol.RoomId;
import homstyle.room.RoomEvent;
import homstyle.room.RoomJournal;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homstyle replay}: shows what happened in a room, also while a server runs. */
@Command(
        name = "replay",
        description = "Show a room's journal.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Replay implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ROOM", description = "The room's id.")
    private String room;

    @Option(names = "--json", description = "One JSON frame a line.")
    private boolean json;

    @Option(names = "--from", defaultValue = "1", description = "The first revision to show.")
    private long from;

    @Option(names = "--to", description = "The last revision to show.")
    private Long to;

    @Option(names = "--state", description = "The room as it was at that revision, instead of the way there.")
    private boolean state;

    @Option(names = "--data", description = "The folder with the journal (data).")
    private Path data;

    /** Whether the line above is what somebody asked for. */
    private boolean asked;

    @Override
    public void run() {
        var id = new RoomId(room);
        var journal = new RoomJournal(database().reader(), Runnable::run);
        var head = journal.head(id);
        if (head == 0) {
            throw new IllegalArgumentException("the journal has no room \"%s\"".formatted(room));
        }
        var last = to == null ? head : revision("--to", to, state ? 0 : 1, head);
        var out = spec.commandLine().getOut();
        if (state) {
            out.println(RoomText.state(id, journal.at(id, last), json));
        } else {
            journal.events(id, revision("--from", from, 1, last), last, (rev, event) -> print(out, rev, event));
        }
        out.flush();
    }

    private static long revision(String option, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "%s is %d, expected a revision from %d to %d".formatted(option, value, lowest, highest));
        }
        return value;
    }

    private void print(PrintWriter out, long rev, RoomEvent event) {
        var further = asked && isFurther(event);
        asked = further || event.origin().id() != null;
        var line = further ? RoomText.line(rev, event) + "  [same request]" : RoomText.line(rev, event);
        out.println(json ? FrameCodec.encode(event.frame(rev)) : line);
    }

    /** One more piece that the request of the line above changed. */
    private static boolean isFurther(RoomEvent event) {
        return event.origin().id() == null
                && switch (event) {
                    case RoomEvent.Placed _, RoomEvent.Moved _, RoomEvent.Removed _ -> true;
                    default -> false;
                };
    }

    private JournalDatabase database() {
        var settings = Settings.of(ConfigFactory.load());
        return data != null
                ? JournalDatabase.in(DataFolder.forReading(data))
                : settings.database(DataFolder.forReading(settings.data()));
    }
}
