package homstyle.persistence;

import homstyle.persistence.Notebook.Command;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.JournalPersistFailed;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/** The smallest entity that needs a journal: lines of text, each an event; their text, one a line, is the state. */
final class Notebook extends EventSourcedBehavior<Command, String, String> {
    /** A line that starts with this is followed by a snapshot. */
    static final String SNAPSHOT = "snapshot";

    sealed interface Command {
        record Write(String line, ActorRef<Answer> replyTo) implements Command {}

        record Read(ActorRef<Contents> replyTo) implements Command {}
    }

    sealed interface Answer {
        record Written(long revision) implements Answer {}

        record Unavailable(Throwable reason) implements Answer {}
    }

    /** @param replayed how many events the last recovery needed */
    record Contents(String text, long revision, int replayed) {}

    private final ActorContext<Command> context;
    private ActorRef<Answer> writer;
    private boolean recovering = true;
    private int replayed;

    static Behavior<Command> create(String persistenceId) {
        return Behaviors.setup(context -> new Notebook(context, persistenceId));
    }

    private Notebook(ActorContext<Command> context, String persistenceId) {
        super(
                PersistenceId.ofUniqueId(persistenceId),
                SupervisorStrategy.restartWithBackoff(Duration.ofMillis(20), Duration.ofMillis(200), 0.1));
        this.context = context;
    }

    @Override
    public String emptyState() {
        return "";
    }

    @Override
    public CommandHandler<Command, String, String> commandHandler() {
        return (text, command) -> switch (command) {
            case Command.Write(var line, var replyTo) -> onWrite(line, replyTo);
            case Command.Read(var replyTo) -> onRead(text, replyTo);
        };
    }

    private Effect<String, String> onWrite(String line, ActorRef<Answer> replyTo) {
        writer = replyTo;
        return Effect().persist(line).thenRun(_ -> replyTo.tell(new Answer.Written(revision())));
    }

    private Effect<String, String> onRead(String text, ActorRef<Contents> replyTo) {
        return Effect().none().thenRun(_ -> replyTo.tell(new Contents(text, revision(), replayed)));
    }

    @Override
    public EventHandler<String, String> eventHandler() {
        return (text, line) -> {
            replayed += recovering ? 1 : 0;
            return text + line + "\n";
        };
    }

    @Override
    public SignalHandler<String> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(RecoveryCompleted.instance(), _ -> recovering = false)
                .onSignal(JournalPersistFailed.class, (_, failed) -> onFailure(failed.getFailure()))
                .build();
    }

    /** Said before the restart that follows, so that nobody has to wait for a time-out. */
    private void onFailure(Throwable reason) {
        recovering = true;
        replayed = 0;
        writer.tell(new Answer.Unavailable(reason));
    }

    @Override
    public boolean shouldSnapshot(String text, String line, long sequenceNumber) {
        return line.startsWith(SNAPSHOT);
    }

    private long revision() {
        return lastSequenceNumber(context);
    }
}
