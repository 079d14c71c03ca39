package dev.fanout.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.model.PartContent;
import dev.fanout.policies.model.PolicyPart;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import jakarta.xml.bind.annotation.XmlAttribute;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Real documents, changed through their beans. */
class CorpusUpdateTest {
  private static final String NEW = "changed";

  private int changes;
  private final Set<String> withoutBean = new TreeSet<>();

  @Test
  void an_attribute_that_is_set_on_a_bean_is_all_that_changes_in_the_text() throws Exception {
    List<SourceText> documents = Corpus.documents();
    for (SourceText source : documents) {
      PolicyDocument document = PolicyDocuments.read(source);
      assertThat(PolicyUpdate.of(document).text()).isEqualTo(source.text());
      PolicyPart root = (PolicyPart) document.root().orElseThrow();
      for (PolicyPart part : parts(root, new ArrayList<>())) {
        changeEach(document, part);
      }
    }
    System.out.printf(
        "%d documents, %d attributes changed one by one; no bean has %s%n",
        documents.size(), changes, withoutBean);
    assertThat(changes).isGreaterThan(1_000);
    assertThat(withoutBean).hasSizeLessThan(changes / 50);
  }

  private void changeEach(PolicyDocument document, PolicyPart part) throws Exception {
    ElementNode node = part.node().orElseThrow();
    for (AttributeNode attribute : node.attributes()) {
      @Nullable Field field = field(part.getClass(), attribute.name());
      if (field == null) {
        withoutBean.add(node.name() + "@" + attribute.name());
        continue;
      }
      field.setAccessible(true);
      assertThat(field.get(part)).isEqualTo(attribute.value());
      field.set(part, NEW);
      assertThat(PolicyUpdate.of(document).text()).isEqualTo(replaced(attribute.valueSpan()));
      field.set(part, attribute.value());
      changes++;
    }
  }

  private static String replaced(SourceSpan value) {
    String text = value.source().text();
    return text.substring(0, value.start()) + NEW + text.substring(value.end());
  }

  private static List<PolicyPart> parts(PolicyPart part, List<PolicyPart> parts) {
    parts.add(part);
    PartContent.of(part).children().forEach(child -> parts(child.part(), parts));
    return parts;
  }

  private static @Nullable Field field(@Nullable Class<?> bean, String attribute) {
    for (Class<?> c = bean; c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        XmlAttribute annotation = field.getAnnotation(XmlAttribute.class);
        if (annotation != null
            && attribute.equals(
                annotation.name().equals("##default") ? field.getName() : annotation.name())) {
          return field;
        }
      }
    }
    return null;
  }
}
