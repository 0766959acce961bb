package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.metrics.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dashboard and the documentation name metrics; those of a real server are compared with them. */
class PublishedMetricsTest {
    private static final Path DASHBOARD = Path.of("..", "deploy", "dashboards", "homstyle-rooms.json");
    private static final Path DOCUMENTATION = Path.of("..", "docs", "operations.md");

    private static final Pattern MATCHERS = Pattern.compile("\\{([^}]*)}");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("\\b[a-z_]\\w*\\b(?! *\\()");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]*\\b(?:homstyle|jvm|process)_[^`]*)`");

    /** Labels that Prometheus itself adds, and operators of its language that look like names. */
    private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job", "and", "or", "unless");

    @RegisterExtension
    static final RunningServer server = RunningServer.with();

    private static Samples samples;

    @BeforeAll
    static void read() {
        samples = server.metrics();
    }

    /** What a query asks for: metrics and labels. */
    private record Asked(Set<String> metrics, Set<String> labels) {
        static Asked of(String query) {
            var labels = new TreeSet<String>();
            var rest = query.replaceAll("\"[^\"]*\"", "").replaceAll("\\$\\w+", "");
            for (var pattern : List.of(MATCHERS, GROUPING)) {
                pattern.matcher(rest).results().forEach(found -> labels.addAll(names(found.group(1))));
                rest = pattern.matcher(rest).replaceAll("");
            }
            return new Asked(names(rest), labels);
        }

        private static Set<String> names(String text) {
            var names = new TreeSet<String>();
            NAME.matcher(text).results().forEach(name -> names.add(name.group()));
            names.removeAll(OF_PROMETHEUS);
            return names;
        }
    }

    private static void assertAnswered(String query) {
        var asked = Asked.of(query);
        assertThat(asked.metrics()).as("metrics of %s", query).isNotEmpty().isSubsetOf(known());
        assertThat(asked.labels()).as("labels of %s", query).isSubsetOf(samples.labels());
    }

    private static Set<String> known() {
        var known = new TreeSet<>(samples.names());
        known.addAll(samples.types().keySet());
        return known;
    }

    private static List<String> documented() throws IOException {
        var section = Files.readString(DOCUMENTATION).split("\n## Metrics\n")[1].split("\n## ")[0];
        return CODE.matcher(section).results().map(code -> code.group(1)).toList();
    }

    @Test
    void readsQueries() {
        assertThat(Asked.of("sum by (code) (increase(a_total{b=~\"$c\", d=\"e\"}[$__rate_interval])) > 0.1 * f / 1e9"))
                .isEqualTo(new Asked(Set.of("a_total", "f"), Set.of("b", "code", "d")));
    }

    @Test
    void theDashboardAsksForWhatThereIs() throws IOException {
        var dashboard = Inbox.parse(Files.readString(DASHBOARD));
        var queries = dashboard.findValuesAsText("expr");
        assertThat(queries).hasSizeGreaterThan(20);
        queries.forEach(PublishedMetricsTest::assertAnswered);
        var choices = dashboard.at("/templating/list/1/query/query").asText();
        var asked = LABEL_VALUES.matcher(choices);
        assertThat(asked.matches()).as(choices).isTrue();
        assertThat(samples.names()).contains(asked.group(1));
    }

    @Test
    void theDashboardLetsOneChooseTheDataSource() throws IOException {
        var dashboard = Inbox.parse(Files.readString(DASHBOARD));
        assertThat(dashboard.at("/templating/list/0/name").asText()).isEqualTo("datasource");
        assertThat(dashboard.findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.get("uid").asText()).isEqualTo("${datasource}"));
        assertThat(dashboard.get("panels"))
                .extracting(panel -> panel.get("id").asInt())
                .doesNotHaveDuplicates();
    }

    @Test
    void theDocumentationTellsOfWhatThereIs() throws IOException {
        assertThat(documented()).hasSizeGreaterThan(20).allSatisfy(PublishedMetricsTest::assertAnswered);
    }

    @Test
    void everyMetricOfOursIsDocumented() throws IOException {
        var documented = documented();
        assertThat(samples.types().keySet())
                .filteredOn(name -> name.startsWith("homstyle_") && !name.endsWith("_max"))
                .allSatisfy(name -> assertThat(documented)
                        .anySatisfy(code -> assertThat(code).startsWith(name)));
    }
}
