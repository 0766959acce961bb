package homstyle;

import com.typesafe.config.ConfigFactory;
import homstyle.persistence.DataFolder;
import homstyle.persistence.JournalDatabase;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homstyle backup}: copies the journal to a file, also while a server runs, where there is no other tool to do it. */
@Command(
        name = "backup",
        description = "Copy the journal of a data folder to a new file, also while the server runs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Backup implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file to make; there must be none of that name.")
    private Path file;

    @Option(names = "--data", description = "The folder with the journal (data).")
    private Path data;

    @Override
    public void run() {
        database().backUp(file);
        var out = spec.commandLine().getOut();
        out.printf("The journal is in %s; the signing keys (keys.json) are not, so keep them too%n", file);
        out.flush();
    }

    private JournalDatabase database() {
        var settings = Settings.of(ConfigFactory.load());
        return data != null
                ? JournalDatabase.in(DataFolder.forReading(data))
                : settings.database(DataFolder.forReading(settings.data()));
    }
}
