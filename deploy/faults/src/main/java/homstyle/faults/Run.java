package homstyle.faults;

import homstyle.protocol.RoomId;
import homstyle.protocol.Sku;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homstyle faults run}: plays clients against running nodes, while somebody else does harm to these. */
@Command(
        name = "run",
        description = "Play clients against running nodes with open access, and check what they saw.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3)
final class Run implements Callable<Integer> {
    private static final Duration BEGINNING = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofMinutes(2);

    @Spec
    private CommandSpec spec;

    @Option(names = "--nodes", split = ",", defaultValue = "http://127.0.0.1:8080", description = "Their addresses.")
    private List<URI> nodes;

    @Option(names = "--clients", defaultValue = "30", description = "How many (${DEFAULT-VALUE}).")
    private int clients;

    @Option(names = "--rooms", defaultValue = "20", description = "How many (${DEFAULT-VALUE}).")
    private int rooms;

    @Option(names = "--seconds", defaultValue = "60", description = "How long they go on (${DEFAULT-VALUE}).")
    private long seconds;

    @Option(names = "--seed", description = "Repeats the wishes of a run; a random one otherwise.")
    private Long seed;

    @Option(names = "--history", defaultValue = "history.jsonl", description = "Where to write it (${DEFAULT-VALUE}).")
    private Path history;

    @Override
    public Integer call() throws Exception {
        var begun = System.currentTimeMillis();
        var chosen = seed == null ? begun % 1_000_000_000 : seed;
        spec.commandLine().getErr().println("seed " + chosen);
        try (var written = History.at(history, chosen);
                var crowd = new Crowd(nodes, plans(chosen, begun), written)) {
            crowd.start();
            crowd.awaitProgress(BEGINNING);
            Thread.sleep(Duration.ofSeconds(seconds));
            crowd.finish(REST);
        }
        return new CommandLine(new Check())
                .setOut(spec.commandLine().getOut())
                .setErr(spec.commandLine().getErr())
                .execute(history.toString());
    }

    /** Rooms of its own in each run, as the checker wants their whole history. */
    private Crowd.Plans plans(long chosen, long begun) {
        var names = IntStream.rangeClosed(1, rooms)
                .mapToObj(i -> new RoomId("faults-%s-%d".formatted(Long.toString(begun, 36), i)))
                .toList();
        return new Crowd.Plans(names, clients, _ -> null, new Sku("HS-CHAIR-48"), Patience.USUAL, chosen);
    }
}
