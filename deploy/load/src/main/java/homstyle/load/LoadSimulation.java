package homstyle.load;

import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Simulation;

/** The run at hand as Gatling has it: one virtual user a tab. Gatling makes it by its name, without arguments. */
public final class LoadSimulation extends Simulation {
    private static final String PING = "{\"type\":\"ping\"";

    private static Run run;
    private static Scenario scenario;

    /** Sets up the run that was last given to {@link #prepare}. */
    public LoadSimulation() {
        var actions = new Actions(run);
        var tabs = scenario(run.plan.kind().toString())
                .exec(session -> Actions.with(session, run.newTab(session.userId())))
                .exec(actions.connect("connect"))
                .exec(actions.then(run::arrived))
                .doIf(session -> Actions.tab(session).hasJoined())
                .then(scenario.tab().exec(actions.close("close")));
        setUp(tabs.injectOpen(rampUsers(run.plan.tabs()).during(run.plan.ramp())))
                .protocols(http.disableWarmUp()
                        .wsAutoReplyTextFrame(LoadSimulation::answerToPing)
                        .wsUnmatchedInboundMessageBufferSize(scenario.unread()));
    }

    static void prepare(Run next, Scenario asked) {
        run = next;
        scenario = asked;
    }

    /** A client that has ever answered is asked from then on, so the server's probes (P1) are part of the load. */
    private static String answerToPing(String text) {
        return text.startsWith(PING) ? text.replaceFirst("ping", "pong") : null;
    }
}
