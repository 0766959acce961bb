package homstyle;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Says what the launcher has given it. */
final class Main {
    public static void main(String[] arguments) {
        System.out.println("pid " + ProcessHandle.current().pid());
        System.out.println("folder " + Path.of("").toAbsolutePath());
        System.out.println("home " + System.getenv("HOMSTYLE_HOME"));
        for (var flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            System.out.println("flag " + flag);
        }
        for (var argument : arguments) {
            System.out.println("argument " + argument);
        }
        System.exit(arguments[0].equals("serve") ? 0 : 2);
    }
}
