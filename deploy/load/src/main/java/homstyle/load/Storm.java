package homstyle.load;

import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.javaapi.core.ChainBuilder;

/**
 * All tabs come back at once, as after a restart of whatever stands between them and the server.
 *
 * <p>The first tab of a room makes a few changes before. The others never look at these frames, so each of them is owed
 * the changes when it comes back.
 */
final class Storm implements Scenario {
    private static final int MIDDLE = 2000;

    private final Run run;
    private final Actions actions;
    private final Signal changing;
    private final Signal storm;

    Storm(Run run, Actions actions) {
        this.run = run;
        this.actions = actions;
        storm = run.newSignal();
        changing = run.newSignal();
    }

    @Override
    public ChainBuilder tab() {
        return exec(
                actions.await(changing),
                doIf(session -> run.isFirstInRoom(Actions.tab(session))).then(change()),
                actions.await(storm),
                actions.close("leave"),
                actions.connect("come back"),
                actions.then(this::cameBack),
                actions.settle());
    }

    private ChainBuilder change() {
        return exec(
                actions.ask("place", tab -> tab.place(MIDDLE, MIDDLE)),
                actions.then(run::granted),
                actions.ask("lock", Tab::lock),
                actions.then(run::granted),
                actions.ask("unlock", Tab::unlock),
                actions.then(run::granted),
                actions.then(_ -> run.steps.increment()));
    }

    private void cameBack(Tab tab) {
        if (tab.wasAnswered()) {
            run.resumes.add(storm.until(tab.answeredAt()));
        }
        run.steps.increment();
    }

    @Override
    public void conduct() throws InterruptedException {
        run.awaitConnected();
        run.raise(changing);
        run.awaitStep("changing rooms", run.roomsReached());
        var from = run.read();
        run.raise(storm);
        run.awaitStep("coming back", run.connected.sum());
        run.measureSince(from);
        run.compare();
    }

    @Override
    public int unread() {
        return 0;
    }
}
