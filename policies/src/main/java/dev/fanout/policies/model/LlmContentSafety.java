package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Has prompts and completions checked for content. */
@Placement(
    sections = {SectionName.INBOUND, SectionName.OUTBOUND},
    scopes = {Scope.GLOBAL, Scope.WORKSPACE, Scope.PRODUCT, Scope.API})
@XmlRootElement(name = "llm-content-safety")
@XmlAccessorType(XmlAccessType.FIELD)
public final class LlmContentSafety extends Policy {
  @XmlAttribute(name = "backend-id", required = true)
  @Literal
  private @Nullable String backendId;

  @XmlAttribute(name = "shield-prompt")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "false")
  private @Nullable String shieldPrompt;

  @XmlAttribute(name = "enforce-on-completions")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "false")
  private @Nullable String enforceOnCompletions;

  @XmlAttribute(name = "window-size")
  @Literal
  private @Nullable String windowSize;

  @XmlAttribute(name = "window-overlap-size")
  @Literal
  private @Nullable String windowOverlapSize;

  @XmlElement private @Nullable SafetyCategories categories;

  @XmlElement private @Nullable Blocklists blocklists;

  public @Nullable String backendId() {
    return backendId;
  }

  public LlmContentSafety setBackendId(@Nullable String value) {
    backendId = value;
    return this;
  }

  public @Nullable String shieldPrompt() {
    return shieldPrompt;
  }

  public LlmContentSafety setShieldPrompt(@Nullable String value) {
    shieldPrompt = value;
    return this;
  }

  public @Nullable String enforceOnCompletions() {
    return enforceOnCompletions;
  }

  public LlmContentSafety setEnforceOnCompletions(@Nullable String value) {
    enforceOnCompletions = value;
    return this;
  }

  public @Nullable String windowSize() {
    return windowSize;
  }

  public LlmContentSafety setWindowSize(@Nullable String value) {
    windowSize = value;
    return this;
  }

  public @Nullable String windowOverlapSize() {
    return windowOverlapSize;
  }

  public LlmContentSafety setWindowOverlapSize(@Nullable String value) {
    windowOverlapSize = value;
    return this;
  }

  public @Nullable SafetyCategories categories() {
    return categories;
  }

  public LlmContentSafety setCategories(@Nullable SafetyCategories value) {
    categories = value;
    return this;
  }

  public @Nullable Blocklists blocklists() {
    return blocklists;
  }

  public LlmContentSafety setBlocklists(@Nullable Blocklists value) {
    blocklists = value;
    return this;
  }
}
