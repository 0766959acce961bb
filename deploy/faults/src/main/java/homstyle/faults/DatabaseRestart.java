package homstyle.faults;

import homstyle.cluster.Database;
import java.util.random.RandomGenerator;

/** The database ends, in order or killed, and is started again when that is healed. */
final class DatabaseRestart implements Nemesis {
    private final Database database;

    DatabaseRestart(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database-restart";
    }

    @Override
    public String strike(RandomGenerator random) throws Exception {
        if (random.nextBoolean()) {
            database.kill();
            return "killed database";
        }
        database.stop();
        return "stopped database";
    }

    @Override
    public void heal() {
        database.start();
    }
}
