package homstyle.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Nodes of one cluster on this machine, with the database they share and a balancer before them. */
public final class LocalCluster implements AutoCloseable {
    /** A node builds nothing, but all start at once and may have to wait for each other. */
    private static final Duration START = Duration.ofMinutes(2);

    private final List<Node> nodes;
    private final Balancer balancer;

    private LocalCluster(List<Node> nodes, Balancer balancer) {
        this.nodes = nodes;
        this.balancer = balancer;
    }

    /**
     * @param launcher the file {@code homstyle}
     * @param folder for data, keys and logs
     * @param size how many nodes
     * @param port the balancer's; 0 for any free one
     * @param journal environment variables that name the journal ({@code HOMSTYLE_JOURNAL} and what belongs to it)
     * @param settings further environment variables of a node, by its number and ports
     */
    public record Plan(
            Path launcher,
            Path folder,
            int size,
            int port,
            Map<String, String> journal,
            BiFunction<Integer, Node.Ports, Map<String, String>> settings) {}

    /** Starts them all and waits until each serves. */
    public static LocalCluster start(Plan plan) {
        var ports = Ports.free(plan.size() * 3);
        var places = new ArrayList<Node.Ports>();
        for (int i = 0; i < plan.size(); i++) {
            places.add(new Node.Ports(ports.get(3 * i), ports.get(3 * i + 1), ports.get(3 * i + 2)));
        }
        var settings = new HashMap<>(plan.journal());
        settings.put("HOMSTYLE_KEYS", keys(plan.folder()).toString());
        settings.put(
                "HOMSTYLE_CLUSTER",
                places.stream().map(place -> "127.0.0.1:" + place.management()).collect(Collectors.joining(",")));
        var nodes = new ArrayList<Node>();
        for (var place : places) {
            var number = nodes.size() + 1;
            var own = new HashMap<>(settings);
            own.putAll(plan.settings().apply(number, place));
            nodes.add(new Node(number, plan.folder(), place, plan.launcher(), own));
        }
        var balancer = Balancer.start(
                plan.port(), places.stream().map(Node.Ports::http).toList());
        var cluster = new LocalCluster(List.copyOf(nodes), balancer);
        try {
            nodes.forEach(Node::launch);
            nodes.forEach(node -> node.awaitReady(START));
            return cluster;
        } catch (RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    public List<Node> nodes() {
        return nodes;
    }

    /** The balancer's port, by which clients reach any node. */
    public int port() {
        return balancer.port();
    }

    /** Keys that all nodes share, made once. */
    private static Path keys(Path folder) {
        var file = folder.resolve("keys.json");
        if (!Files.exists(file)) {
            var secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            var text = "{\"keys\":[{\"kty\":\"oct\",\"use\":\"sig\",\"alg\":\"HS256\",\"kid\":\"local\",\"k\":\"%s\"}]}"
                    .formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, text, StandardCharsets.UTF_8);
            } catch (IOException failed) {
                throw new CannotStart("%s cannot be written: %s".formatted(file, failed.getMessage()), failed);
            }
        }
        return file;
    }

    /** Ends all nodes in order, at the same time. */
    @Override
    public void close() {
        balancer.close();
        nodes.stream().filter(Node::isLaunched).map(Node::terminate).toList().forEach(end -> end.join());
    }
}
