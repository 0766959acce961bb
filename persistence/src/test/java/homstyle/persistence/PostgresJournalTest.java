package homstyle.persistence;

class PostgresJournalTest extends JournalContract {
    private final JournalDatabase database = PostgresServer.shared().newDatabase();

    @Override
    JournalDatabase database() {
        return database;
    }

    @Override
    Credentials credentials() {
        return PostgresServer.ADMIN;
    }
}
