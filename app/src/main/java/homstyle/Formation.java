package homstyle;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.management.cluster.bootstrap.ClusterBootstrap;

/** How this node finds the others of its cluster. */
sealed interface Formation {
    String EXPECTED = "alone, kubernetes, or management addresses such as 10.0.0.1:7626,10.0.0.2:7626";

    /** The name by which nodes look each other up, and the label of their pods. */
    String SERVICE = "homstyle-rooms";

    /** This node is the whole cluster. */
    record Alone() implements Formation {}

    /** By the Kubernetes API: pods with the label {@code app.kubernetes.io/name: homstyle-rooms}. */
    record Kubernetes() implements Formation {}

    /** By a list of management addresses; more than half of these nodes must be up to form a new cluster. */
    record Hosts(List<Contact> contacts) implements Formation {}

    /** A node's management address. */
    record Contact(String host, int port) {
        private static final Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+]):(\\d{1,5})");

        static Contact of(String text) {
            var parts = HOST_AND_PORT.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("\"%s\" is not an address, expected HOST:PORT".formatted(text));
            }
            return new Contact(parts.group(1), Integer.parseInt(parts.group(2)));
        }
    }

    /** @throws IllegalArgumentException when it is none of what is {@link #EXPECTED} */
    static Formation of(String text) {
        return switch (text) {
            case "alone" -> new Alone();
            case "kubernetes" -> new Kubernetes();
            default ->
                new Hosts(Arrays.stream(text.split(","))
                        .map(String::strip)
                        .map(Contact::of)
                        .toList());
        };
    }

    default boolean isAlone() {
        return this instanceof Alone;
    }

    /** What Pekko's cluster bootstrap is told. */
    default Config config() {
        return switch (this) {
            case Alone() -> ConfigFactory.empty();
            case Kubernetes() ->
                bootstrap(Map.of(
                        "discovery-method", "kubernetes-api",
                        "port-name", "management",
                        "required-contact-point-nr", 2));
            case Hosts(var contacts) ->
                bootstrap(Map.of(
                                "discovery-method",
                                "config",
                                "required-contact-point-nr",
                                contacts.size() / 2 + 1,
                                // Whoever is not up yet joins later.
                                "contact-with-all-contact-points",
                                false))
                        // The ports of this list are all management's.
                        .withFallback(ConfigFactory.parseString(
                                "pekko.management.cluster.bootstrap.contact-point.filter-on-fallback-port = false"))
                        .withFallback(ConfigFactory.parseMap(Map.of(
                                "pekko.discovery.config.services." + SERVICE + ".endpoints",
                                contacts.stream()
                                        .map(contact -> Map.of("host", contact.host(), "port", contact.port()))
                                        .toList())));
        };
    }

    /**
     * Lets the node look for its cluster, or be one.
     *
     * @return done when it belongs to it, however long that takes
     */
    default CompletionStage<Void> join(ActorSystem<?> system) {
        var up = new CompletableFuture<Void>();
        org.apache.pekko.cluster.Cluster.get(system.classicSystem()).registerOnMemberUp(() -> up.complete(null));
        if (isAlone()) {
            var cluster = Cluster.get(system);
            cluster.manager().tell(Join.create(cluster.selfMember().address()));
        } else {
            ClusterBootstrap.get(system.classicSystem()).start();
        }
        return up;
    }

    private static Config bootstrap(Map<String, ?> discovery) {
        var keys = new HashMap<String, Object>(discovery);
        keys.put("service-name", SERVICE);
        return ConfigFactory.parseMap(keys).atPath("pekko.management.cluster.bootstrap.contact-point-discovery");
    }
}
