package homstyle.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file by itself, also where there is no kustomize to render them. */
class ManifestFilesTest {
    /** A patch of the pod of any kind of workload. */
    private static final String POD = "pod.yaml";

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: rooms
            """;

    static List<Path> files() throws IOException {
        try (var files = Files.walk(Rendered.KUBERNETES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isWhatItsKindKnows(Path file) throws IOException {
        for (var document : Manifests.documents(Files.readString(file))) {
            switch (file.getFileName().toString()) {
                case "kustomization.yaml" -> assertNamesFilesThatExist(file.getParent(), document);
                case POD ->
                    assertThat(Manifests.object(document, Deployment.class)).isNotNull();
                default -> assertThat(Manifests.object(document)).isNotNull();
            }
        }
    }

    private static void assertNamesFilesThatExist(Path folder, JsonNode kustomization) {
        assertThat(kustomization.at("/apiVersion").asText()).startsWith("kustomize.config.k8s.io/");
        for (var list : List.of("/resources", "/components")) {
            kustomization
                    .at(list)
                    .forEach(name -> assertThat(folder.resolve(name.asText())).exists());
        }
        kustomization
                .findValuesAsText("path")
                .forEach(name -> assertThat(name.startsWith("/") ? folder : folder.resolve(name))
                        .exists());
    }

    @Test
    void refusesAKeyThatItsKindDoesNotKnow() {
        assertThat(Manifests.object(one(SERVICE))).isInstanceOf(Service.class);
        assertRefused(SERVICE + "specs: {}\n", "specs");
        assertRefused(SERVICE + "spec:\n  ports:\n    - ports: 80\n", "ports");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertRefused(SERVICE + "kind: Service\n", "Duplicate");
    }

    @Test
    void refusesANumberInPlaceOfAText() {
        assertRefused(SERVICE + "  annotations:\n    timeout: 60\n", "timeout");
    }

    @Test
    void refusesAKindOrAVersionItDoesNotKnow() {
        assertRefused(SERVICE.replace("kind: Service", "kind: Servise"), "Servise");
        assertRefused(SERVICE.replace("apiVersion: v1", "apiVersion: v2"), "v2");
    }

    private static void assertRefused(String text, String expected) {
        assertThatThrownBy(() -> Manifests.object(one(text))).hasMessageContaining(expected);
    }

    private static JsonNode one(String text) {
        return Manifests.documents(text).getFirst();
    }
}
