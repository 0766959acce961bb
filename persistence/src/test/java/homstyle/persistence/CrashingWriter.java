package homstyle.persistence;

import homstyle.persistence.Notebook.Answer;
import java.util.stream.IntStream;

/** Writes to some notebooks at once for as long as it lives, and prints each line that is acknowledged. */
final class CrashingWriter {
    static final int NOTEBOOKS = 4;

    private CrashingWriter() {}

    public static void main(String[] arguments) {
        var credentials = new Credentials(arguments[1], arguments[2]);
        var notebooks = Notebooks.on(JournalDatabase.at(arguments[0], credentials));
        IntStream.range(0, NOTEBOOKS).forEach(n -> writeNext(notebooks, "notebook " + n, 1));
    }

    private static void writeNext(Notebooks notebooks, String id, int n) {
        var line = ProcessHandle.current().pid() + "/" + n;
        notebooks.writing(id, line).thenAccept(answer -> {
            var written = (Answer.Written) answer;
            System.out.println(id + "\t" + written.revision() + "\t" + line);
            writeNext(notebooks, id, n + 1);
        });
    }
}
