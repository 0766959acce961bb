package homstyle;

import com.typesafe.config.ConfigFactory;
import homstyle.access.RoomToken;
import homstyle.access.Tokens;
import homstyle.persistence.DataFolder;
import homstyle.protocol.Role;
import homstyle.protocol.RoomId;
import homstyle.protocol.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homstyle token}: mints a room token with the keys in the data folder. */
@Command(
        name = "token",
        description = "Make a token that opens a room.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class MintToken implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ROOM", description = "The room's id.")
    private String room;

    @Option(names = "--role", required = true, description = "viewer, editor or owner.")
    private String role;

    @Option(names = "--user", description = "Whom it is for; without, for whoever has it.")
    private String user;

    @Option(
            names = "--days",
            defaultValue = "365",
            description = "How long it, and whatever it invites to, is good (${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--data", description = "The folder with the keys (data).")
    private Path data;

    @Override
    public void run() {
        if (days < 1) {
            throw new IllegalArgumentException("days is %d, expected 1 or more".formatted(days));
        }
        var settings = Settings.of(ConfigFactory.load());
        var keys = data != null ? Settings.keysIn(DataFolder.at(data)) : settings.signingKeys();
        var tokens = new Tokens(keys, Clock.systemUTC());
        var token = new RoomToken(new RoomId(room), user == null ? null : new UserId(user), Role.of(role));
        spec.commandLine().getOut().println(tokens.mint(token, Duration.ofDays(days)));
    }
}
