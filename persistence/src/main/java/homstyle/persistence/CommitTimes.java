package homstyle.persistence;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.pekko.actor.setup.Setup;

/**
 * Tells how long each commit of the journal took: one transaction, from its beginning until it is on the disk. Part of
 * an actor system's setup, since the journal's plugin is made by Pekko and takes nothing else from outside.
 */
public final class CommitTimes extends Setup {
    private final Consumer<Duration> listener;

    /**
     * @param listener called after each commit on the thread that stores, of which there may be several; quick, and
     *     without failing
     */
    public CommitTimes(Consumer<Duration> listener) {
        this.listener = listener;
    }

    void committed(Duration took) {
        listener.accept(took);
    }
}
