package homstyle.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Leads one run on a thread of its own while Gatling plays its tabs. */
final class Conductor implements Runnable {
    private final Run run;
    private final Scenario scenario;
    private RuntimeException failure;

    private Conductor(Run run, Scenario scenario) {
        this.run = run;
        this.scenario = scenario;
    }

    /**
     * Plays the whole run.
     *
     * @return the report's page
     * @throws CannotLoad when the tabs could not be led to the end
     */
    static Optional<Path> play(Run run) throws IOException, InterruptedException {
        var conductor = new Conductor(run, Scenario.of(run));
        LoadSimulation.prepare(run, conductor.scenario);
        var thread = Thread.ofPlatform().daemon().name("conductor").start(conductor);
        var report = Gatling.play(LoadSimulation.class, run.plan.toString(), run.plan.reports());
        thread.interrupt();
        thread.join();
        if (conductor.failure != null) {
            report.ifPresent(page -> run.say("Report so far: " + page));
            throw conductor.failure;
        }
        return report;
    }

    @Override
    public void run() {
        try {
            scenario.conduct();
            run.say("writing the report");
        } catch (RuntimeException failed) {
            failure = failed;
        } catch (InterruptedException ended) {
            failure = new CannotLoad("the tabs ended before the run did");
        } finally {
            run.release();
        }
    }
}
