package homstyle;

import com.typesafe.config.ConfigException;
import homstyle.access.KeysUnusable;
import homstyle.persistence.DataFolderUnusable;
import homstyle.persistence.JournalUnavailable;
import java.io.UncheckedIOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code homstyle}: its commands are a class each. */
@Command(
        name = "homstyle",
        description = "Shared, live room planning.",
        subcommands = {
            Serve.class,
            Replay.class,
            MintToken.class,
            Backup.class,
            Migrate.class,
            Train.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // What is said to clients, logs and scripts does not depend on where the server stands.
        Locale.setDefault(Locale.ROOT);
        var code = new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, line, _) -> failed(failure, line))
                .execute(arguments);
        System.exit(code);
    }

    /** What the user can put right is said in a line; a stack trace is for bugs. */
    private static int failed(Exception failure, CommandLine line) throws Exception {
        if (failure instanceof CannotServe
                || failure instanceof IllegalArgumentException
                || failure instanceof DataFolderUnusable
                || failure instanceof JournalUnavailable
                || failure instanceof KeysUnusable
                || failure instanceof UncheckedIOException
                || failure instanceof ConfigException) {
            line.getErr().println("homstyle: " + failure.getMessage());
            return line.getCommandSpec().exitCodeOnExecutionException();
        }
        throw failure;
    }
}
