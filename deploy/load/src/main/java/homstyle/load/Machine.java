package homstyle.load;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether this machine lets one process open that many sockets. */
final class Machine {
    private static final Path PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final int FILES_BESIDE_SOCKETS = 200;

    private Machine() {}

    /** @throws CannotLoad saying what to raise */
    static void check(Plan plan) {
        checkFiles(plan.tabs());
        // Who comes back gets a new port while the old one is still kept aside.
        checkPorts(plan.kind() == Kind.STORM ? 2 * plan.tabs() : plan.tabs());
    }

    /** Java has raised its soft limit to the hard one when it started. */
    private static void checkFiles(int sockets) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            var most = system.getMaxFileDescriptorCount() - FILES_BESIDE_SOCKETS;
            if (sockets > most) {
                throw new CannotLoad(("--tabs is %d, expected at most %d: this process may open %d files (ulimit -n); "
                                + "raise its hard limit, also for the server")
                        .formatted(sockets, most, system.getMaxFileDescriptorCount()));
            }
        }
    }

    private static void checkPorts(int ports) {
        try {
            if (Files.isReadable(PORTS)) {
                var range = Files.readAllLines(PORTS).getFirst().strip().split("\\s+");
                var most = Integer.parseInt(range[1]) - Integer.parseInt(range[0]) + 1;
                if (ports > most) {
                    throw new CannotLoad(
                            "these tabs need %d ports, expected at most %d: raise net.ipv4.ip_local_port_range"
                                    .formatted(ports, most));
                }
            }
        } catch (IOException unknown) {
            // Then connecting tells.
        }
    }
}
