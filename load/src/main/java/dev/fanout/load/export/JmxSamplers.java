package dev.fanout.load.export;

import dev.fanout.load.BodyCheck;
import dev.fanout.load.Limits;
import dev.fanout.load.Parameters;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import dev.fanout.load.plan.HeaderValues;
import dev.fanout.load.run.LoadTarget;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * What a target's threads do: take the next line of a file that deals the operations, and send it
 * with the one sampler that fits its shape. Requests that differ only in path and name share a
 * sampler, so that a thread does not carry a copy of a thousand of them.
 */
final class JmxSamplers {
  private static final int EQUALS_ANY = 8 | 32;
  private static final int SUBSTRING = 16;
  private static final int AT_LEAST = 5;
  private static final int AT_MOST = 6;
  private static final int LEAST_DRAWN_ROWS = 10_000;

  private final LoadTarget target;
  private final Limits limits;
  private final long randomSeed;
  private final String number;
  private final Holes texts;
  private final Holes targets;
  private final Map<Shape, Integer> shapes = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Set<String> secrets = new TreeSet<>();

  /**
   * @param number of the mix, for the names of its files
   */
  JmxSamplers(LoadTarget target, Limits limits, long randomSeed, int number) {
    this.target = target;
    this.limits = limits;
    this.randomSeed = randomSeed;
    this.number = String.valueOf(number);
    RequestMix mix = target.mix();
    this.texts = new Holes(mix, JmxSamplers::literal, JmxSamplers::variable, this::secret);
    this.targets = new Holes(mix, JmxSamplers::literal, JmxSamplers::encoded, this::secret);
    for (RequestTemplate template : mix.templates()) {
      shapes.putIfAbsent(Shape.of(template), shapes.size());
    }
    operations();
    for (int i = 0; i < mix.parameters().size(); i++) {
      files.put(parameterFile(i), rows(mix.parameters().get(i), i));
    }
  }

  /** What requests that share a sampler have in common. */
  private record Shape(
      String method,
      List<Map.Entry<String, String>> headers,
      String body,
      Set<Integer> statuses,
      List<BodyCheck> checks,
      boolean echoes) {
    static Shape of(RequestTemplate template) {
      List<BodyCheck> checks = new ArrayList<>();
      for (BodyCheck check : flat(template.check())) {
        if (!(check instanceof BodyCheck.Echoes) && !(check instanceof BodyCheck.Anything)) {
          checks.add(check);
        }
      }
      return new Shape(
          template.method(),
          template.headers(),
          template.body(),
          new TreeSet<>(template.statuses()),
          checks,
          echo(template).isPresent());
    }
  }

  /** Text by name of the data files. */
  Map<String, String> files() {
    return files;
  }

  /** Variables of the environment that the plan leaves open. */
  Set<String> secrets() {
    return secrets;
  }

  /** Hangs everything below a thread group. */
  void addTo(JmxNode group, String labelPrefix) {
    group.add(csv("operations", operationsFile(), List.of("shape", "label", "path", "echo")));
    List<Parameters> tables = target.mix().parameters();
    for (int i = 0; i < tables.size(); i++) {
      List<String> names = new ArrayList<>();
      for (String column : tables.get(i).columns()) {
        names.add(variableName(column));
        names.add(encodedName(column));
      }
      group.add(csv("parameters " + (i + 1), parameterFile(i), names));
    }
    group.add(
        new JmxNode("RandomVariableConfig", "TestBeanGUI", "id")
            .text("variableName", "id")
            .text("outputFormat", "")
            .text("minimumValue", String.valueOf(target.mix().idMin()))
            .text("maximumValue", String.valueOf(target.mix().idMax()))
            .text("randomSeed", "")
            .flag("perThread", true));
    JmxNode parent = group;
    if (shapes.size() > 1) {
      parent =
          new JmxNode("SwitchController", "SwitchControllerGui", "shape of the request")
              .text("SwitchController.value", "${shape}");
      group.add(parent);
    }
    for (Shape shape : shapes.keySet()) {
      parent.add(sampler(shape, labelPrefix));
    }
  }

  private JmxNode sampler(Shape shape, String labelPrefix) {
    JmxNode sampler =
        new JmxNode("HTTPSamplerProxy", "HttpTestSampleGui", labelPrefix + "/${label}")
            .text("HTTPSampler.protocol", target.base().getScheme())
            .text("HTTPSampler.domain", target.base().getHost())
            .text("HTTPSampler.port", port())
            .text("HTTPSampler.path", "${__evalVar(path)}")
            .text("HTTPSampler.method", shape.method())
            .text("HTTPSampler.contentEncoding", "UTF-8")
            .text("HTTPSampler.connect_timeout", String.valueOf(limits.connectTimeout().toMillis()))
            .text(
                "HTTPSampler.response_timeout", String.valueOf(limits.requestTimeout().toMillis()))
            .flag("HTTPSampler.follow_redirects", false)
            .flag("HTTPSampler.auto_redirects", false)
            .flag("HTTPSampler.use_keepalive", true)
            .flag("HTTPSampler.postBodyRaw", true)
            .raw(body(shape.body()));
    if (!shape.headers().isEmpty()) {
      sampler.add(headers(shape.headers()));
    }
    sampler.add(
        new JmxNode("ResponseAssertion", "AssertionGui", "status")
            .texts("Asserion.test_strings", shape.statuses().stream().map(String::valueOf).toList())
            .text("Assertion.test_field", "Assertion.response_code")
            .flag("Assertion.assume_success", true)
            .number("Assertion.test_type", EQUALS_ANY));
    if (shape.echoes()) {
      sampler.add(contains("reached the upstream", List.of("${__evalVar(echo)}")));
    }
    for (BodyCheck check : shape.checks()) {
      if (check instanceof BodyCheck.Contains contains) {
        sampler.add(contains("body", List.of(contains.text())));
      } else if (check instanceof BodyCheck.Length length) {
        sampler.add(size(length.least(), AT_LEAST)).add(size(length.most(), AT_MOST));
      }
    }
    return sampler;
  }

  private static JmxNode contains(String name, List<String> texts) {
    return new JmxNode("ResponseAssertion", "AssertionGui", name)
        .texts("Asserion.test_strings", texts)
        .text("Assertion.test_field", "Assertion.response_data")
        .flag("Assertion.assume_success", false)
        .number("Assertion.test_type", SUBSTRING);
  }

  private static JmxNode size(long bytes, int operator) {
    return new JmxNode("SizeAssertion", "SizeAssertionGui", "length")
        .text("Assertion.test_field", "SizeAssertion.response_data")
        .text("SizeAssertion.size", String.valueOf(bytes))
        .number("SizeAssertion.operator", operator);
  }

  private String body(String body) {
    return "<elementProp name=\"HTTPsampler.Arguments\" elementType=\"Arguments\">\n"
        + "  <collectionProp name=\"Arguments.arguments\">\n"
        + (body.isEmpty()
            ? ""
            : "    <elementProp name=\"\" elementType=\"HTTPArgument\">\n      "
                + JmxNode.property("boolProp", "HTTPArgument.always_encode", "false")
                + "\n      "
                + JmxNode.property("stringProp", "Argument.value", filled(body))
                + "\n      "
                + JmxNode.property("stringProp", "Argument.metadata", "=")
                + "\n    </elementProp>\n")
        + "  </collectionProp>\n</elementProp>";
  }

  private JmxNode headers(List<Map.Entry<String, String>> headers) {
    StringBuilder xml = new StringBuilder("<collectionProp name=\"HeaderManager.headers\">\n");
    for (Map.Entry<String, String> header : headers) {
      String value = HeaderValues.withoutCredential(header.getKey(), header.getValue());
      xml.append("  <elementProp name=\"\" elementType=\"Header\">\n    ")
          .append(JmxNode.property("stringProp", "Header.name", header.getKey()))
          .append("\n    ")
          .append(JmxNode.property("stringProp", "Header.value", filled(value)))
          .append("\n  </elementProp>\n");
    }
    return new JmxNode("HeaderManager", "HeaderPanel", "headers")
        .raw(xml.append("</collectionProp>").toString());
  }

  /** Where there is no hole, JMeter takes a text as it stands, backslashes included. */
  private String filled(String text) {
    return texts.any(text) ? texts.fill(text) : text;
  }

  private String port() {
    int port = target.base().getPort();
    return port >= 0
        ? String.valueOf(port)
        : target.base().getScheme().equals("https") ? "443" : "80";
  }

  private static JmxNode csv(String name, String file, List<String> variables) {
    return new JmxNode("CSVDataSet", "TestBeanGUI", name)
        .text("filename", file)
        .text("fileEncoding", "UTF-8")
        .text("variableNames", String.join(",", variables))
        .flag("ignoreFirstLine", true)
        .text("delimiter", ",")
        .flag("quotedData", true)
        .flag("recycle", true)
        .flag("stopThread", false)
        .text("shareMode", "shareMode.group");
  }

  private String operationsFile() {
    return "operations-" + number + ".csv";
  }

  private String parameterFile(int index) {
    return "parameters-" + number + "-" + (index + 1) + ".csv";
  }

  private void operations() {
    List<RequestTemplate> templates = target.mix().templates();
    StringBuilder out = new StringBuilder(Csv.line(List.of("shape", "label", "path", "echo")));
    for (int index : Deck.of(target.mix(), randomSeed)) {
      RequestTemplate template = templates.get(index);
      out.append(
          Csv.line(
              List.of(
                  String.valueOf(shapes.get(Shape.of(template))),
                  template.apiId() + "/" + template.operationId(),
                  targets.fill(template.target()),
                  echo(template).map(texts::fill).orElse("-"))));
    }
    files.put(operationsFile(), out.toString());
  }

  private String rows(Parameters table, int index) {
    List<String> heading = new ArrayList<>();
    for (String column : table.columns()) {
      heading.add(variableName(column));
      heading.add(encodedName(column));
    }
    StringBuilder out = new StringBuilder(Csv.line(heading));
    boolean drawn = table.order() == Parameters.Order.RANDOM;
    int count = drawn ? Math.max(LEAST_DRAWN_ROWS, table.rows().size()) : table.rows().size();
    SplittableRandom random = new SplittableRandom(randomSeed + 1 + index);
    for (int i = 0; i < count; i++) {
      List<String> row = table.rows().get(drawn ? random.nextInt(table.rows().size()) : i);
      List<String> cells = new ArrayList<>();
      for (String value : row) {
        cells.add(value);
        cells.add(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
      }
      out.append(Csv.line(cells));
    }
    return out.toString();
  }

  private static List<BodyCheck> flat(BodyCheck check) {
    return check instanceof BodyCheck.All all
        ? all.checks().stream().flatMap(c -> flat(c).stream()).toList()
        : List.of(check);
  }

  /** What the mock backend's answer must contain, with holes. */
  private static Optional<String> echo(RequestTemplate template) {
    return flat(template.check()).stream()
        .filter(BodyCheck.Echoes.class::isInstance)
        .map(BodyCheck.Echoes.class::cast)
        .findFirst()
        .map(echoes -> "\"path\":\"" + echoes.path() + "\"");
  }

  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("${", "\\${");
  }

  private static String variable(String name) {
    return "${" + (name.equals("id") ? name : variableName(name)) + "}";
  }

  private static String encoded(String name) {
    return "${" + (name.equals("id") ? name : encodedName(name)) + "}";
  }

  private static String variableName(String column) {
    return "p." + column;
  }

  private static String encodedName(String column) {
    return "u." + column;
  }

  /** A property of JMeter; where it is not set, a secret of Azure Load Testing. */
  private String secret(String name) {
    secrets.add(name);
    return "${__P(" + name + ",${__GetSecret(" + name + ")})}";
  }
}
