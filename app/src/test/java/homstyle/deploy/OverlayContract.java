package homstyle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import homstyle.Settings;
import homstyle.access.Access;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each overlay promises, and that it is what the service does. */
abstract class OverlayContract {
    private static final Path CONFIGURATION = Path.of("src", "main", "resources", "application.conf");
    private static final Path DOCUMENTATION = Path.of("..", "docs", "operations.md");
    private static final Path PROJECT = Path.of("..", "pom.xml");
    private static final Path DOCKERFILE = Path.of("..", "deploy", "Dockerfile");

    private static final Pattern SETTING = Pattern.compile("(?m)^ *(\\S+) = \\$\\{\\?(HOMSTYLE_\\w+)}");
    private static final Pattern GIVEN_SECRET =
            Pattern.compile("kubectl create secret \\S+ (\\S+)((?:[^\\n]*\\\\\\n)*[^\\n]*)");
    private static final Pattern GIVEN_KEY = Pattern.compile("--from-(?:literal|file)=([^=\\s]+)");

    /** Read by the launcher. */
    private static final Set<String> OF_THE_LAUNCHER = Set.of("HOMSTYLE_JAVA_OPTS");

    private static final String SECRETS = "/etc/homstyle/";
    private static final String NAME = "homstyle-rooms";

    final Rendered rendered;

    OverlayContract(String overlay) throws Exception {
        rendered = Rendered.overlay(overlay);
    }

    @Test
    void variablesAreSettingsOfTheServer() throws Exception {
        var known = new TreeSet<>(settings().keySet());
        known.addAll(OF_THE_LAUNCHER);
        assertThat(known).containsAll(rendered.environment().keySet());
    }

    @Test
    void settingsHaveValuesThatTheServerTakes() throws Exception {
        var keys = settings();
        var config = ConfigFactory.load();
        for (var setting : rendered.settings().entrySet()) {
            if (keys.containsKey(setting.getKey())) {
                config = config.withValue(
                        "homstyle." + keys.get(setting.getKey()),
                        ConfigValueFactory.fromAnyRef(fileHere(setting.getValue())));
            }
        }
        var settings = Settings.of(config);
        assertThat(settings.access()).isEqualTo(Access.SIGNED);
        assertThat(settings.address().host()).isEqualTo("0.0.0.0");
        assertThat(settings.address().port()).isEqualTo(rendered.ports().get("http"));
    }

    /** In place of a file of a mounted secret, one that there is. */
    private static String fileHere(String value) {
        return value.startsWith(SECRETS) ? PROJECT.toString() : value;
    }

    @Test
    void portsAreThoseOfTheSettings() throws Exception {
        var expected = Map.of(
                "http", "HOMSTYLE_PORT", "management", "HOMSTYLE_MANAGEMENT_PORT", "cluster", "HOMSTYLE_CLUSTER_PORT");
        rendered.ports()
                .forEach((name, port) ->
                        assertThat(rendered.settings()).containsEntry(expected.get(name), Integer.toString(port)));
        assertThat(rendered.ports()).containsKeys("http", "management");
    }

    @Test
    void servicesReachThePods() throws Exception {
        assertThat(rendered.all(Service.class)).hasSize(2).allSatisfy(service -> {
            assertThat(rendered.pod().getMetadata().getLabels())
                    .containsAllEntriesOf(service.getSpec().getSelector());
            assertThat(service.getSpec().getPorts())
                    .allSatisfy(port -> assertThat(rendered.ports())
                            .containsKey(port.getTargetPort().getStrVal()));
        });
    }

    @Test
    void theIngressLetsIntoTheHttpPortOnly() throws Exception {
        var ingress = rendered.only(Ingress.class).getSpec();
        assertThat(ingress.getRules()).singleElement().satisfies(rule -> {
            assertThat(rendered.settings()).containsEntry("HOMSTYLE_ORIGINS", "https://" + rule.getHost());
            assertThat(ingress.getTls().getFirst().getHosts()).containsExactly(rule.getHost());
            assertThat(rule.getHttp().getPaths()).singleElement().satisfies(path -> {
                var target = path.getBackend().getService();
                var service = rendered.named(Service.class, target.getName());
                assertThat(service.getSpec().getPorts()).singleElement().satisfies(port -> {
                    assertThat(port.getName()).isEqualTo(target.getPort().getName());
                    assertThat(port.getTargetPort().getStrVal()).isEqualTo("http");
                });
            });
        });
    }

    @Test
    void probesAskTheManagementPort() throws Exception {
        var container = rendered.container();
        assertProbes(container.getStartupProbe().getHttpGet(), "/alive");
        assertProbes(container.getReadinessProbe().getHttpGet(), "/ready");
        assertProbes(container.getLivenessProbe().getHttpGet(), "/alive");
    }

    private static void assertProbes(HTTPGetAction probe, String path) {
        assertThat(probe.getPath()).isEqualTo(path);
        assertThat(probe.getPort().getStrVal()).isEqualTo("management");
    }

    @Test
    void secretsAreThoseThatTheDocumentationMakes() throws Exception {
        var given = secretsOfTheDocumentation();
        rendered.container().getEnv().stream()
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef())
                .filter(secret -> secret != null)
                .forEach(secret -> assertThat(given.get(secret.getName())).contains(secret.getKey()));
        for (var volume : rendered.pod().getSpec().getVolumes()) {
            if (volume.getSecret() != null) {
                var path = mountOf(volume.getName()).getMountPath() + "/";
                assertThat(rendered.settings().values().stream()
                                .filter(value -> value.startsWith(path))
                                .map(value -> value.substring(path.length())))
                        .isNotEmpty()
                        .allSatisfy(
                                key -> assertThat(given.get(volume.getSecret().getSecretName()))
                                        .contains(key));
            }
        }
        assertThat(given.get(rendered.only(Ingress.class)
                        .getSpec()
                        .getTls()
                        .getFirst()
                        .getSecretName()))
                .isNotNull();
    }

    /** By the commands that make them: name of the secret to its keys. */
    private static Map<String, Set<String>> secretsOfTheDocumentation() throws IOException {
        return GIVEN_SECRET
                .matcher(Files.readString(DOCUMENTATION))
                .results()
                .collect(Collectors.toMap(
                        command -> command.group(1),
                        command -> GIVEN_KEY
                                .matcher(command.group(2))
                                .results()
                                .map(key -> key.group(1))
                                .collect(Collectors.toSet())));
    }

    private VolumeMount mountOf(String volume) {
        return rendered.container().getVolumeMounts().stream()
                .filter(mount -> mount.getName().equals(volume))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the volume %s is mounted nowhere".formatted(volume)));
    }

    @Test
    void thePodHasNoPrivilege() throws Exception {
        var pod = rendered.pod().getSpec().getSecurityContext();
        assertThat(pod.getRunAsNonRoot()).isTrue();
        assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(Files.readString(DOCKERFILE))
                .contains("\nUSER %d:%d\n".formatted(pod.getRunAsUser(), pod.getRunAsGroup()));
        var container = rendered.container().getSecurityContext();
        assertThat(container.getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getPrivileged()).isNull();
        assertThat(container.getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getCapabilities().getAdd()).isEmpty();
    }

    @Test
    void nothingButDataAndTemporaryFilesCanBeWritten() throws Exception {
        var volumes = Stream.concat(
                        rendered.pod().getSpec().getVolumes().stream().map(Volume::getName),
                        rendered.all(StatefulSet.class).stream()
                                .flatMap(set -> set.getSpec().getVolumeClaimTemplates().stream())
                                .map(PersistentVolumeClaim::getMetadata)
                                .map(claim -> claim.getName()))
                .toList();
        var mounts = rendered.container().getVolumeMounts();
        assertThat(mounts).extracting(VolumeMount::getName).containsExactlyInAnyOrderElementsOf(volumes);
        assertThat(mounts.stream()
                        .filter(mount -> mount.getReadOnly() == null)
                        .map(VolumeMount::getMountPath)
                        .toList())
                .containsExactlyInAnyOrder("/tmp", rendered.settings().get("HOMSTYLE_DATA"));
        assertThat(Files.readString(DOCKERFILE))
                .contains("HOMSTYLE_DATA=" + rendered.settings().get("HOMSTYLE_DATA"));
    }

    @Test
    void thePodIsGivenTheTimeItTakesToStop() throws Exception {
        var notYetTold =
                rendered.container().getLifecycle().getPreStop().getSleep().getSeconds();
        assertThat(notYetTold).isPositive();
        assertThat(rendered.pod().getSpec().getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(notYetTold + 30);
    }

    @Test
    void policiesAreForThePods() throws Exception {
        assertThat(rendered.all(NetworkPolicy.class)).isNotEmpty().allSatisfy(policy -> {
            assertThat(rendered.pod().getMetadata().getLabels())
                    .containsAllEntriesOf(policy.getSpec().getPodSelector().getMatchLabels());
            assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(policy.getSpec().getIngress())
                    .allSatisfy(rule -> assertThat(rule.getPorts())
                            .isNotEmpty()
                            .allSatisfy(port -> assertThat(rendered.ports())
                                    .containsKey(port.getPort().getStrVal())));
        });
    }

    @Test
    void imageAndLabelsAreThoseOfThisProject() throws Exception {
        var version = Pattern.compile("<version>(.*?)</version>").matcher(Files.readString(PROJECT));
        assertThat(version.find()).isTrue();
        assertThat(rendered.container().getImage()).isEqualTo(NAME + ":" + version.group(1));
        assertThat(rendered.objects())
                .extracting(HasMetadata::getMetadata)
                .allSatisfy(object -> assertThat(object.getLabels()).containsEntry("app.kubernetes.io/name", NAME));
        assertThat(rendered.pod().getMetadata().getLabels()).containsEntry("app.kubernetes.io/name", NAME);
    }

    final void assertSelectsThePods(LabelSelector selector) {
        assertThat(selector.getMatchLabels()).isNotEmpty();
        assertThat(rendered.pod().getMetadata().getLabels()).containsAllEntriesOf(selector.getMatchLabels());
    }

    /** Variable to key. */
    private static Map<String, String> settings() throws IOException {
        var settings = new HashMap<String, String>();
        SETTING.matcher(Files.readString(CONFIGURATION))
                .results()
                .forEach(setting -> settings.put(setting.group(2), setting.group(1)));
        return settings;
    }
}
