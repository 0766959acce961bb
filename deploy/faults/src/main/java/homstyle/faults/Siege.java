package homstyle.faults;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import homstyle.protocol.RoomId;
import homstyle.protocol.Sku;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code homstyle faults siege}: a cluster on this machine, clients, and faults one after the other.
 *
 * <p>It goes in stages of a few rounds, each with new rooms and a history of its own that is checked at once. A siege that
 * was interrupted goes on behind its last whole stage when it is started again on the same folder.
 */
@Command(
        name = "siege",
        description = "Start a cluster here, let faults strike it while clients go on, and check what they saw.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3)
final class Siege implements Callable<Integer> {
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final double OVERLAPPING = 0.3;

    @Spec
    private CommandSpec spec;

    @Option(names = "--times", defaultValue = "20", description = "How often each fault strikes (${DEFAULT-VALUE}).")
    private int times;

    @Option(
            names = "--faults",
            split = ",",
            defaultValue =
                    "kill,pause,term,node-cut,node-silent,database-cut,database-silent,database-slow,database-restart",
            description = "Which (${DEFAULT-VALUE}); those of the network between nodes need Linux, those of the"
                    + " database PostgreSQL, its restart one of the siege's own.")
    private List<String> faults;

    @Option(
            names = "--shortest",
            defaultValue = "2",
            description = "How many seconds a fault lasts at least (${DEFAULT-VALUE}).")
    private int shortest;

    @Option(
            names = "--longest",
            defaultValue = "12",
            description = "How many seconds a fault lasts at most (${DEFAULT-VALUE}).")
    private int longest;

    @Option(names = "--nodes", defaultValue = "3", description = "How many (${DEFAULT-VALUE}).")
    private int nodes;

    @Option(names = "--clients", defaultValue = "30", description = "How many (${DEFAULT-VALUE}).")
    private int clients;

    @Option(names = "--rooms", defaultValue = "20", description = "How many at a time (${DEFAULT-VALUE}).")
    private int rooms;

    @Option(names = "--stage", defaultValue = "5", description = "How many rounds a history has (${DEFAULT-VALUE}).")
    private int stage;

    @Option(names = "--seed", description = "Repeats a plan; a random one otherwise.")
    private Long seed;

    @Option(names = "--journal", description = "A JDBC URL in place of a PostgreSQL of its own.")
    private String journal;

    @Option(
            names = "--folder",
            defaultValue = "data/siege",
            description = "For histories, data and logs (${DEFAULT-VALUE}).")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        folder = Files.createDirectories(folder.toAbsolutePath());
        var plan = Plan.of(
                chosenSeed(),
                new Plan.Wishes(faults, times, OVERLAPPING, Duration.ofSeconds(shortest), Duration.ofSeconds(longest)));
        say("seed %d, %d rounds, histories in %s", plan.seed(), plan.rounds().size(), folder);
        try (var besieged = Besieged.start(folder, nodes, journal)) {
            var nemeses = chosen(besieged.nemeses());
            for (int first = 0; first < plan.rounds().size(); first += stage) {
                if (!Files.exists(history(first))) {
                    pass(plan, first, besieged, nemeses);
                }
            }
        }
        return judge(plan);
    }

    /** The seed stays with the folder, so that a siege goes on as it began. */
    private long chosenSeed() throws IOException {
        var file = folder.resolve("seed");
        if (!Files.exists(file)) {
            Files.writeString(file, Long.toString(seed == null ? System.nanoTime() % 1_000_000_000 : seed));
        }
        var kept = Long.parseLong(Files.readString(file).strip());
        if (seed != null && seed != kept) {
            throw new IllegalArgumentException("--seed is %d, but %s was begun with %d".formatted(seed, folder, kept));
        }
        return kept;
    }

    private List<Nemesis> chosen(List<Nemesis> nemeses) {
        var known = nemeses.stream().map(Nemesis::name).toList();
        for (var fault : faults) {
            if (!known.contains(fault)) {
                var what = "--faults has \"%s\", expected some of %s";
                throw new IllegalArgumentException(what.formatted(fault, String.join(", ", known)));
            }
        }
        return nemeses;
    }

    /** Plays the rounds from {@code first} on and checks their history. */
    private void pass(Plan plan, int first, Besieged besieged, List<Nemesis> nemeses) throws Exception {
        var part = new Plan(
                plan.seed(),
                plan.rounds()
                        .subList(first, Math.min(first + stage, plan.rounds().size())));
        var random = new Random(plan.seed() * 31 + first);
        var unfinished = folder.resolve("unfinished.jsonl");
        try (var history = History.at(unfinished, plan.seed());
                var crowd = new Crowd(besieged.addresses(), crowd(random), history)) {
            crowd.start();
            crowd.awaitProgress(RECOVERY);
            new Campaign(nemeses, history, random, () -> recover(besieged, crowd))
                    .run(
                            part,
                            round -> say(
                                    "round %d of %d",
                                    first + round, plan.rounds().size()));
            crowd.finish(RECOVERY);
        }
        var verdict = Checker.check(unfinished);
        verdict.violations().stream().limit(20).forEach(violation -> say("%s", violation));
        Files.move(unfinished, verdict.isClean() ? history(first) : failed(first), REPLACE_EXISTING);
    }

    private int judge(Plan plan) throws IOException, Unreadable {
        var firsts = IntStream.iterate(0, first -> first < plan.rounds().size(), first -> first + stage)
                .boxed()
                .toList();
        var clean = firsts.stream().map(this::history).filter(Files::exists).toList();
        var failed = firsts.stream().map(this::failed).filter(Files::exists).toList();
        failed.forEach(history -> say("NOT CLEAN: %s", history));
        say("seed %d: %d of %d histories are clean", plan.seed(), clean.size(), firsts.size());
        say(
                "%s",
                Interruptions.in(Stream.concat(clean.stream(), failed.stream()).toList()));
        return clean.size() == firsts.size() ? 0 : 1;
    }

    private Crowd.Plans crowd(Random random) {
        var begun = Long.toString(System.currentTimeMillis(), 36);
        var names = IntStream.rangeClosed(1, rooms)
                .mapToObj(i -> new RoomId("siege-%s-%d".formatted(begun, i)))
                .toList();
        return new Crowd.Plans(names, clients, _ -> null, new Sku("HS-CHAIR-48"), Patience.USUAL, random.nextLong());
    }

    private static void recover(Besieged besieged, Crowd crowd) throws Exception {
        besieged.recover(RECOVERY);
        crowd.awaitProgress(RECOVERY);
    }

    private Path history(int first) {
        return folder.resolve("history-%04d.jsonl".formatted(first));
    }

    private Path failed(int first) {
        return folder.resolve("failed-%04d.jsonl".formatted(first));
    }

    private void say(String text, Object... values) {
        spec.commandLine().getOut().printf(text + "%n", values);
        spec.commandLine().getOut().flush();
    }
}
