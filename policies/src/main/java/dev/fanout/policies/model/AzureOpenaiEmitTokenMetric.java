package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends metrics of tokens to Application Insights. */
@Placement(sections = SectionName.INBOUND, replacedBy = "llm-emit-token-metric")
@XmlRootElement(name = "azure-openai-emit-token-metric")
@XmlAccessorType(XmlAccessType.FIELD)
public final class AzureOpenaiEmitTokenMetric extends Policy {
  @XmlAttribute
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String namespace;

  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String name;

  @XmlAttribute(name = "value-type")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"all", "total-tokens", "prompt-tokens", "completion-tokens"},
      expressions = Expressions.UNSTATED,
      byDefault = "all")
  private @Nullable String valueType;

  @XmlAttribute(name = "ignore-prompt")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED, byDefault = "false")
  private @Nullable String ignorePrompt;

  @XmlElement(name = "dimension")
  private List<Dimension> dimensions = new ArrayList<>();

  public @Nullable String namespace() {
    return namespace;
  }

  public AzureOpenaiEmitTokenMetric setNamespace(@Nullable String value) {
    namespace = value;
    return this;
  }

  public @Nullable String name() {
    return name;
  }

  public AzureOpenaiEmitTokenMetric setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String valueType() {
    return valueType;
  }

  public AzureOpenaiEmitTokenMetric setValueType(@Nullable String value) {
    valueType = value;
    return this;
  }

  public @Nullable String ignorePrompt() {
    return ignorePrompt;
  }

  public AzureOpenaiEmitTokenMetric setIgnorePrompt(@Nullable String value) {
    ignorePrompt = value;
    return this;
  }

  /** The {@code <dimension>} elements in order, to be changed in place. */
  public List<Dimension> dimensions() {
    return dimensions;
  }
}
