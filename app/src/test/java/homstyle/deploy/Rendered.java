package homstyle.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An overlay as kustomize renders it. */
record Rendered(List<HasMetadata> objects) {
    static final Path KUBERNETES = Path.of("..", "deploy", "kubernetes");

    private static final Map<String, Rendered> OVERLAYS = new ConcurrentHashMap<>();

    /** Where kustomize is not to be had, the test that asks is skipped. */
    static Rendered overlay(String name) throws Exception {
        if (!OVERLAYS.containsKey(name)) {
            OVERLAYS.put(name, folder(KUBERNETES.resolve("overlays").resolve(name)));
        }
        return OVERLAYS.get(name);
    }

    static Rendered folder(Path folder) throws Exception {
        var command = kustomize();
        assumeTrue(command.isPresent(), "neither kustomize nor kubectl is on PATH");
        var rendering = new ProcessBuilder(Stream.concat(command.get().stream(), Stream.of(folder.toString()))
                        .toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var text = new String(rendering.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(rendering.waitFor())
                .as("exit code of %s %s", command.get(), folder)
                .isZero();
        return new Rendered(
                Manifests.documents(text).stream().map(Manifests::object).toList());
    }

    private static Optional<List<String>> kustomize() {
        return Stream.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"))
                .filter(command -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command.getFirst()))))
                .findFirst();
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> T only(Class<T> kind) {
        assertThat(all(kind)).hasSize(1);
        return all(kind).getFirst();
    }

    <T extends HasMetadata> T named(Class<T> kind, String name) {
        return all(kind).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s named %s".formatted(kind.getSimpleName(), name)));
    }

    /** What runs, whatever keeps it running. */
    PodTemplateSpec pod() {
        var pods = objects.stream()
                .flatMap(object -> switch (object) {
                    case Deployment deployment -> Stream.of(deployment.getSpec().getTemplate());
                    case StatefulSet set -> Stream.of(set.getSpec().getTemplate());
                    default -> Stream.empty();
                })
                .toList();
        assertThat(pods).hasSize(1);
        return pods.getFirst();
    }

    Container container() {
        assertThat(pod().getSpec().getContainers()).hasSize(1);
        return pod().getSpec().getContainers().getFirst();
    }

    /** The container's ports by name. */
    Map<String, Integer> ports() {
        return container().getPorts().stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    }

    /** The settings of the config map. */
    Map<String, String> settings() {
        return only(ConfigMap.class).getData();
    }

    /** All variables of the container, with an empty value where only a running pod knows it. */
    Map<String, String> environment() {
        var environment = new TreeMap<>(settings());
        container()
                .getEnv()
                .forEach(variable -> environment.put(
                        variable.getName(),
                        Optional.ofNullable(variable.getValue()).orElse("")));
        return environment;
    }
}
