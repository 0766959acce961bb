package homstyle.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The folder that holds everything a server keeps: its journal, its keys, its lock. One server at a time. */
public final class DataFolder {
    /** Past the end of the note, so that it stays readable where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /**
     * The locks of this process. Closing any channel on a locked file ends the lock of the whole process, so a second
     * taker here must not even open it.
     */
    private static final Map<Path, LockNote> HELD_HERE = new ConcurrentHashMap<>();

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /**
     * Creates the folder where it is missing.
     *
     * @throws DataFolderUnusable if it is not a folder or nothing can be written to it
     */
    public static DataFolder at(Path path) {
        var folder = path.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new DataFolderUnusable("The data folder " + folder + " is not a folder; choose another.");
        }
        try {
            Files.createDirectories(folder);
            // Permissions alone do not tell (a read-only disk, the superuser), so try.
            Files.delete(Files.createTempFile(folder, ".writable", null));
            return new DataFolder(folder.toRealPath());
        } catch (IOException failure) {
            throw notWritable(folder, failure);
        }
    }

    /** A folder that is only read: it is neither created nor tried. */
    public static DataFolder forReading(Path path) {
        return new DataFolder(path.toAbsolutePath().normalize());
    }

    public Path path() {
        return path;
    }

    /** A file in this folder, whether or not it exists. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /**
     * Takes the folder for this process until the lock is closed or the process ends, however it ends.
     *
     * @param port where this server is to listen, for the message to whoever comes second; 0 while that is open
     * @throws DataFolderInUse if another server holds it
     * @throws DataFolderUnusable if the lock file cannot be written
     */
    public Lock lock(int port) {
        var note = new LockNote(ProcessHandle.current().pid(), port);
        var holderHere = HELD_HERE.putIfAbsent(path, note);
        if (holderHere != null) {
            throw new DataFolderInUse(path, Optional.of(holderHere));
        }
        try {
            return new Lock(path, locked(note));
        } catch (IOException failure) {
            HELD_HERE.remove(path);
            throw notWritable(path, failure);
        } catch (DataFolderInUse elsewhere) {
            HELD_HERE.remove(path);
            throw elsewhere;
        }
    }

    private FileChannel locked(LockNote note) throws IOException {
        var file = file("server.lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw new DataFolderInUse(path, LockNote.parse(Files.readString(file)));
            }
            write(note, channel);
            return channel;
        } catch (IOException | DataFolderInUse failure) {
            channel.close();
            throw failure;
        }
    }

    private static void write(LockNote note, FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(note.text().getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static DataFolderUnusable notWritable(Path folder, IOException failure) {
        return new DataFolderUnusable(
                "The data folder " + folder + " cannot be written (" + reason(failure)
                        + "); let this user write to it, or choose another.",
                failure);
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> failure.toString();
        };
    }

    /** The folder is this process's until closed. */
    public static final class Lock implements AutoCloseable {
        private final Path folder;
        private final FileChannel channel;

        private Lock(Path folder, FileChannel channel) {
            this.folder = folder;
            this.channel = channel;
        }

        /**
         * Notes the port for whoever comes second, once it is known: a server may listen on any that is free.
         *
         * @throws DataFolderUnusable if the lock file cannot be written
         */
        public synchronized void listensOn(int port) {
            var note = new LockNote(ProcessHandle.current().pid(), port);
            try {
                write(note, channel);
                HELD_HERE.put(folder, note);
            } catch (IOException failure) {
                throw notWritable(folder, failure);
            }
        }

        @Override
        public synchronized void close() {
            if (!channel.isOpen()) {
                return;
            }
            try (channel) {
                // A note left behind would name a process that is gone.
                channel.truncate(0);
            } catch (IOException failure) {
                throw notWritable(folder, failure);
            } finally {
                HELD_HERE.remove(folder);
            }
        }
    }
}
