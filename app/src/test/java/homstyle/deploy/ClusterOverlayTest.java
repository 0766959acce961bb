package homstyle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.metrics.RoomMetrics;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes: how they find each other, who reaches them, how they are replaced. */
class ClusterOverlayTest extends OverlayContract {
    /** As docs/operations.md reckons with. */
    private static final int CONNECTIONS_A_NODE = 15;

    /** The default of its {@code max_connections}. */
    private static final int CONNECTIONS_OF_POSTGRES = 100;

    ClusterOverlayTest() throws Exception {
        super("cluster");
    }

    @Test
    void aPodMayLookForTheOthersAndForNothingElse() {
        var account = rendered.only(ServiceAccount.class).getMetadata();
        var binding = rendered.only(RoleBinding.class);
        assertThat(rendered.pod().getSpec().getServiceAccountName()).isEqualTo(account.getName());
        assertThat(rendered.pod().getSpec().getAutomountServiceAccountToken()).isTrue();
        assertThat(binding.getSubjects()).singleElement().satisfies(subject -> {
            assertThat(subject.getName()).isEqualTo(account.getName());
            assertThat(subject.getNamespace()).isEqualTo(account.getNamespace());
        });
        var role = rendered.named(Role.class, binding.getRoleRef().getName());
        assertThat(role.getRules()).singleElement().satisfies(rule -> {
            assertThat(rule.getResources()).containsExactly("pods");
            assertThat(rule.getVerbs()).containsExactlyInAnyOrder("get", "list", "watch");
        });
    }

    @Test
    void noNodeGoesBeforeANewOneIsReady() {
        var deployment = rendered.only(Deployment.class).getSpec();
        assertThat(deployment.getReplicas()).isEqualTo(3);
        var update = deployment.getStrategy().getRollingUpdate();
        assertThat(update.getMaxUnavailable().getIntVal()).isZero();
        assertThat(update.getMaxSurge().getIntVal()).isEqualTo(1);
        var budget = rendered.only(PodDisruptionBudget.class).getSpec();
        assertThat(budget.getMaxUnavailable().getIntVal()).isEqualTo(1);
        assertSelectsThePods(budget.getSelector());
        assertSelectsThePods(deployment.getSelector());
        assertThat(rendered.pod().getSpec().getTopologySpreadConstraints())
                .hasSize(2)
                .allSatisfy(spread -> assertSelectsThePods(spread.getLabelSelector()));
    }

    @Test
    void aNodeTellsTheOthersThePodsAddress() {
        var variable = rendered.container().getEnv().stream()
                .filter(candidate -> candidate.getName().equals("HOMSTYLE_CLUSTER_HOST"))
                .findFirst()
                .orElseThrow();
        assertThat(variable.getValueFrom().getFieldRef().getFieldPath()).isEqualTo("status.podIP");
    }

    @Test
    void thePortOfTheClusterIsForTheOwnPodsOnly() {
        var own = rendered.pod().getMetadata().getLabels();
        assertThat(whoReaches("cluster"))
                .singleElement()
                .satisfies(peer ->
                        assertThat(peer.getPodSelector().getMatchLabels()).isEqualTo(own));
        assertThat(whoReaches("http"))
                .singleElement()
                .satisfies(peer ->
                        assertThat(peer.getNamespaceSelector().getMatchLabels()).containsValue("ingress-nginx"));
        assertThat(whoReaches("management")).hasSize(2);
    }

    private List<NetworkPolicyPeer> whoReaches(String port) {
        return rendered.all(NetworkPolicy.class).stream()
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .filter(rule -> rule.getPorts().stream()
                        .anyMatch(open -> open.getPort().getStrVal().equals(port)))
                .map(NetworkPolicyIngressRule::getFrom)
                .peek(from -> assertThat(from).as("nobody would mean everybody").isNotEmpty())
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void aClusterReachesNamesApiDatabaseAndItself() {
        var ports = rendered.all(NetworkPolicy.class).stream()
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getPorts().stream())
                .map(port -> port.getPort().getValue().toString());
        assertThat(ports).containsOnly("cluster", "management", "53", "443", "6443", "5432");
    }

    @Test
    void monitoringAndAutoscalingCanBeAdded(@TempDir Path folder) throws Exception {
        var kubernetes = folder.toRealPath().relativize(Rendered.KUBERNETES.toRealPath());
        Files.writeString(folder.resolve("kustomization.yaml"), """
                resources:
                  - %1$s/overlays/cluster
                components:
                  - %1$s/components/monitoring
                  - %1$s/components/autoscaling
                """.formatted(kubernetes));
        var extended = Rendered.folder(folder);

        var monitor = extended.only(ServiceMonitor.class).getSpec();
        var scraped = extended.all(Service.class).stream()
                .filter(service -> service.getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(monitor.getSelector().getMatchLabels().entrySet()))
                .toList();
        assertThat(scraped)
                .singleElement()
                .satisfies(service -> assertThat(service.getSpec().getPorts())
                        .extracting(port -> port.getName())
                        .containsExactly(monitor.getEndpoints().getFirst().getPort()));

        var scaler = extended.only(HorizontalPodAutoscaler.class).getSpec();
        var deployment =
                extended.named(Deployment.class, scaler.getScaleTargetRef().getName());
        assertThat(deployment.getSpec().getReplicas())
                .as("the autoscaler's to choose")
                .isNull();
        var surge = deployment
                .getSpec()
                .getStrategy()
                .getRollingUpdate()
                .getMaxSurge()
                .getIntVal();
        assertThat((scaler.getMaxReplicas() + surge) * CONNECTIONS_A_NODE)
                .as("connections during an upgrade")
                .isLessThan(CONNECTIONS_OF_POSTGRES);
        try (var metrics = new RoomMetrics("test")) {
            assertThat(metrics.text())
                    .contains("\n%s "
                            .formatted(scaler.getMetrics()
                                    .getFirst()
                                    .getPods()
                                    .getMetric()
                                    .getName()));
        }
    }
}
