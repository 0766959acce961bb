package homstyle.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** A node of a local cluster: a process, started by the launcher, that keeps its ports when it is started anew. */
public final class Node {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pattern UP = Pattern.compile("\"status\":\"Up\"");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final int number;
    private final Path folder;
    private final Ports ports;
    private final Path launcher;
    private final Map<String, String> settings;
    private Process process;

    /**
     * @param http for browsers
     * @param management for health, metrics and the other nodes' bootstrap
     * @param cluster for the other nodes
     */
    public record Ports(int http, int management, int cluster) {}

    /**
     * @param number from 1
     * @param folder for its data and its log
     * @param launcher the file {@code homstyle}
     * @param settings environment variables beside those of its ports, or in their place
     */
    Node(int number, Path folder, Ports ports, Path launcher, Map<String, String> settings) {
        this.number = number;
        this.folder = folder;
        this.ports = ports;
        this.launcher = launcher;
        this.settings = settings;
    }

    public int number() {
        return number;
    }

    public Ports ports() {
        return ports;
    }

    public Path log() {
        return folder.resolve("node-%d.log".formatted(number));
    }

    /** The running process; its id is the server's own. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    boolean isLaunched() {
        return process != null;
    }

    /** Starts the process and returns at once. */
    public void launch() {
        var builder = new ProcessBuilder(
                        launcher.toString(),
                        "serve",
                        "--port",
                        Integer.toString(ports.http()),
                        "--data",
                        folder.resolve("node-%d".formatted(number)).toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("HOMSTYLE_") && !isForTheLauncher(name));
        builder.environment().put("HOMSTYLE_MANAGEMENT_PORT", Integer.toString(ports.management()));
        builder.environment().put("HOMSTYLE_CLUSTER_PORT", Integer.toString(ports.cluster()));
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new CannotStart("node %d cannot be started: %s".formatted(number, failed.getMessage()), failed);
        }
    }

    private static boolean isForTheLauncher(String variable) {
        return variable.startsWith("HOMSTYLE_JAVA_");
    }

    /** @throws CannotStart when it ended before it was ready, or was not ready in time */
    void awaitReady(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new CannotStart(
                        "node %d ended while it was starting; its log, %s, ends with: %s"
                                .formatted(number, log(), lastWords()),
                        null);
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart(
                        "node %d was not ready after %d s; its log is %s"
                                .formatted(number, patience.toSeconds(), log()),
                        null);
            }
            pause();
        }
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log());
            return lines.isEmpty() ? "" : lines.getLast();
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    public boolean isReady() {
        return ask("/ready").isPresent();
    }

    /** How many nodes of the cluster it knows to be up and can reach, itself included: 5 at most, 0 for no answer. */
    public long members() {
        return ask("/bootstrap/seed-nodes").stream()
                .flatMap(answer -> UP.matcher(answer).results())
                .count();
    }

    /** Empty for no answer, or one that is not good. */
    private Optional<String> ask(String path) {
        try {
            var address = URI.create("http://127.0.0.1:%d%s".formatted(ports.management(), path));
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            var response = HTTP.send(request, BodyHandlers.ofString());
            return Optional.of(response.body()).filter(_ -> response.statusCode() == 200);
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Starts it where it is not running, and returns at once. */
    public void launchIfEnded() {
        if (!process.isAlive()) {
            launch();
        }
    }

    /** Starts it where it is not running, and waits until it serves. */
    public void start(Duration patience) {
        launchIfEnded();
        awaitReady(patience);
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As {@code kill}; done when it has ended. */
    public CompletableFuture<Process> terminate() {
        process.destroy();
        return process.onExit();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
