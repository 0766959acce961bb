package homstyle.load;

import io.gatling.javaapi.core.ChainBuilder;

/** Something that many tabs do together. */
sealed interface Scenario permits Idle, Wake, Editing, Storm {

    /** What one tab does, from when it has connected until it closes. */
    ChainBuilder tab();

    /** Leads the tabs through, measures, and returns when the tabs may go. */
    void conduct() throws InterruptedException;

    /** How many frames a tab keeps between two actions; those beyond are never looked at. */
    int unread();

    static Scenario of(Run run) {
        var actions = new Actions(run);
        return switch (run.plan.kind()) {
            case IDLE -> new Idle(run, actions);
            case WAKE -> new Wake(run, actions);
            case EDITING -> new Editing(run, actions);
            case STORM -> new Storm(run, actions);
        };
    }
}
