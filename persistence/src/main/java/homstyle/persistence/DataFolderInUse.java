package homstyle.persistence;

import java.io.Serial;
import java.nio.file.Path;
import java.util.Optional;

/** Another server holds the data folder; the message names its process and port. */
public final class DataFolderInUse extends DataFolderUnusable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long pid;
    private final int port;

    DataFolderInUse(Path folder, Optional<LockNote> holder) {
        super("The data folder " + folder + " is in use by "
                + holder.map(DataFolderInUse::named).orElse("a server that is just starting")
                + "; stop that one, or choose another folder.");
        this.pid = holder.map(LockNote::pid).orElse(0L);
        this.port = holder.map(LockNote::port).orElse(0);
    }

    private static String named(LockNote holder) {
        var server = "the server with process id " + holder.pid();
        return holder.port() == 0 ? server + ", which is just starting" : server + " on port " + holder.port();
    }

    /** Process id of the server that holds the folder; 0 while it is just starting. */
    public long pid() {
        return pid;
    }

    /** Port that server listens on; 0 while it is just starting. */
    public int port() {
        return port;
    }
}
