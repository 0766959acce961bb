package homstyle;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Optional;

/**
 * This node's place among others.
 *
 * @param host the address under which the other nodes reach this one
 * @param port where they talk to it (Artery); 0 for any free one
 * @param bindPort where it listens for them if that is another port, which the first leads to; empty for the same
 * @param managementPort for health, metrics and the bootstrap, apart from what browsers reach; empty for health and
 *     metrics on the main port
 */
record ClusterSettings(
        Formation formation, String host, int port, Optional<Integer> bindPort, Optional<Integer> managementPort) {
    /** What Pekko is told of it. */
    Config config() {
        var keys = new HashMap<String, Object>();
        keys.put("pekko.remote.artery.canonical.hostname", host);
        keys.put("pekko.remote.artery.canonical.port", port);
        bindPort.ifPresent(bound -> keys.put("pekko.remote.artery.bind.port", bound));
        keys.put("pekko.cluster.app-version", Version.release());
        managementPort.ifPresent(management -> {
            keys.put("pekko.management.http.hostname", host);
            keys.put("pekko.management.http.port", management);
        });
        return ConfigFactory.parseMap(keys).withFallback(formation.config());
    }

    /**
     * @param sharedKeys whether the signing keys come from a file that all nodes have
     * @param shareable whether servers on several machines may use the journal at once
     * @throws IllegalArgumentException saying what a cluster lacks
     */
    void check(boolean sharedKeys, boolean shareable) {
        if (formation.isAlone()) {
            return;
        }
        if (managementPort.isEmpty()) {
            throw new IllegalArgumentException(
                    "a cluster needs a management port, by which its nodes find each other; set HOMSTYLE_MANAGEMENT_PORT");
        }
        if (!sharedKeys) {
            throw new IllegalArgumentException(
                    "a cluster needs one set of signing keys, or a token of one node is refused by the next; set HOMSTYLE_KEYS to a file that all nodes have");
        }
        if (!shareable && !isThisMachineOnly()) {
            throw new IllegalArgumentException(
                    ("a cluster whose nodes are reached at %s cannot share an SQLite file, which works on one machine only; "
                                    + "set HOMSTYLE_JOURNAL to jdbc:postgresql://HOST/DATABASE")
                            .formatted(host));
        }
    }

    private boolean isThisMachineOnly() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "cluster-host is \"%s\", expected an address or a name of this machine".formatted(host), unknown);
        }
    }
}
