package homstyle.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homstyle load}: plays many tabs against a running server, measures it, and says how it did. */
@Command(
        name = "homstyle load",
        description = "Play many tabs against a running server and measure it.",
        abbreviateSynopsis = true,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every limit was kept",
            "1:the run could not be made",
            "2:the command line is wrong",
            "3:a limit was missed"
        })
final class Load implements Callable<Integer> {
    private static final int LIMIT_MISSED = 3;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            defaultValue = "idle",
            description = "idle (tabs stand still), wake (first change of sleeping rooms), editing (people drag) "
                    + "or storm (all reconnect at once).")
    private Kind kind;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "The server (${DEFAULT-VALUE}).")
    private URI url;

    @Option(
            names = "--metrics",
            paramLabel = "URL",
            description = "Its metrics, where they are not at /metrics of the same address.")
    private URI metrics;

    @Option(names = "--tabs", paramLabel = "N", description = "How many (idle, storm 1000; wake 100; editing 50).")
    private Integer tabs;

    @Option(
            names = "--rooms",
            paramLabel = "N",
            description = "Over how many rooms (100; editing 10; never more than tabs).")
    private Integer rooms;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "Tabs that connect a second (${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--duration", paramLabel = "TIME", description = "idle, editing: how long (60s).")
    private Duration duration;

    @Option(names = "--rounds", paramLabel = "N", description = "wake: how often each room is woken (5).")
    private Integer rounds;

    @Option(
            names = "--hibernate-after",
            paramLabel = "TIME",
            description = "wake: how long to wait for rooms to sleep, where the server has no metrics (20s).")
    private Duration hibernateAfter;

    @Option(names = "--reconnects", description = "editing: drop connections now and then, and resume.")
    private boolean reconnects;

    @Option(names = "--report", paramLabel = "DIR", description = "The folder that gets a folder with the HTML report.")
    private Path reports;

    @Option(names = "--max-cpu", paramLabel = "PERCENT", description = "The most CPU of the server, in %% of one core.")
    private Double maxCpu;

    @Option(
            names = "--max-heap-kb",
            paramLabel = "KB",
            description = "The most heap and direct memory of the server, a tab.")
    private Double maxHeap;

    @Option(
            names = "--max-resident-kb",
            paramLabel = "KB",
            description = "The most resident memory of the server, a tab.")
    private Double maxResident;

    @Option(names = "--max-wake-p50", paramLabel = "TIME", description = "The most of half the wakes, e.g. 2ms.")
    private Duration maxWakeP50;

    @Option(names = "--max-wake-p99", paramLabel = "TIME", description = "The most of 99 in 100 wakes, e.g. 5ms.")
    private Duration maxWakeP99;

    @Option(names = "--max-move-p50", paramLabel = "TIME", description = "The most of half the moves, e.g. 3ms.")
    private Duration maxMoveP50;

    @Option(names = "--max-move-p99", paramLabel = "TIME", description = "The most of 99 in 100 moves, e.g. 10ms.")
    private Duration maxMoveP99;

    @Option(
            names = "--max-resume-all",
            paramLabel = "TIME",
            description = "The most until every tab has resumed, e.g. 5s.")
    private Duration maxResumeAll;

    @Option(
            names = "--max-lost",
            paramLabel = "N",
            defaultValue = "0",
            description = "The most frames that may be lost, or come twice (${DEFAULT-VALUE}).")
    private int maxLost;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = System.out;
        var plan = plan();
        Machine.check(plan);
        var run = new Run(plan, Server.of(plan), out);
        run.say(plan.toString());
        var report = Conductor.play(run);
        run.conclude();
        out.println();
        run.results.table().forEach(out::println);
        report.ifPresent(
                page -> out.printf("%nReport: %s%n", page.toAbsolutePath().normalize()));
        return judge(run, out);
    }

    private int judge(Run run, PrintStream out) {
        var missed = run.results.missed(limits());
        missed.forEach(limit -> out.println("MISSED: " + limit));
        return missed.isEmpty() ? 0 : LIMIT_MISSED;
    }

    private Plan plan() {
        refuseForOthers("--duration", duration, Kind.IDLE, Kind.EDITING);
        refuseForOthers("--rounds", rounds, Kind.WAKE);
        refuseForOthers("--hibernate-after", hibernateAfter, Kind.WAKE);
        refuseForOthers("--reconnects", reconnects ? true : null, Kind.EDITING);
        var size = or(tabs, kind.tabs);
        try {
            return new Plan(
                    kind,
                    url,
                    or(metrics, url.resolve("/metrics")),
                    size,
                    or(rooms, Math.min(kind.rooms, size)),
                    rate,
                    or(duration, kind.duration),
                    or(rounds, 5),
                    or(hibernateAfter, Duration.ofSeconds(20)),
                    reconnects,
                    or(reports, Path.of(System.getProperty("homstyle.load.reports", "reports"))));
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(spec.commandLine(), invalid.getMessage(), invalid);
        }
    }

    private void refuseForOthers(String option, Object value, Kind... kinds) {
        var allowed = List.of(kinds);
        if (value != null && !allowed.contains(kind)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s is given for %s, expected with %s"
                            .formatted(option, kind, allowed.toString().replaceAll("[\\[\\]]", "")));
        }
    }

    private List<Limit> limits() {
        var limits = new ArrayList<Limit>();
        limits.add(Limit.always(Measure.LOST, maxLost, "--max-lost"));
        limits.add(Limit.always(Measure.DOUBLED, maxLost, "--max-lost"));
        for (var fault : List.of(Measure.STUCK, Measure.KEPT_OUT, Measure.UNANSWERED, Measure.GONE)) {
            limits.add(Limit.always(fault, 0, "always"));
        }
        limit(limits, Measure.CPU, maxCpu, "--max-cpu");
        limit(limits, Measure.HEAP, maxHeap, "--max-heap-kb");
        limit(limits, Measure.RESIDENT, maxResident, "--max-resident-kb");
        limit(limits, Measure.WAKE_P50, maxWakeP50, "--max-wake-p50");
        limit(limits, Measure.WAKE_P99, maxWakeP99, "--max-wake-p99");
        limit(limits, Measure.MOVE_P50, maxMoveP50, "--max-move-p50");
        limit(limits, Measure.MOVE_P99, maxMoveP99, "--max-move-p99");
        limit(limits, Measure.RESUME_ALL, maxResumeAll, "--max-resume-all");
        return limits;
    }

    private static void limit(List<Limit> limits, Measure measure, Double most, String option) {
        if (most != null) {
            limits.add(Limit.asked(measure, most, option));
        }
    }

    private static void limit(List<Limit> limits, Measure measure, Duration most, String option) {
        limit(limits, measure, most == null ? null : (Double) Times.millis(most), option);
    }

    private static <T> T or(T value, T usual) {
        return value == null ? usual : value;
    }
}
