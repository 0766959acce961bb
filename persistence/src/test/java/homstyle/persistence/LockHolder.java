package homstyle.persistence;

import java.io.IOException;
import java.nio.file.Path;

/** Takes a data folder and keeps it until killed, or until its input ends. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (var _ = DataFolder.at(Path.of(arguments[0])).lock(Integer.parseInt(arguments[1]))) {
            System.out.println("locked");
            System.in.read();
        } catch (DataFolderInUse inUse) {
            System.out.println(inUse.getMessage());
        }
    }
}
