package dev.fanout.artifacts;

import dev.fanout.policies.model.SectionName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The four sections that a request of one operation runs through, scopes expanded. */
public record EffectivePolicy(Map<SectionName, List<EffectiveStep>> sections) {
  public EffectivePolicy {
    Map<SectionName, List<EffectiveStep>> all = new EnumMap<>(SectionName.class);
    for (SectionName name : SectionName.values()) {
      all.put(name, List.copyOf(sections.getOrDefault(name, List.of())));
    }
    sections = Collections.unmodifiableMap(all);
  }

  public List<EffectiveStep> section(SectionName name) {
    return sections.getOrDefault(name, List.of());
  }
}
