package homstyle;

import com.typesafe.config.Config;
import homstyle.access.Access;
import homstyle.access.SigningKeys;
import homstyle.http.HttpServer;
import homstyle.persistence.Credentials;
import homstyle.persistence.DataFolder;
import homstyle.persistence.JournalDatabase;
import homstyle.protocol.ServerFrame.Limits;
import homstyle.session.Patience;
import homstyle.session.SessionFlow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What operators set: the section {@code homstyle} of the configuration, read once. The keys and their environment
 * variables are explained in {@code application.conf}.
 *
 * @param journal the journal's JDBC URL; empty for the file in the data folder
 * @param keys the file with the signing keys; empty for one in the data folder
 * @param openToNetwork whether open access is meant for more than this machine
 * @param rateLimits whether the limits of what one client may send are held against anybody (E5)
 * @param warmUp how long a new process exercises itself before it is ready; may be zero
 */
public record Settings(
        HttpServer.Address address,
        Path data,
        Optional<String> journal,
        Credentials journalCredentials,
        Optional<Path> keys,
        ClusterSettings cluster,
        Access access,
        boolean openToNetwork,
        Duration warmUp,
        Duration hibernateAfter,
        Duration lockLease,
        Duration lockGrace,
        Duration motionTick,
        Patience patience,
        Limits limits,
        boolean rateLimits,
        int mostSockets) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int MANY = 1_000_000;
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+");

    /** @throws IllegalArgumentException naming the setting, its value and what was expected */
    public static Settings of(Config config) {
        var section = new Section(config.getConfig("homstyle"));
        return new Settings(
                address(section),
                Path.of(section.text("data", "a folder")),
                section.optional("journal"),
                credentials(section),
                section.optional("keys").map(Path::of),
                cluster(section),
                Access.of(section.text("access", "open or signed")),
                section.flag("open-to-network"),
                section.timeOrNone("warm-up"),
                section.time("hibernate-after"),
                section.time("lock-lease"),
                section.time("lock-grace"),
                section.time("motion-tick"),
                patience(section),
                limits(section),
                section.flag("limits.rates"),
                section.number("limits.sockets", 1, MANY));
    }

    private static HttpServer.Address address(Section section) {
        return new HttpServer.Address(
                section.text("host", "an address or a name of this machine"),
                section.number("port", 0, HIGHEST_PORT),
                origins(section));
    }

    private static ClusterSettings cluster(Section section) {
        return new ClusterSettings(
                section.parsed("cluster", Formation.EXPECTED, Formation::of),
                section.text("cluster-host", "an address or a name of this machine"),
                section.number("cluster-port", 0, HIGHEST_PORT),
                section.optionalNumber("cluster-bind-port", 1, HIGHEST_PORT),
                section.optionalNumber("management-port", 0, HIGHEST_PORT));
    }

    private static Credentials credentials(Section section) {
        var password = section.optional("journal-password");
        var file = section.optional("journal-password-file").map(Path::of);
        if (password.isPresent() && file.isPresent()) {
            throw new IllegalArgumentException(
                    "journal-password and journal-password-file are both set, expected one of them");
        }
        return new Credentials(
                section.optional("journal-user").orElse(""),
                file.map(Settings::onlyLine).or(() -> password).orElse(""));
    }

    private static String onlyLine(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "journal-password-file is \"%s\", which cannot be read (%s)".formatted(file, unreadable),
                    unreadable);
        }
    }

    private static List<String> origins(Section section) {
        return section.list("origins", "origins such as https://shop.example, separated by commas", Settings::origin);
    }

    /**
     * As browsers say it, to be compared with what they send: in small letters, and without a port that goes without
     * saying.
     *
     * @throws IllegalArgumentException for what is no origin
     */
    private static String origin(String text) {
        var origin = URI.create(text.toLowerCase(Locale.ROOT));
        if (!ORIGIN.matcher(origin.toString()).matches()
                || origin.getHost() == null
                || origin.getPort() > HIGHEST_PORT) {
            throw new IllegalArgumentException(text);
        }
        var implied = origin.getScheme().equals("https") ? 443 : 80;
        var port = origin.getPort() < 0 || origin.getPort() == implied ? "" : ":" + origin.getPort();
        return origin.getScheme() + "://" + origin.getHost() + port;
    }

    private static Patience patience(Section section) {
        return new Patience(
                section.time("patience.silence"),
                section.time("patience.probe"),
                section.time("patience.answer"),
                section.time("patience.again"));
    }

    private static Limits limits(Section section) {
        return new Limits(
                section.number("limits.requests-per-second", 1, MANY),
                section.number("limits.motion-per-second", 1, MANY),
                SessionFlow.LARGEST_MESSAGE,
                section.number("limits.items", 1, MANY),
                section.number("limits.clients", 1, MANY));
    }

    /** The journal, wherever it is. */
    JournalDatabase database(DataFolder folder) {
        return journal.map(url -> JournalDatabase.at(url, journalCredentials))
                .orElseGet(() -> JournalDatabase.in(folder));
    }

    /** The keys of the file that was named, or those in the data folder, which are made when there are none. */
    SigningKeys signingKeys() {
        return keys.map(SigningKeys::at).orElseGet(() -> keysIn(DataFolder.at(data)));
    }

    static SigningKeys keysIn(DataFolder folder) {
        return SigningKeys.in(folder.file(SigningKeys.FILE));
    }

    /**
     * Open access lets everybody into every room, so it is not for a network unless somebody says so (C4).
     *
     * @throws IllegalArgumentException saying why these settings are nothing to serve with
     */
    void checkReach() {
        try {
            var reached = InetAddress.getByName(address.host());
            if (access == Access.OPEN && !openToNetwork && !reached.isLoopbackAddress()) {
                throw new IllegalArgumentException(
                        ("open access on %s would let everybody on the network into every room; "
                                        + "use --access signed, or set HOMSTYLE_OPEN_TO_NETWORK=true if that is meant")
                                .formatted(address.host()));
            }
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "host is \"%s\", expected an address or a name of this machine".formatted(address.host()), unknown);
        }
    }
}
