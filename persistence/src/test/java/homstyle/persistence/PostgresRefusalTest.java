package homstyle.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal names the database, what is wrong with it and what to do; none shows a password. */
class PostgresRefusalTest {
    private static final PostgresServer SERVER = PostgresServer.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:",
                "jdbc:postgresql:rooms",
                "jdbc:postgresql://localhost",
                "jdbc:postgresql://localhost/",
                "jdbc:postgresql:///rooms",
                "jdbc:postgresql://localhost:port/rooms",
                "jdbc:postgresql://localhost:99999/rooms",
                "jdbc:postgresql://localhost/?sslmode=require"
            })
    void aUrlWithoutADatabase(String url) {
        assertThatThrownBy(() -> JournalDatabase.at(url, PostgresServer.ADMIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"" + url + "\"", "expected jdbc:postgresql://HOST[:PORT]/DATABASE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/rooms?user=anna&password=secret",
                "jdbc:postgresql://localhost/rooms?sslmode=require&Password=secret",
                "jdbc:postgresql://localhost/rooms?sslpassword=secret",
                "jdbc:postgresql://anna:secret@localhost/rooms",
                "postgres://anna:secret@localhost/rooms"
            })
    void aPasswordInTheUrl(String url) {
        assertThatThrownBy(() -> JournalDatabase.at(url, PostgresServer.ADMIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected")
                .hasMessageNotContaining("secret");
    }

    @Test
    void noUser() {
        assertThatThrownBy(() -> JournalDatabase.at("jdbc:postgresql://localhost/rooms"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("jdbc:postgresql://localhost/rooms", "needs a user");
    }

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (var taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        refused(JournalDatabase.at("jdbc:postgresql://localhost:" + port + "/rooms", PostgresServer.ADMIN), "reached");
    }

    @Test
    void anUnknownHost() {
        refused(
                JournalDatabase.at("jdbc:postgresql://database.invalid/rooms", PostgresServer.ADMIN),
                "unknown host database.invalid");
    }

    @Test
    void aServerThatNeverAnswers() throws Exception {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var database = JournalDatabase.at(
                    "jdbc:postgresql://localhost:" + silent.getLocalPort() + "/rooms", PostgresServer.ADMIN);
            var begun = System.nanoTime();
            refused(database, "reached", "no answer in time");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void theWrongPassword() {
        createGuarded();
        refused(as(new Credentials(PostgresServer.GUARDED.user(), "wrong")), "password of user guarded is not right");
        refused(as(new Credentials(PostgresServer.GUARDED.user(), "")), "refuses the connection", "password");
    }

    @Test
    void anUnknownUser() {
        refused(as(new Credentials("nobody", "")), "user nobody is not let in");
    }

    @Test
    void aUserWhoMayNotCreateTables() {
        createGuarded();
        var database = SERVER.newDatabase();
        // As it is by default since PostgreSQL 15.
        SERVER.execute(name(database), "REVOKE CREATE ON SCHEMA public FROM PUBLIC");

        refused(
                JournalDatabase.at(database.url(), PostgresServer.GUARDED),
                "user guarded may not do this",
                "permission denied to create tables");
    }

    @Test
    void noSuchDatabase() {
        refused(JournalDatabase.at(SERVER.url("nowhere"), PostgresServer.ADMIN), "no such database");
    }

    @Test
    void tablesOfANewerProgram() {
        var database = SERVER.newDatabase();
        database.migrate();
        SERVER.execute(name(database), """
                INSERT INTO flyway_schema_history
                  (installed_rank, version, description, type, script, installed_by, execution_time, success)
                VALUES (2, '7', 'of tomorrow', 'SQL', 'V7__of_tomorrow.sql', '', 1, true)""");

        refused(database, "version 7", "version 1", "newer program");
    }

    @Test
    void tablesOfAnotherProgram() {
        var database = SERVER.newDatabase();
        SERVER.execute(name(database), "CREATE TABLE songs (title TEXT)");

        refused(database, "another program's tables");
    }

    @Test
    void aDatabaseThatCanOnlyBeRead() {
        var database = SERVER.newDatabase();
        SERVER.execute("postgres", "ALTER DATABASE " + name(database) + " SET default_transaction_read_only = on");

        refused(database, "can only be read", "primary");
    }

    @Test
    void commitsThatDoNotWaitForTheDisk() {
        var url = SERVER.newDatabase().url() + "?options=-c%20synchronous_commit%3Doff";

        refused(JournalDatabase.at(url, PostgresServer.ADMIN), "synchronous_commit is off");
    }

    @Test
    void anOldServer() {
        var dialect = Postgres.at("jdbc:postgresql://localhost/rooms", PostgresServer.ADMIN);

        dialect.refuseOlder(14);

        assertThatThrownBy(() -> dialect.refuseOlder(13))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContainingAll("PostgreSQL 13", "expected 14 or newer");
    }

    @Test
    void readingBeforeThereAreTables() {
        assertThatThrownBy(() -> SERVER.newDatabase().reader().persistenceIds(""))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("no journal yet");
    }

    @Test
    void readingExplainsWhyItCannotConnect() {
        createGuarded();
        assertThatThrownBy(
                        () -> as(new Credentials("guarded", "wrong")).reader().persistenceIds(""))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("password of user guarded is not right");
    }

    @Test
    void aPasswordIsNotShown() {
        var credentials = new Credentials("anna", "secret");

        assertThat(credentials.toString()).contains("anna").doesNotContain("secret");
        assertThat(JournalDatabase.at("jdbc:postgresql://localhost/rooms?sslmode=require", credentials))
                .hasToString("postgresql://localhost/rooms");
    }

    private static void createGuarded() {
        SERVER.execute("postgres", """
                DO $$ BEGIN
                  CREATE ROLE %s LOGIN PASSWORD '%s';
                EXCEPTION WHEN duplicate_object THEN NULL;
                END $$""".formatted(PostgresServer.GUARDED.user(), PostgresServer.GUARDED.password()));
    }

    private static JournalDatabase as(Credentials credentials) {
        return JournalDatabase.at(SERVER.newDatabase().url(), credentials);
    }

    private static String name(JournalDatabase database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    private static void refused(JournalDatabase database, String... expected) {
        assertThatThrownBy(database::migrate)
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining(database.toString())
                .hasMessageContainingAll(expected)
                .message()
                .doesNotContain("wrong", "open sesame");
    }
}
