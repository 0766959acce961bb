package homstyle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import org.junit.jupiter.api.Test;

/** One pod with its journal on a volume. */
class SqliteOverlayTest extends OverlayContract {
    SqliteOverlayTest() throws Exception {
        super("sqlite");
    }

    @Test
    void itsJournalIsItsAlone() {
        var set = rendered.only(StatefulSet.class).getSpec();
        assertThat(set.getReplicas()).isEqualTo(1);
        assertThat(set.getVolumeClaimTemplates())
                .singleElement()
                .satisfies(claim -> assertThat(claim.getSpec().getAccessModes()).containsExactly("ReadWriteOncePod"));
        assertSelectsThePods(set.getSelector());
        var service = rendered.named(Service.class, set.getServiceName());
        assertThat(service.getSpec().getClusterIP()).isEqualTo("None");
    }

    @Test
    void itHasNoTokenForTheApi() {
        assertThat(rendered.only(ServiceAccount.class).getAutomountServiceAccountToken())
                .isFalse();
        assertThat(rendered.pod().getSpec().getAutomountServiceAccountToken()).isNull();
        assertThat(rendered.all(RoleBinding.class)).isEmpty();
    }

    @Test
    void itReachesNobody() {
        assertThat(rendered.only(NetworkPolicy.class).getSpec().getEgress()).isEmpty();
    }
}
