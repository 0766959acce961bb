package homstyle.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homstyle cluster}: a cluster on this machine, for trying what happens when nodes come and go. */
@Command(
        name = "cluster",
        description = "Start several nodes on this machine, with PostgreSQL and a balancer.",
        mixinStandardHelpOptions = true)
public final class ClusterCommand implements Callable<Integer> {
    private static final int MOST_NODES = 9;

    @Spec
    private CommandSpec spec;

    @Option(names = "--nodes", defaultValue = "3", description = "How many nodes (${DEFAULT-VALUE}).")
    private int nodes;

    @Option(names = "--port", defaultValue = "8080", description = "The balancer's port (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data",
            defaultValue = "data/cluster",
            description = "The folder for data, keys and logs (${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--journal",
            description =
                    "A JDBC URL in place of a PostgreSQL of its own; HOMSTYLE_JOURNAL_USER and _PASSWORD go with it.")
    private String journal;

    public static void main(String[] arguments) {
        var code = new CommandLine(new ClusterCommand())
                .setExecutionExceptionHandler((failure, line, _) -> {
                    if (failure instanceof CannotStart || failure instanceof IllegalArgumentException) {
                        line.getErr().println("homstyle: " + failure.getMessage());
                        return 1;
                    }
                    throw failure;
                })
                .execute(arguments);
        System.exit(code);
    }

    @Override
    public Integer call() throws Exception {
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new IllegalArgumentException("--nodes is %d, expected 1 to %d".formatted(nodes, MOST_NODES));
        }
        var folder = Files.createDirectories(data.toAbsolutePath());
        var out = spec.commandLine().getOut();
        var database = journal == null ? Database.in(folder.resolve("postgresql")) : null;
        var launcher = Path.of(System.getProperty("homstyle.home")).resolve("homstyle");
        var cluster = LocalCluster.start(new LocalCluster.Plan(
                launcher, folder, nodes, port, database == null ? given() : database.settings(), (_, _) -> Map.of()));
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            cluster.close();
            if (database != null) {
                database.close();
            }
            ended.countDown();
        }));
        for (var node : cluster.nodes()) {
            out.printf(
                    "node %d  http://localhost:%d  pid %d  log %s%n",
                    node.number(), node.ports().http(), node.process().pid(), node.log());
        }
        out.printf(
                "HÖMSTYLE Rooms is open on http://localhost:%d (by turns on each node; Ctrl-C ends all)%n",
                cluster.port());
        out.flush();
        ended.await();
        return 0;
    }

    private Map<String, String> given() {
        var environment = System.getenv();
        return Map.of(
                "HOMSTYLE_JOURNAL",
                journal,
                "HOMSTYLE_JOURNAL_USER",
                environment.getOrDefault("HOMSTYLE_JOURNAL_USER", ""),
                "HOMSTYLE_JOURNAL_PASSWORD",
                environment.getOrDefault("HOMSTYLE_JOURNAL_PASSWORD", ""));
    }
}
