package homstyle.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a run is to do.
 *
 * @param url the server, {@code http} or {@code https}
 * @param rate how many tabs connect a second
 * @param duration how long tabs stand still or edit
 * @param rounds how often every room is woken
 * @param hibernateAfter how long to wait for rooms to sleep, where the server does not tell
 * @param reconnects whether tabs that edit drop their connection now and then
 * @param reports the folder under which each run's report has one of its own
 */
record Plan(
        Kind kind,
        URI url,
        URI metrics,
        int tabs,
        int rooms,
        int rate,
        Duration duration,
        int rounds,
        Duration hibernateAfter,
        boolean reconnects,
        Path reports) {

    Plan {
        require(tabs >= 1 && tabs <= 1_000_000, "--tabs", tabs, "1 to 1000000");
        require(rooms >= 1 && rooms <= tabs, "--rooms", rooms, "1 to the number of tabs, " + tabs);
        require(rate >= 1, "--rate", rate, "at least 1 tab a second");
        require(rounds >= 1, "--rounds", rounds, "at least 1");
        require(
                url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme())),
                "--url",
                url,
                "an address such as http://127.0.0.1:8080");
    }

    /** How long it takes until all tabs have begun to connect, in the whole seconds that Gatling counts. */
    Duration ramp() {
        return Duration.ofSeconds(Math.ceilDiv(tabs, rate));
    }

    /** How often a waiting tab looks for its signal: few looks a second in all, as each costs the machine. */
    Duration look() {
        return Duration.ofMillis(Math.max(200, tabs / 2));
    }

    @Override
    public String toString() {
        return "%s: %,d tabs in %,d rooms of %s".formatted(kind, tabs, rooms, url);
    }

    private static void require(boolean holds, String option, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("%s is \"%s\", expected %s".formatted(option, value, expected));
        }
    }
}
