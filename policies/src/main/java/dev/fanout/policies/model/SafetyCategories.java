package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Categories of {@link LlmContentSafety}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class SafetyCategories extends PolicyPart {
  @XmlAttribute(name = "output-type")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"FourSeverityLevels", "EightSeverityLevels"},
      expressions = Expressions.UNSTATED)
  private @Nullable String outputType;

  @XmlElement(name = "category")
  private List<SafetyCategory> categories = new ArrayList<>();

  public @Nullable String outputType() {
    return outputType;
  }

  public SafetyCategories setOutputType(@Nullable String value) {
    outputType = value;
    return this;
  }

  /** The {@code <category>} elements in order, to be changed in place. */
  public List<SafetyCategory> categories() {
    return categories;
  }
}
