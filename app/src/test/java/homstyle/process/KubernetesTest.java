package homstyle.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import homstyle.access.SigningKeys;
import homstyle.protocol.ServerFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes as pods: each with an address of its own and all with the same ports. They share a SQLite file, which only works
 * because they are on one machine in truth.
 */
class KubernetesTest {
    private static final List<String> ADDRESSES = List.of("127.0.0.2", "127.0.0.3", "127.0.0.4");

    private final int port = Program.freePort();
    private final int managementPort = Program.freePort();
    private final int clusterPort = Program.freePort();

    @TempDir
    private Path folder;

    @Test
    @DisplayName("R1: pods that find each other by the Kubernetes API are one cluster, and have each room once")
    void podsFindEachOther() throws Exception {
        ADDRESSES.forEach(KubernetesTest::assumeIsHere);
        SigningKeys.in(keys());
        var pods = new ArrayList<Program.Running>();
        try (var api = KubernetesApi.start(Files.createDirectory(folder.resolve("account")))) {
            for (var address : ADDRESSES) {
                api.add(address, managementPort);
                pods.add(launch(api, address));
            }
            for (var pod : pods) {
                pod.awaitAddress();
            }
            // So many that some live on each pod.
            for (int room = 1; room <= 12; room++) {
                assertTogether("room-" + room);
            }
            assertThat(api.refused()).isEmpty();
        } finally {
            for (var pod : pods) {
                pod.close();
            }
        }
    }

    @Test
    @DisplayName("A pod that is alone answers its probes where it listens, too")
    void aloneItAnswersItsProbes() throws Exception {
        var address = ADDRESSES.getFirst();
        assumeIsHere(address);
        try (var pod = pod(address).serve(folder, port)) {
            pod.awaitAddress();
            for (var path : List.of("/ready", "/alive", "/metrics")) {
                assertThat(management(address).get(path).statusCode()).isEqualTo(200);
            }
        }
    }

    /** Linux has the whole of 127.0.0.0/8; other systems only what somebody added. */
    private static void assumeIsHere(String address) {
        try (var here = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            assertThat(here.isBound()).isTrue();
        } catch (IOException elsewhere) {
            abort(address + " is not an address of this machine");
        }
    }

    private Program.Running launch(KubernetesApi api, String address) throws IOException {
        var data = Files.createDirectory(folder.resolve(address));
        return api.known(pod(address))
                .with("HOMSTYLE_CLUSTER", "kubernetes")
                .with("HOMSTYLE_CLUSTER_HOST", address)
                .with("HOMSTYLE_CLUSTER_PORT", Integer.toString(clusterPort))
                .with("HOMSTYLE_KEYS", keys().toString())
                .with("HOMSTYLE_JOURNAL", "jdbc:sqlite:" + folder.resolve("journal.db"))
                .launch("serve", "--data", data.toString(), "--port", Integer.toString(port));
    }

    private Program pod(String address) {
        return new Program()
                .with("HOMSTYLE_HOST", address)
                .with("HOMSTYLE_MANAGEMENT_PORT", Integer.toString(managementPort))
                .with("HOMSTYLE_WARM_UP", "0s");
    }

    private Path keys() {
        return folder.resolve("keys.json");
    }

    private Service service(String address) {
        return new Service("http://%s:%d".formatted(address, port));
    }

    private Service management(String address) {
        return new Service("http://%s:%d".formatted(address, managementPort));
    }

    /** Each pod's tab sees what a tab of the first one did. */
    private void assertTogether(String room) throws Exception {
        var tabs = new ArrayList<Socket>();
        try {
            for (var address : ADDRESSES) {
                var tab = Socket.open(service(address).socket(room, ""), List.of());
                tab.await(ServerFrame.Welcome.class);
                tabs.add(tab);
            }
            var placed = tabs.getFirst()
                    .stores(Frames.place("p", "sofa", "HS-SOFA-220", 2_000, 2_000), ServerFrame.Placed.class);
            assertThat(placed.rev()).isEqualTo(1);
            for (var tab : tabs.subList(1, tabs.size())) {
                assertThat(tab.await(ServerFrame.Placed.class)).isEqualTo(placed);
            }
        } finally {
            tabs.forEach(Socket::close);
        }
    }
}
