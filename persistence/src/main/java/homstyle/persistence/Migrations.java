package homstyle.persistence;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.sqlite.SQLiteErrorCode;

/** Brings a journal's tables to the version this program knows, and refuses those of a newer program. */
final class Migrations {
    private static final int ATTEMPTS = 3;

    private final Dialect dialect;
    private final DataSource source;
    private final Flyway flyway;

    Migrations(Dialect dialect, DataSource source) {
        this.dialect = dialect;
        this.source = source;
        this.flyway = Flyway.configure()
                .dataSource(source)
                .locations(dialect.migrations())
                .failOnMissingLocations(true)
                .load();
    }

    void run() {
        try (var connection = source.getConnection()) {
            dialect.check(connection);
        } catch (SQLException failure) {
            throw dialect.explain(failure);
        }
        migrate(ATTEMPTS);
    }

    /** SQLite has no lock that Flyway could take: of servers that start at once the later ones fail, and then find all. */
    private void migrate(int attempts) {
        try {
            refuseNewer(flyway.info());
            flyway.migrate();
        } catch (FlywayException failure) {
            if (attempts == 1 || !isBusy(failure)) {
                throw explain(failure);
            }
            migrate(attempts - 1);
        }
    }

    private static boolean isBusy(FlywayException failure) {
        return databaseFailure(failure)
                .filter(known -> (known.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code)
                .isPresent();
    }

    /** By itself Flyway takes migrations it does not know for a harmless future. */
    private void refuseNewer(MigrationInfoService info) {
        var newer = Arrays.stream(info.applied()).filter(Migrations::isFuture).toList();
        if (!newer.isEmpty()) {
            throw new JournalUnavailable("Cannot use the journal " + dialect.name() + ": its tables have version "
                    + newer.getLast().getVersion() + ", this program knows them up to version "
                    + newestKnown(info) + "; start the newer program, or restore a backup from before the upgrade.");
        }
    }

    private static boolean isFuture(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }

    private static MigrationVersion newestKnown(MigrationInfoService info) {
        return Arrays.stream(info.all())
                .filter(migration -> !isFuture(migration))
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }

    private JournalUnavailable explain(FlywayException failure) {
        var databaseFailure = databaseFailure(failure);
        if (databaseFailure.isPresent()) {
            return dialect.explain(databaseFailure.get());
        }
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return new JournalUnavailable(
                    "Cannot use the journal " + dialect.name() + ": it holds another program's tables; name another.",
                    failure);
        }
        return new JournalUnavailable(
                "Cannot prepare the tables of the journal " + dialect.name() + ": " + failure.getMessage(), failure);
    }

    private static Optional<SQLException> databaseFailure(FlywayException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }
}
