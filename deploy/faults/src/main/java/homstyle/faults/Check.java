package homstyle.faults;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homstyle faults check}: holds a history against the protocol. Runs alone, too. */
@Command(
        name = "check",
        description = "Check a history: exit code 0 when it is clean, 1 when it is not, 2 when it cannot be read.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3)
public final class Check implements Callable<Integer> {
    private static final int CLEAN = 0;
    private static final int VIOLATED = 1;
    private static final int UNREADABLE = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "HISTORY", description = "The file; deploy/faults/README.md describes it.")
    private Path history;

    @Option(names = "--most", defaultValue = "100", description = "How many violations to print (${DEFAULT-VALUE}).")
    private int most;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Check()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            var verdict = Checker.check(history);
            print(verdict);
            print(Interruptions.in(history));
            return verdict.isClean() ? CLEAN : VIOLATED;
        } catch (NoSuchFileException _) {
            return unreadable("there is no such file");
        } catch (Unreadable | IOException failed) {
            return unreadable(failed.getMessage());
        }
    }

    private void print(Checker.Verdict verdict) {
        var out = spec.commandLine().getOut();
        verdict.violations().stream().limit(most).forEach(out::println);
        if (verdict.violations().size() > most) {
            out.printf("… and %,d more%n", verdict.violations().size() - most);
        }
        out.printf(
                "%s: %,d violations; %,d changes in %d rooms, %d clients, %,d lines%n",
                verdict.isClean() ? "clean" : "NOT CLEAN",
                verdict.violations().size(),
                verdict.changes(),
                verdict.rooms(),
                verdict.clients(),
                verdict.lines());
    }

    private void print(Interruptions interruptions) {
        if (!interruptions.byFault().isEmpty()) {
            spec.commandLine().getOut().print(interruptions);
        }
        spec.commandLine().getOut().flush();
    }

    private int unreadable(String why) {
        spec.commandLine().getErr().println("homstyle faults: %s: %s".formatted(history, why));
        return UNREADABLE;
    }
}
