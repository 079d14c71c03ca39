package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** Which page of the items is asked for. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CosmosdbPaging extends PolicyPart {
  @XmlElement(name = "max-item-count", required = true)
  private @Nullable TemplateText maxItemCount;

  @XmlElement(name = "continuation-token", required = true)
  private @Nullable TemplateText continuationToken;

  public @Nullable TemplateText maxItemCount() {
    return maxItemCount;
  }

  public CosmosdbPaging setMaxItemCount(@Nullable TemplateText value) {
    maxItemCount = value;
    return this;
  }

  public @Nullable TemplateText continuationToken() {
    return continuationToken;
  }

  public CosmosdbPaging setContinuationToken(@Nullable TemplateText value) {
    continuationToken = value;
    return this;
  }
}
