package homstyle.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program {@code homstyle}, run in processes of its own with the flags and the class path it is delivered with. */
final class Program {
    /** Below the ports that systems give to outgoing connections, so that nobody takes one while its server is down. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 30_000;

    /** What Pekko warns of when a node stands still for two seconds. */
    private static final String STALLED = "Scheduled sending of heartbeat was delayed";

    private final Map<String, String> environment = new HashMap<>();
    private Path workingFolder = Path.of("").toAbsolutePath();
    private List<String> wrapper = List.of();

    /** What became of a command. */
    record Ended(int code, String out, String err) {}

    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Program in(Path folder) {
        workingFolder = folder;
        return this;
    }

    /** Puts a command before it that becomes the program in the end. */
    Program through(String... command) {
        wrapper = List.of(command);
        return this;
    }

    /** Runs a command to its end. */
    Ended run(String... arguments) throws Exception {
        try (var running = launch(arguments)) {
            return running.awaitEnd();
        }
    }

    /** Starts {@code serve} on the folder and waits until it says where it can be reached. */
    Running serve(Path data, int port, String... more) throws Exception {
        var running = launch(Stream.concat(
                        Stream.of("serve", "--data", data.toString(), "--port", Integer.toString(port)),
                        Stream.of(more))
                .toArray(String[]::new));
        try {
            running.awaitAddress();
            return running;
        } catch (AssertionError failed) {
            running.close();
            throw failed;
        }
    }

    /** Starts a command and waits for nothing. */
    Running launch(String... arguments) throws IOException {
        var out = Files.createTempFile("homstyle-out", ".txt");
        var err = Files.createTempFile("homstyle-err", ".txt");
        var builder = new ProcessBuilder(command(arguments))
                .directory(workingFolder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HOMSTYLE_"));
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    private List<String> command(String... arguments) {
        var command = new ArrayList<>(wrapper);
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.add("@" + jvmOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "homstyle.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path jvmOptions() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("deploy/jvm.options"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no deploy/jvm.options here or in a folder above"));
    }

    /** A log but for the lines which say that the machine was too busy for the program: no fault of that one's. */
    static String withoutStalls(String log) {
        return log.lines().filter(line -> !line.contains(STALLED)).collect(Collectors.joining("\n"));
    }

    static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException _) {
                // Somebody has it: look at another one.
            }
        }
    }

    /** A process of the program, which ends with the test at the latest. */
    static final class Running implements AutoCloseable {
        private static final String ADDRESS = "HÖMSTYLE Rooms is open on ";

        private final Process process;
        private final Path out;
        private final Path err;

        private Running(Process process, Path out, Path err) {
            this.process = process;
            this.out = out;
            this.err = err;
        }

        long pid() {
            return process.pid();
        }

        boolean isAlive() {
            return process.isAlive();
        }

        String out() throws IOException {
            return Files.readString(out);
        }

        String err() throws IOException {
            return Files.readString(err);
        }

        /** Where the server says it can be reached, such as {@code http://localhost:8080}. */
        String awaitAddress() throws Exception {
            try {
                Wait.until("the server's address, or its end", () -> out().endsWith("\n") || !isAlive());
            } catch (AssertionError inVain) {
                throw new AssertionError("%s; it said:%n%s".formatted(inVain.getMessage(), err()), inVain);
            }
            var line = out().strip();
            if (!line.startsWith(ADDRESS)) {
                throw new AssertionError("the server did not start; it said:\n%s%s".formatted(out(), err()));
            }
            return line.substring(ADDRESS.length());
        }

        Service service() throws Exception {
            return new Service(awaitAddress());
        }

        Ended awaitEnd() throws Exception {
            if (!process.waitFor(Wait.LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the process does not end; it said:\n%s%s".formatted(out(), err()));
            }
            return new Ended(process.exitValue(), out(), err());
        }

        /** Asks it to end, as {@code kill} and service managers do. */
        void terminate() {
            process.destroy();
        }

        /** Ends it as {@code kill -9} does and waits until it is gone. */
        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }

        @Override
        public void close() throws IOException {
            kill();
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }
}
