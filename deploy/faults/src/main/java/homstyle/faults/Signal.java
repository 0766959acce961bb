package homstyle.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What processes can be told by {@code kill}. */
enum Signal {
    KILL,
    STOP,
    CONT,
    TERM;

    /**
     * To a process that has ended meanwhile it says nothing.
     *
     * @throws IOException when it is another user's
     */
    void sendTo(ProcessHandle process) throws IOException, InterruptedException {
        var command = new ProcessBuilder("kill", "-" + this, Long.toString(process.pid()));
        var kill = command.redirectErrorStream(true).start();
        var said = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kill.waitFor() != 0 && process.isAlive()) {
            throw new IOException("%s cannot be told %s: %s".formatted(process.pid(), this, said.strip()));
        }
    }
}
