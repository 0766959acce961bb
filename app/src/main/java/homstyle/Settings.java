package homstyle;

import com.typesafe.config.Config;
import homstyle.access.Access;
import homstyle.http.HttpServer;
import homstyle.protocol.ServerFrame.Limits;
import homstyle.session.SessionFlow;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What operators set: the section {@code homstyle} of the configuration, read once. The keys and their environment
 * variables are explained in {@code application.conf}.
 *
 * @param journal the journal's JDBC URL; empty for the file in the data folder
 */
public record Settings(
        HttpServer.Address address,
        Path data,
        Optional<String> journal,
        Access access,
        Duration lockLease,
        Duration lockGrace,
        Duration motionTick,
        Limits limits,
        int mostSockets) {

    /** @throws IllegalArgumentException naming the setting, its value and what was expected */
    public static Settings of(Config config) {
        var section = config.getConfig("homstyle");
        var settings = new Settings(
                new HttpServer.Address(section.getString("host"), section.getInt("port"), list(section, "origins")),
                Path.of(section.getString("data")),
                Optional.of(section.getString("journal")).filter(url -> !url.isEmpty()),
                Access.of(section.getString("access")),
                section.getDuration("lock-lease"),
                section.getDuration("lock-grace"),
                section.getDuration("motion-tick"),
                limits(section.getConfig("limits")),
                section.getInt("limits.sockets"));
        if (settings.access() == Access.OPEN && !section.getBoolean("open-to-network")) {
            settings.requireLoopback();
        }
        return settings;
    }

    private static Limits limits(Config limits) {
        return new Limits(
                limits.getInt("requests-per-second"),
                limits.getInt("motion-per-second"),
                SessionFlow.LARGEST_MESSAGE,
                limits.getInt("items"),
                limits.getInt("clients"));
    }

    /** Open access lets everybody into every room, so it is not for a network unless somebody says so (C4). */
    private void requireLoopback() {
        try {
            if (InetAddress.getByName(address.host()).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("the host \"%s\" is not known".formatted(address.host()), unknown);
        }
        throw new IllegalArgumentException(("open access on %s would let everybody on the network into every room; "
                        + "use --access signed, or set HOMSTYLE_OPEN_TO_NETWORK=true if that is meant")
                .formatted(address.host()));
    }

    private static List<String> list(Config section, String key) {
        return Arrays.stream(section.getString(key).split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
