package dev.fanout.policies.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.PolicyDocuments;
import dev.fanout.policies.PolicyFormat;
import dev.fanout.policies.PolicyWriter;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * What the writer writes, held against the published schemas. Each policy is written with all its
 * attributes and children, with the required ones only, and with each attribute in turn having each
 * value that the model allows. What a schema then objects to is a row of {@code
 * docs/policy-xsd.md}, and each row is objected to.
 */
class PolicySchemaTest {
  private static final Path SCHEMAS = Path.of("../../shared/oracle/apim-policy-xsd/policies.xsd");
  private static final Path PAGE = Path.of("../docs/policy-xsd.md");
  private static final String EXPRESSION = "@(context.Request.Url.Path.Length < 1)";

  /** Rows begin with a code span. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  /** Said beside another message about the same value. */
  private static final Pattern SAID_TWICE =
      Pattern.compile("cvc-(datatype-valid|enumeration-valid|pattern-valid|m..Inclusive-valid).*");

  @Test
  void what_the_schemas_object_to_is_what_the_page_lists() throws Exception {
    assumeTrue(Files.isRegularFile(SCHEMAS), "no ../shared");
    Differences differences = new Differences(schema().newValidator());
    PolicyCatalog.policies().forEach(differences::collect);

    Files.createDirectories(Path.of("target"));
    Files.write(
        Path.of("target/schema-differences.txt"),
        differences.byKey.entrySet().stream()
            .map(e -> e.getKey() + " :: " + e.getValue())
            .toList());
    List<String> rows =
        ROW.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    System.out.printf(
        "%d documents of %d policies validated, %d differences%n",
        differences.documents, PolicyCatalog.policies().size(), differences.byKey.size());
    assertThat(rows).containsExactlyInAnyOrderElementsOf(differences.byKey.keySet());
    assertThat(differences.documents).isGreaterThan(700);
  }

  /** The schemas have two faults of their own, which a validator can live with. */
  private static Schema schema() throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema");
    Collected faults = new Collected();
    factory.setErrorHandler(faults);
    factory.setProperty("http://apache.org/xml/properties/locale", Locale.ROOT);
    Schema schema = factory.newSchema(new StreamSource(SCHEMAS.toFile()));
    assertThat(faults.messages)
        .allMatch(fault -> fault.startsWith("InvalidRegex") || fault.startsWith("cos-nonambig"));
    return schema;
  }

  private static final class Collected implements ErrorHandler {
    private final List<String> messages = new ArrayList<>();

    @Override
    public void warning(SAXParseException e) {
      messages.add(String.valueOf(e.getMessage()));
    }

    @Override
    public void error(SAXParseException e) {
      messages.add(String.valueOf(e.getMessage()));
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }

  /**
   * One value of one attribute (or of the text, without an attribute) that is not the usual one.
   */
  private record Variation(ElementDefinition element, Optional<String> attribute, String value) {}

  private static final class Differences {
    private final Validator validator;
    private final Map<String, String> byKey = new TreeMap<>();
    private int documents;

    Differences(Validator validator) {
      this.validator = validator;
    }

    void collect(ElementDefinition policy) {
      List<String> usual = messages(policy, Optional.empty(), attribute -> true);
      add(policy, usual);
      add(policy, messages(policy, Optional.empty(), AttributeDefinition::required));
      for (Variation variation : variations(policy, new ArrayList<>())) {
        List<String> unusual = messages(policy, Optional.of(variation), attribute -> true);
        unusual.removeAll(usual);
        add(policy, unusual);
      }
    }

    private void add(ElementDefinition policy, List<String> messages) {
      messages.forEach(message -> byKey.putIfAbsent(key(policy.name(), message), message));
    }

    private List<String> messages(
        ElementDefinition policy,
        Optional<Variation> variation,
        Predicate<AttributeDefinition> written) {
      StringBuilder text = new StringBuilder("<policies><inbound>");
      append(text, policy, variation, written);
      text.append("</inbound></policies>");
      PolicyDocument document = PolicyDocuments.read(SourceText.of("policy.xml", text.toString()));
      String xml = PolicyWriter.write(document.root().orElseThrow(), PolicyFormat.XML);
      documents++;
      return validate(xml);
    }

    private List<String> validate(String xml) {
      Collected collected = new Collected();
      validator.setErrorHandler(collected);
      try {
        validator.validate(new StreamSource(new StringReader(xml)));
      } catch (java.io.IOException | org.xml.sax.SAXException e) {
        throw new AssertionError(xml, e);
      }
      collected.messages.removeIf(message -> SAID_TWICE.matcher(message).lookingAt());
      return collected.messages;
    }
  }

  private static List<Variation> variations(ElementDefinition element, List<Variation> found) {
    element
        .attributes()
        .forEach(
            (name, attribute) ->
                values(attribute)
                    .forEach(value -> found.add(new Variation(element, Optional.of(name), value))));
    element
        .text()
        .filter(text -> !element.isVerbatim())
        .ifPresent(
            text ->
                values(text)
                    .forEach(value -> found.add(new Variation(element, Optional.empty(), value))));
    element.children().values().forEach(child -> variations(child.element(), found));
    return found;
  }

  /** Values that the model allows. */
  private static List<String> values(AttributeDefinition attribute) {
    List<String> values = new ArrayList<>(attribute.words());
    if (attribute.kind() == ValueKind.BOOLEAN) {
      values.add("false");
    }
    if (attribute.kind() == ValueKind.INTEGER) {
      values.add(String.valueOf(Math.max(0, attribute.min())));
      values.add(String.valueOf(Math.min(1_000, attribute.max())));
    }
    if (attribute.expressions() == Expressions.ALLOWED) {
      values.add(EXPRESSION);
    }
    return values;
  }

  private static String usual(AttributeDefinition attribute) {
    return switch (attribute.kind()) {
      case TEXT -> attribute.name().equals("set-method") ? "GET" : "text";
      case DECIMAL -> "0.5";
      case DATE_TIME -> "2026-01-31T00:00:00Z";
      case BOOLEAN -> "true";
      case INTEGER -> String.valueOf(Math.max(attribute.min(), Math.min(5, attribute.max())));
      case ENUM -> attribute.words().get(0);
    };
  }

  private static void append(
      StringBuilder text,
      ElementDefinition element,
      Optional<Variation> variation,
      Predicate<AttributeDefinition> written) {
    if (element.isVerbatim()) {
      text.append("<xsl:stylesheet xmlns:xsl=\"urn:x\" version=\"1.0\" />");
      return;
    }
    text.append('<').append(element.name());
    for (AttributeDefinition attribute : element.attributes().values()) {
      if (written.test(attribute)) {
        String value = value(element, Optional.of(attribute.name()), attribute, variation);
        text.append(' ').append(attribute.name()).append("=\"").append(value).append('"');
      }
    }
    text.append('>');
    element
        .text()
        .ifPresent(held -> text.append(value(element, Optional.empty(), held, variation)));
    for (ChildDefinition child : element.children().values()) {
      if (child.required() || written.test(ANY)) {
        append(text, child.element(), variation, written);
      }
    }
    for (String held : element.isContainer() ? inside(element, written) : List.<String>of()) {
      append(text, PolicyCatalog.policy(held).orElseThrow(), variation, written);
    }
    text.append("</").append(element.name()).append('>');
  }

  private static final AttributeDefinition ANY =
      new AttributeDefinition(
          "",
          false,
          ValueKind.TEXT,
          List.of(),
          Long.MIN_VALUE,
          Long.MAX_VALUE,
          Expressions.UNSTATED,
          "",
          "");

  /** One of each policy that a container with a short list may hold. */
  private static List<String> inside(
      ElementDefinition element, Predicate<AttributeDefinition> written) {
    boolean anyPolicy = element.holds().size() == PolicyCatalog.policies().size();
    if (anyPolicy) {
      return List.of("base");
    }
    return List.copyOf(written.test(ANY) ? element.holds() : element.mustHold());
  }

  private static String value(
      ElementDefinition element,
      Optional<String> attribute,
      AttributeDefinition definition,
      Optional<Variation> variation) {
    return variation
        .filter(v -> v.element() == element && v.attribute().equals(attribute))
        .map(Variation::value)
        .orElseGet(() -> usual(definition));
  }

  /** Where and what, out of the validator's words: {@code policy/element@attribute is unknown}. */
  private static String key(String policy, String message) {
    List<String> names = QUOTED.matcher(message).results().map(match -> match.group(1)).toList();
    String problem = message.substring(0, message.indexOf(':'));
    return switch (problem) {
      case "cvc-complex-type.3.2.2" ->
          where(policy, names.get(1)) + "@" + names.get(0) + " is unknown";
      case "cvc-complex-type.4" -> where(policy, names.get(1)) + "@" + names.get(0) + " is missing";
      case "cvc-attribute.3" -> {
        String value = names.get(0).startsWith("@(") ? "an expression" : names.get(0);
        yield where(policy, names.get(2)) + "@" + names.get(1) + " is " + value;
      }
      case "cvc-type.3.1.1" ->
          where(policy, names.get(0)) + "@" + names.get(names.size() - 1) + " is unknown";
      case "cvc-complex-type.2.4.a" -> policy + "/" + names.get(0) + " is not expected";
      case "cvc-complex-type.2.4.b" -> where(policy, names.get(0)) + " is incomplete";
      case "cvc-complex-type.2.4.c" -> names.get(0) + " has no schema";
      default -> policy + ": " + message;
    };
  }

  private static String where(String policy, String element) {
    return PolicyCatalog.isPolicyName(element) ? element : policy + "/" + element;
  }
}
