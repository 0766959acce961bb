package homstyle.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Stands in for the API of a Kubernetes cluster: tells a service account with the right token which pods there are, by
 * HTTPS, and refuses everything else.
 */
final class KubernetesApi implements AutoCloseable {
    private static final String NAMESPACE = "homstyle-rooms";
    private static final String TOKEN = "token-of-the-service-account";
    private static final String PODS = "/api/v1/namespaces/%s/pods".formatted(NAMESPACE);
    private static final String SELECTOR = "labelSelector=app.kubernetes.io/name=homstyle-rooms";
    private static final String PASSWORD = "changeit";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpsServer server;
    private final Path account;
    private final List<Map<String, ?>> pods = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    private KubernetesApi(HttpsServer server, Path account) {
        this.server = server;
        this.account = account;
    }

    /** @param account an empty folder, for what Kubernetes mounts into a pod for its service account */
    static KubernetesApi start(Path account) throws Exception {
        var keys = account.resolve("api.p12");
        keytool("-genkeypair", keys, "-keyalg", "EC", "-dname", "CN=kubernetes", "-ext", "san=ip:127.0.0.1");
        keytool("-exportcert", keys, "-rfc", "-file", account.resolve("ca.crt").toString());
        Files.writeString(account.resolve("token"), TOKEN);
        Files.writeString(account.resolve("namespace"), NAMESPACE);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity(keys)));
        var api = new KubernetesApi(server, account);
        server.createContext("/", api::answer);
        server.start();
        return api;
    }

    private static void keytool(String command, Path keys, String... more) throws Exception {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), command);
        builder.command().addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD, "-alias", "api"));
        builder.command().addAll(List.of(more));
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("keytool failed: " + said);
        }
    }

    private static SSLContext identity(Path keys) throws Exception {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** A running pod with the containers' ports that the manifests name. */
    void add(String address, int managementPort) {
        pods.add(Map.of(
                "metadata",
                Map.of("labels", Map.of("app.kubernetes.io/name", "homstyle-rooms")),
                "spec",
                Map.of(
                        "containers",
                        List.of(Map.of(
                                "name",
                                "homstyle-rooms",
                                "ports",
                                List.of(
                                        Map.of("name", "http", "containerPort", 8080),
                                        Map.of("name", "management", "containerPort", managementPort),
                                        Map.of("name", "cluster", "containerPort", 7355))))),
                "status",
                Map.of("podIP", address, "phase", "Running")));
    }

    /** Has the program be a pod here: what Kubernetes sets in every container. */
    Program known(Program program) {
        var discovery = "-Dpekko.discovery.kubernetes-api.";
        return program.with("KUBERNETES_SERVICE_HOST", "127.0.0.1")
                .with(
                        "KUBERNETES_SERVICE_PORT",
                        Integer.toString(server.getAddress().getPort()))
                .with(
                        "JDK_JAVA_OPTIONS",
                        String.join(
                                " ",
                                discovery + "api-ca-path=" + account.resolve("ca.crt"),
                                discovery + "api-token-path=" + account.resolve("token"),
                                discovery + "pod-namespace-path=" + account.resolve("namespace")));
    }

    /** Requests that were not for the pods of the account's namespace, or without its token. */
    List<String> refused() {
        return refused;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var token = exchange.getRequestHeaders().getFirst("Authorization");
            if (!("Bearer " + TOKEN).equals(token)) {
                refuse(exchange, 401);
            } else if (!uri.getPath().equals(PODS) || !SELECTOR.equals(uri.getQuery())) {
                refuse(exchange, 403);
            } else {
                var list = JSON.writeValueAsBytes(Map.of("kind", "PodList", "apiVersion", "v1", "items", pods));
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, list.length);
                exchange.getResponseBody().write(list);
            }
        }
    }

    private void refuse(HttpExchange exchange, int status) throws IOException {
        refused.add("%s: %d".formatted(exchange.getRequestURI(), status));
        exchange.sendResponseHeaders(status, -1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
