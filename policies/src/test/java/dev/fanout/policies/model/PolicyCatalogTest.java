package dev.fanout.policies.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.PolicyDocuments;
import dev.fanout.policies.PolicyFormat;
import dev.fanout.policies.PolicyWriter;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PolicyCatalogTest {
  /** Of types in the schemas that no element has. */
  private static final List<String> OF_NO_ELEMENT = List.of("fingerprint", "fingerprint-algorithm");

  @Test
  void describes_a_policy_by_its_bean() {
    ElementDefinition setHeader = PolicyCatalog.policy("set-header").orElseThrow();

    assertThat(setHeader.bean()).isEqualTo(SetHeader.class);
    assertThat(setHeader.placement().orElseThrow().sections()).hasSize(4);
    assertThat(setHeader.attributes().keySet()).containsExactly("id", "name", "exists-action");
    assertThat(setHeader.attributes().get("exists-action").words())
        .containsExactly("override", "skip", "append", "delete");
    assertThat(setHeader.children().get("value").many()).isTrue();
    assertThat(PolicyCatalog.policy("return-response").orElseThrow().holds())
        .containsExactly("set-status", "set-header", "set-body");
  }

  @Test
  void every_policy_is_written_with_all_its_attributes_and_read_back_without_a_complaint() {
    for (ElementDefinition policy : PolicyCatalog.policies()) {
      String text = sample(policy);
      PolicyDocument document = PolicyDocuments.read(SourceText.of("policy.xml", text));
      PolicyFragment fragment = document.fragment().orElseThrow();

      assertThat(document.issues().stream().filter(PolicyCatalogTest::isOfName)).isEmpty();
      assertThat(fragment.policies().get(0)).isInstanceOf(policy.bean());
      assertThat(fragment.policies().get(0).elementName()).isEqualTo(policy.name());
      assertThat(fragment.policies().get(0).node().orElseThrow().name()).isEqualTo(policy.name());
      String written = PolicyWriter.write(fragment, PolicyFormat.XML);
      assertThat(written).isEqualToNormalizingWhitespace(text); // the writer breaks long lines
    }
  }

  @Test
  void what_a_setter_sets_is_what_the_getter_gets() throws Exception {
    int setters = 0;
    for (Class<? extends Policy> policyClass : PolicyCatalog.policyClasses()) {
      Policy bean = policyClass.getDeclaredConstructor().newInstance();
      for (Method setter : policyClass.getMethods()) {
        if (setter.getName().startsWith("set") && setter.getParameterTypes()[0] == String.class) {
          String name = setter.getName().substring(3);
          String getter = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
          assertThat(setter.invoke(bean, name)).isSameAs(bean);
          assertThat(policyClass.getMethod(getter).invoke(bean)).as("%s", setter).isEqualTo(name);
          setters++;
        }
      }
    }
    assertThat(setters).isGreaterThan(250);
  }

  @Test
  void every_attribute_of_the_published_schemas_is_known() throws Exception {
    Path folder = Path.of("../../shared/oracle/apim-policy-xsd");
    assumeTrue(Files.isDirectory(folder), "no ../shared");
    TreeSet<String> missing = new TreeSet<>();
    int attributes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".xsd")).toList()) {
        attributes += compare(file, missing);
      }
    }
    assertThat(missing).isEmpty();
    assertThat(attributes).isGreaterThan(250);
  }

  @Test
  void every_word_of_the_published_schemas_is_allowed() throws Exception {
    Path folder = Path.of("../../shared/oracle/apim-policy-xsd");
    assumeTrue(Files.isDirectory(folder), "no ../shared");
    Map<String, Set<String>> common = words(parse(folder.resolve("common-types.xsd")));
    TreeSet<String> missing = new TreeSet<>();
    int lists = 0;
    for (ElementDefinition policy : PolicyCatalog.policies()) {
      Path file = folder.resolve(policy.name() + ".xsd");
      if (Files.exists(file)) {
        lists += words(parse(file), common, policy, missing);
      }
    }
    assertThat(missing).isEmpty();
    assertThat(lists).isGreaterThan(50);
  }

  /** The lists of words of a schema by the name of their type. */
  private static Map<String, Set<String>> words(Element schema) {
    Map<String, Set<String>> words = new HashMap<>();
    for (Element type : elements(schema, "simpleType")) {
      if (!type.hasAttribute("name")) {
        continue;
      }
      elements(type, "enumeration")
          .forEach(
              word ->
                  words
                      .computeIfAbsent(type.getAttribute("name"), name -> new TreeSet<>())
                      .add(word.getAttribute("value")));
    }
    return words;
  }

  private static int words(
      Element schema,
      Map<String, Set<String>> common,
      ElementDefinition policy,
      TreeSet<String> missing) {
    Map<String, Set<String>> types = new HashMap<>(common);
    types.putAll(words(schema));
    int lists = 0;
    for (Element attribute : elements(schema, "attribute")) {
      Set<String> allowed = new TreeSet<>();
      elements(attribute, "enumeration").forEach(word -> allowed.add(word.getAttribute("value")));
      elements(attribute, "union").stream()
          .flatMap(union -> Stream.of(union.getAttribute("memberTypes").split(" ")))
          .forEach(type -> allowed.addAll(types.getOrDefault(type, Set.of())));
      allowed.addAll(types.getOrDefault(attribute.getAttribute("type"), Set.of()));
      String name = attribute.getAttribute("name");
      for (AttributeDefinition known :
          allowed.isEmpty() ? List.<AttributeDefinition>of() : all(policy, name)) {
        lists++;
        for (String word : allowed) {
          if (AttributeValue.of(known, word) instanceof AttributeValue.Invalid) {
            missing.add(policy.name() + "@" + name + "=" + word);
          }
        }
      }
    }
    return lists;
  }

  private static List<AttributeDefinition> all(ElementDefinition element, String attribute) {
    return Stream.concat(
            Stream.ofNullable(element.attributes().get(attribute)),
            element.children().values().stream()
                .flatMap(child -> all(child.element(), attribute).stream()))
        .toList();
  }

  private static int compare(Path file, TreeSet<String> missing) throws Exception {
    String name = file.getFileName().toString().replace(".xsd", "");
    Optional<ElementDefinition> policy = PolicyCatalog.policy(name);
    if (policy.isEmpty()) {
      if (!PolicyCatalog.isPolicyName(name)
          && !List.of("common-types", "policies").contains(name)) {
        missing.add(name);
      }
      return 0;
    }
    Element schema = parse(file);
    List<Element> attributes = elements(schema, "attribute");
    for (Element attribute : attributes) {
      if (!knows(policy.get(), attribute.getAttribute("name"))
          && !OF_NO_ELEMENT.contains(attribute.getAttribute("name"))) {
        missing.add(name + "@" + attribute.getAttribute("name"));
      }
    }
    return attributes.size();
  }

  private static boolean knows(ElementDefinition element, String attribute) {
    return element.attributes().containsKey(attribute)
        || element.children().values().stream().anyMatch(c -> knows(c.element(), attribute));
  }

  private static Element parse(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
  }

  private static List<Element> elements(Element schema, String name) {
    NodeList nodes = schema.getElementsByTagNameNS("*", name);
    return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
        .map(i -> (Element) nodes.item(i))
        .toList();
  }

  private static boolean isOfName(Issue issue) {
    return List.of("UNKNOWN_POLICY", "UNKNOWN_ATTRIBUTE", "UNKNOWN_ELEMENT", "MISSING_ELEMENT")
        .contains(issue.code());
  }

  private static String sample(ElementDefinition policy) {
    StringBuilder text = new StringBuilder("<fragment>\n");
    append(text, policy, 1);
    return text.append("</fragment>\n").toString();
  }

  /** The element with every attribute and every child twice if it may be. */
  private static void append(StringBuilder text, ElementDefinition element, int depth) {
    String indent = "    ".repeat(depth);
    text.append(indent).append('<').append(element.name());
    element.attributes().keySet().forEach(name -> text.append(' ').append(name).append("=\"v\""));
    if (element.text().isPresent()) {
      text.append(">t</").append(element.name()).append(">\n");
    } else if (element.children().isEmpty() && element.mustHold().isEmpty()) {
      text.append(" />\n");
    } else {
      text.append(">\n");
      element
          .children()
          .values()
          .forEach(
              child -> {
                append(text, child.element(), depth + 1);
                if (child.many()) {
                  append(text, child.element(), depth + 1);
                }
              });
      element
          .mustHold()
          .forEach(held -> append(text, PolicyCatalog.policy(held).orElseThrow(), depth + 1));
      text.append(indent).append("</").append(element.name()).append(">\n");
    }
  }
}
