package homstyle.load;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.logging.LogManager;
import java.util.prefs.Preferences;

/** Gatling without its own console and without calls to anybody but the server. */
final class Gatling {
    private static final Path REPORT = Path.of("index.html");

    private Gatling() {}

    /**
     * Plays the simulation until all its users have left.
     *
     * @param description what the report says of the run
     * @param reports the folder under which the report gets one of its own
     * @return the report's page; empty when nothing happened that could be reported
     */
    static Optional<Path> play(Class<?> simulation, String description, Path reports) throws IOException {
        var console = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            knowNoNewerVersion();
            Files.createDirectories(reports);
            io.gatling.app.Gatling$.MODULE$.fromArgs(new String[] {
                "--simulation",
                simulation.getName(),
                "--results-folder",
                reports.toString(),
                "--run-description",
                base64(description)
            });
        } finally {
            System.setOut(console);
        }
        return newest(reports);
    }

    /** Text that is no base64 would do, too; a lucky one would be taken for it. */
    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Gatling asks Maven Central for its newest version in each run, and remembers the answer in the user's preferences;
     * an answer of long after today keeps it from asking.
     */
    private static void knowNoNewerVersion() throws IOException {
        LogManager.getLogManager().reset(); // or it would tell of the new preferences
        System.setProperty(
                "java.util.prefs.userRoot",
                Files.createTempDirectory("homstyle-load").toString());
        Preferences.userRoot().node("/io/gatling/latestVersion").putLong("lastCheckTimestamp", Long.MAX_VALUE / 2);
    }

    private static Optional<Path> newest(Path reports) throws IOException {
        try (var runs = Files.list(reports)) {
            return runs.map(run -> run.resolve(REPORT))
                    .filter(Files::isRegularFile)
                    .max((one, other) -> one.getParent()
                            .getFileName()
                            .compareTo(other.getParent().getFileName()));
        }
    }
}
