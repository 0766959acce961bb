package homstyle.load;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** The program {@code homstyle load}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Load())
                .registerConverter(Kind.class, text -> converted(() -> Kind.of(text)))
                .registerConverter(Duration.class, text -> converted(() -> Times.parse(text)))
                .setExecutionExceptionHandler((failure, line, _) -> failed(failure, line));
    }

    /** What the user can put right is said in a line; a stack trace is for bugs. */
    private static int failed(Exception failure, CommandLine line) throws Exception {
        if (failure instanceof CannotLoad) {
            line.getErr().println("homstyle load: " + failure.getMessage());
            return line.getCommandSpec().exitCodeOnExecutionException();
        }
        throw failure;
    }

    private static <T> T converted(java.util.function.Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException invalid) {
            throw new TypeConversionException("is " + invalid.getMessage());
        }
    }
}
