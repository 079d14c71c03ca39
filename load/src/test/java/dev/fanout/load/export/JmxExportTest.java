package dev.fanout.load.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fanout.diagnostics.IssueException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JmxExportTest {
  private static final String CLOSED =
      "  - {vus: 50, duration: 10s}\n  - {vus: 100, duration: 10s}\n";
  private static final String OPEN = "  - {rate: 500, to: 800, duration: 10s}\n";

  /** What JMeter 5.6 has without plug-ins. */
  private static final Set<String> STOCK =
      Set.of(
          "TestPlan",
          "ThreadGroup",
          "OpenModelThreadGroup",
          "CSVDataSet",
          "RandomVariableConfig",
          "SwitchController",
          "HTTPSamplerProxy",
          "HeaderManager",
          "ResponseAssertion",
          "SizeAssertion",
          "ConstantTimer",
          "UniformRandomTimer",
          "ConstantThroughputTimer");

  private static Document plan(Export export) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(
                export.files().get("plan.jmx").getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document plan, String tag) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = plan.getElementsByTagName(tag);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private static String property(Element element, String name) {
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element child && child.getAttribute("name").equals(name)) {
        return child.getTextContent();
      }
    }
    throw new AssertionError(element.getAttribute("testname") + " has no " + name);
  }

  @Test
  void it_has_stock_elements_only() throws Exception {
    Set<String> used = new TreeSet<>();
    for (String stages : List.of(CLOSED, OPEN)) {
      for (Element element : elements(plan(JmxExport.of(Plans.read(stages), 1)), "*")) {
        if (element.hasAttribute("guiclass") && element.hasAttribute("enabled")) {
          used.add(element.getTagName());
        }
      }
    }
    used.remove("elementProp");

    assertThat(STOCK).containsAll(used);
    assertThat(used).contains("ThreadGroup", "OpenModelThreadGroup", "HTTPSamplerProxy");
  }

  @Test
  void each_trial_is_a_thread_group_and_they_run_one_after_another() throws Exception {
    Document plan = plan(JmxExport.of(Plans.read(CLOSED), 1));

    assertThat(elements(plan, "ThreadGroup"))
        .extracting(group -> group.getAttribute("testname"))
        .containsExactly(
            "A/50-vus settling=1000ms",
            "B/50-vus settling=1000ms",
            "A/100-vus settling=1000ms",
            "B/100-vus settling=1000ms");
    assertThat(property(elements(plan, "TestPlan").get(0), "TestPlan.serialize_threadgroups"))
        .isEqualTo("true");
    Element first = elements(plan, "ThreadGroup").get(0);
    assertThat(property(first, "ThreadGroup.num_threads")).isEqualTo("${__P(vus.50-vus,50)}");
    assertThat(property(first, "ThreadGroup.duration")).isEqualTo("11");
  }

  @Test
  void open_schedules_count_from_the_start_of_the_test() throws Exception {
    Document plan = plan(JmxExport.of(Plans.read(OPEN), 1));

    assertThat(property(elements(plan, "TestPlan").get(0), "TestPlan.serialize_threadgroups"))
        .isEqualTo("false");
    assertThat(elements(plan, "OpenModelThreadGroup"))
        .extracting(group -> property(group, "OpenModelThreadGroup.schedule"))
        .containsExactly(
            "rate(${__P(rate.500-to-800-per-s,500)}/sec) random_arrivals(1000 ms)"
                + " rate(${__P(rate.500-to-800-per-s,500)}/sec) random_arrivals(10000 ms)"
                + " rate(${__P(rate.end.500-to-800-per-s,800)}/sec) pause(5 sec)",
            // 1 s, 10 s and the 5 s after it.
            "pause(16 sec) rate(${__P(rate.500-to-800-per-s,500)}/sec) random_arrivals(1000 ms)"
                + " rate(${__P(rate.500-to-800-per-s,500)}/sec) random_arrivals(10000 ms)"
                + " rate(${__P(rate.end.500-to-800-per-s,800)}/sec) pause(5 sec)");
  }

  @Test
  void the_operations_are_dealt_from_a_file_in_the_mix_of_the_plan() {
    Export export = JmxExport.of(Plans.read(CLOSED), 1);
    List<String> lines = export.files().get("operations-1.csv").lines().skip(1).toList();

    long a = lines.stream().filter(line -> line.contains(",a/get-a,")).count();
    // Weight 3 of 5 in 10,000 draws: five standard deviations are 245.
    assertThat(lines).hasSize(10_000);
    assertThat((double) a).isCloseTo(6_000, within(245.0));
    assertThat(lines).contains("0,a/get-a,/a/${id},-", "0,b/get-b,/b/${id}?who=${u.who},-");
    // The other target has another prefix, so another file.
    assertThat(export.files().get("operations-2.csv")).contains("/b/a/${id}");
    assertThat(export.files().get("parameters-1-1.csv")).contains("b ob,b%20ob");
  }

  @Test
  void requests_of_another_shape_have_a_sampler_of_their_own() throws Exception {
    Document plan = plan(JmxExport.of(Plans.read("  - {vus: 5, duration: 1s}\n"), 1));

    assertThat(elements(plan, "HTTPSamplerProxy"))
        .extracting(s -> property(s, "HTTPSampler.method"))
        .containsExactly("GET", "POST", "GET", "POST");
    assertThat(elements(plan, "SwitchController")).hasSize(2);
    assertThat(elements(plan, "HTTPSamplerProxy").get(0).getAttribute("testname"))
        .isEqualTo("A/5-vus/${label}");
  }

  @Test
  void a_body_with_variables_escapes_its_backslashes() throws Exception {
    Document plan = plan(JmxExport.of(Plans.read("  - {vus: 5, duration: 1s}\n"), 1));
    List<String> bodies = new ArrayList<>();
    for (Element element : elements(plan, "stringProp")) {
      if (element.getAttribute("name").equals("Argument.value")) {
        bodies.add(element.getTextContent());
      }
    }

    assertThat(bodies.get(0))
        .isEqualTo("{\"text\": \"back\\\\\\\\slash\", \"who\": \"${p.who}\", \"cost\": \"$5\"}");
  }

  @Test
  void no_secret_is_written() {
    Export export = JmxExport.of(Plans.read(CLOSED), 1);

    assertThat(export.files().get("plan.jmx")).contains("${__P(KEY,${__GetSecret(KEY)})}");
    assertThat(export.files().get("loadtest.yaml"))
        .contains(
            "secrets:\n  - name: KEY\n    value: https://VAULT.vault.azure.net/secrets/KEY\n");
  }

  @Test
  void azure_gets_engines_files_and_criteria() {
    Export export = JmxExport.of(Plans.read("  - {vus: 500, duration: 1s}\n"), 0);

    assertThat(export.files().get("loadtest.yaml"))
        .contains("testId: orders-more\n")
        .contains("engineInstances: 2\n")
        .contains("  - operations-1.csv\n  - operations-2.csv\n")
        .contains("  - p95(response_time_ms) > 20\n")
        .contains("  - percentage(error) > 1\n")
        .contains("autoStop: disable\n");
    assertThat(export.files().get("user.properties")).contains("vus.500-vus=250\n");
    assertThat(export.notes()).contains("'A: max>1s' has no criterion in Azure Load Testing");
  }

  @Test
  void what_stock_elements_cannot_do_is_refused() {
    assertThatThrownBy(
            () ->
                JmxExport.of(
                    Plans.read(
                        "  - {vus: 10, pace: 1s, think: 1s, duration: 1s}\n"
                            + "  - {vus: 11, pace: {uniform: [1s, 2s]}, duration: 1s}\n"
                            + "  - {vus: 12, from: 5, ramp: 1s, duration: 1s}\n"),
                    1))
        .isInstanceOf(IssueException.class)
        .hasMessageContaining("'10-vus' has think time and pacing")
        .hasMessageContaining("'11-vus' draws its pacing")
        .hasMessageContaining("'12-vus' goes from 5 to 12 users");
    assertThatThrownBy(() -> JmxExport.of(Plans.read("  - {vus: 5, duration: 1s}\n"), 2))
        .hasMessageContaining("5 users, which 2 engines cannot share evenly");
  }
}
