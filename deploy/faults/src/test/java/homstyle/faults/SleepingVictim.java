package homstyle.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real process that does nothing, for faults to befall. */
final class SleepingVictim implements Victim, AutoCloseable {
    private final String[] command;
    private Process process;

    SleepingVictim(String... command) throws IOException {
        this.command = command;
        restart();
    }

    static SleepingVictim start() throws IOException {
        return new SleepingVictim("sleep", "600");
    }

    @Override
    public String name() {
        return "sleeper";
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void restart() throws IOException {
        process = new ProcessBuilder(command).start();
    }

    /** As Linux tells: S sleeping, T stopped. */
    char state() throws IOException {
        var status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        return status.charAt(status.lastIndexOf(')') + 2);
    }

    /** Until it has said a line. */
    void awaitWord() throws IOException {
        process.inputReader().readLine();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
