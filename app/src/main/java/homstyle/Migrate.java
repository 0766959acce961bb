package homstyle;

import com.typesafe.config.ConfigFactory;
import homstyle.persistence.DataFolder;
import homstyle.persistence.JournalCopy;
import homstyle.persistence.JournalCopy.Outcome;
import homstyle.persistence.JournalDatabase;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homstyle migrate}: takes a data folder's rooms along to the journal of {@code HOMSTYLE_JOURNAL}. */
@Command(
        name = "migrate",
        description = "Copy all rooms of a data folder to the journal of HOMSTYLE_JOURNAL, with both servers stopped.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Migrate implements Callable<Integer> {
    private static final int SOME_DIFFER = 1;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", description = "The folder to copy from (data).")
    private Path data;

    @Override
    public Integer call() {
        var settings = Settings.of(ConfigFactory.load());
        if (settings.journal().isEmpty()) {
            throw new IllegalArgumentException(
                    "HOMSTYLE_JOURNAL is not set, expected where to copy to, such as jdbc:postgresql://HOST/DATABASE");
        }
        var folder = DataFolder.at(data != null ? data : settings.data());
        var out = spec.commandLine().getOut();
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        try (var _ = folder.lock(0)) {
            new JournalCopy(JournalDatabase.in(folder), settings.database(folder)).run(copied -> {
                counts.merge(copied.outcome(), 1, Integer::sum);
                if (copied.outcome() == Outcome.DIFFERENT) {
                    out.printf("%s has another history there and was left as it is%n", copied.persistenceId());
                }
            });
        }
        out.printf(
                "%,d rooms copied, %,d were there already, %,d left as they are%n",
                counts.getOrDefault(Outcome.COPIED, 0),
                counts.getOrDefault(Outcome.ALREADY_THERE, 0),
                counts.getOrDefault(Outcome.DIFFERENT, 0));
        out.flush();
        return counts.containsKey(Outcome.DIFFERENT) ? SOME_DIFFER : 0;
    }
}
