package homstyle.faults;

import homstyle.cluster.CannotStart;
import homstyle.cluster.ClusterCommand;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The programs {@code homstyle faults} and {@code homstyle cluster}. */
@Command(
        name = "faults",
        description = "Clients, faults, and the checker of what happened.",
        mixinStandardHelpOptions = true,
        subcommands = {Check.class, Run.class, Siege.class, ClusterCommand.class})
public final class Main {
    private static final int FAILED = 2;

    private Main() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, line, _) -> failed(failure, line))
                .execute(arguments));
    }

    /** What the user can put right is said in a line; a stack trace is for bugs. */
    private static int failed(Exception failure, CommandLine line) throws Exception {
        if (failure instanceof CannotStart
                || failure instanceof IllegalArgumentException
                || failure instanceof TimeoutException) {
            line.getErr().println("homstyle: " + failure.getMessage());
            return FAILED;
        }
        throw failure;
    }
}
