import java.sql.DriverManager;

/**
 * Takes the journal's file for itself, so that nobody else can write to it, until its standard input ends. Run as
 * {@code java -cp homstyle.jar HoldJournal.java FILE}; says "held" when it has it.
 */
final class HoldJournal {
    private HoldJournal() {}

    public static void main(String[] arguments) throws Exception {
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                var statement = database.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 20000");
            statement.execute("BEGIN EXCLUSIVE");
            System.out.println("held");
            System.in.transferTo(System.err);
            statement.execute("ROLLBACK");
        }
    }
}
