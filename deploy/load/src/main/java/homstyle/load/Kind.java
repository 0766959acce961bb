package homstyle.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The scenarios, with the size each has when nothing else is asked for. */
enum Kind {
    /** Tabs that stand still. */
    IDLE(1000, 100, Duration.ofSeconds(60)),
    /** The first change of rooms that sleep. */
    WAKE(100, 100, Duration.ZERO),
    /** People who drag furniture. */
    EDITING(50, 10, Duration.ofSeconds(60)),
    /** All tabs reconnect at once. */
    STORM(1000, 100, Duration.ZERO);

    final int tabs;
    final int rooms;
    final Duration duration;

    Kind(int tabs, int rooms, Duration duration) {
        this.tabs = tabs;
        this.rooms = rooms;
        this.duration = duration;
    }

    /** @throws IllegalArgumentException naming the value and what was expected */
    static Kind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"%s\", expected %s"
                        .formatted(
                                name,
                                Arrays.stream(values()).map(Kind::toString).collect(Collectors.joining(", ")))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
