package homstyle.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void isCreatedWithItsParents() {
        var folder = DataFolder.at(temporary.resolve("a/b"));

        assertThat(temporary.resolve("a/b")).isEmptyDirectory();
        assertThat(JournalDatabase.in(folder).url())
                .isEqualTo("jdbc:sqlite:" + folder.path().resolve("journal.db"));
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        var file = Files.createFile(temporary.resolve("data"));
        refused(file, "is not a folder");
        refused(file.resolve("below"), "cannot be written");
    }

    /** Nobody can create a file there, not even the superuser, whom permissions do not bind. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void hasToBeWritable() {
        refused(Path.of("/proc"), "cannot be written");
        refused(Path.of("/proc/data"), "cannot be written");
    }

    @Test
    void aSecondProcessIsToldWhoHasIt() throws Exception {
        try (var first = ForkedJvm.run(LockHolder.class, temporary.toString(), "8080")) {
            assertThat(first.nextLine()).isEqualTo("locked");

            var refusal = catchThrowableOfType(
                    DataFolderInUse.class, () -> DataFolder.at(temporary).lock(8081));

            assertThat(refusal.pid()).isEqualTo(first.pid());
            assertThat(refusal.port()).isEqualTo(8080);
            assertThat(refusal).hasMessageContainingAll(temporary.toString(), "process id " + first.pid(), "port 8080");
            assertThat(temporary.resolve("server.lock")).hasContent("pid=" + first.pid() + "\nport=8080\n");
        }
    }

    @Test
    void aKilledProcessLeavesItFree() throws Exception {
        var killed = ForkedJvm.run(LockHolder.class, temporary.toString(), "8080");
        assertThat(killed.nextLine()).isEqualTo("locked");
        killed.kill();

        try (var _ = DataFolder.at(temporary).lock(8081)) {
            assertThat(temporary.resolve("server.lock")).content().contains("port=8081");
        }
    }

    /** Within one process the system's lock does not tell takers apart, and a careless second one would end it. */
    @Test
    void aRefusalInTheSameProcessDoesNotLoosenTheLock() throws Exception {
        var folder = DataFolder.at(temporary);
        try (var _ = folder.lock(8080)) {
            assertThatThrownBy(() -> DataFolder.at(temporary).lock(8081))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining("port 8080");
            try (var second = ForkedJvm.run(LockHolder.class, temporary.toString(), "8082")) {
                assertThat(second.nextLine())
                        .contains("process id " + ProcessHandle.current().pid(), "port 8080");
            }
        }
        try (var second = ForkedJvm.run(LockHolder.class, temporary.toString(), "8082")) {
            assertThat(second.nextLine()).isEqualTo("locked");
        }
    }

    @Test
    void closingTwiceIsHarmless() {
        var lock = DataFolder.at(temporary).lock(8080);
        lock.close();
        try (var _ = DataFolder.at(temporary).lock(8081)) {
            lock.close();
            assertThat(temporary.resolve("server.lock")).content().contains("port=8081");
        }
    }

    private static void refused(Path path, String expected) {
        assertThatThrownBy(() -> DataFolder.at(path))
                .isInstanceOf(DataFolderUnusable.class)
                .hasMessageContainingAll(path.toString(), expected);
    }
}
