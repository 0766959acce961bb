package homstyle.load;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;

/** Tabs that stand still, as most tabs do most of the time. */
final class Idle implements Scenario {
    /** So that neither the last tabs' arrival nor rooms that fall asleep count as standing still. */
    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final Run run;
    private final Actions actions;

    Idle(Run run, Actions actions) {
        this.run = run;
        this.actions = actions;
    }

    @Override
    public ChainBuilder tab() {
        return actions.settle();
    }

    @Override
    public void conduct() throws InterruptedException {
        run.awaitConnected();
        run.pass("settling", SETTLE);
        var from = run.read();
        run.pass("standing still", run.plan.duration());
        run.measureSince(from);
        run.settle();
    }

    @Override
    public int unread() {
        return 0;
    }
}
