package homstyle.persistence;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Properties;

/** What the holder of a data folder writes into its lock file, for people and for the server that comes second. */
record LockNote(long pid, int port) {

    String text() {
        return "pid=" + pid + "\nport=" + port + "\n";
    }

    /** Empty if the holder has not written it yet. */
    static Optional<LockNote> parse(String text) throws IOException {
        var entries = new Properties();
        entries.load(new StringReader(text));
        try {
            return Optional.of(new LockNote(
                    Long.parseLong(entries.getProperty("pid")), Integer.parseInt(entries.getProperty("port"))));
        } catch (NumberFormatException notWritten) {
            return Optional.empty();
        }
    }
}
