package dev.fanout.artifacts.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An explanation for programs. {@code schema} is 1 and grows when a key changes its meaning. */
public final class JsonExplanation {
  private static final int SCHEMA = 1;
  private static final ObjectWriter WRITER = new ObjectMapper().writer(new PlainPrinter());

  private JsonExplanation() {}

  /** Ends in a line end; lines end in {@code \n} on every system. */
  public static String render(Explanation explanation) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("schema", SCHEMA);
    all.put("api", explanation.apiId());
    put(all, "workspace", explanation.workspaceId());
    put(all, "operation", explanation.operationId());
    all.put("scopes", explanation.scopes().stream().map(JsonExplanation::scope).toList());
    all.put("remarks", explanation.remarks());
    all.put(
        "operations", explanation.operations().stream().map(JsonExplanation::operation).toList());
    all.put("sections", explanation.sections().stream().map(JsonExplanation::section).toList());
    try {
      return WRITER.writeValueAsString(all) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> scope(ExplainedScope scope) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("scope", Wording.scope(scope.scope()));
    one.put("name", scope.name());
    put(one, "file", scope.file());
    return one;
  }

  private static Map<String, Object> operation(ExplainedOperation operation) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", operation.id());
    one.put("target", operation.target());
    one.put("hasPolicy", operation.hasPolicy());
    Map<String, Object> upstream = new LinkedHashMap<>();
    if (operation.upstream() instanceof Upstream.Known known) {
      upstream.put("kind", "known");
      upstream.put("method", known.method());
      upstream.put("urls", known.urls());
      upstream.put("by", known.by());
    } else if (operation.upstream() instanceof Upstream.NotSent notSent) {
      upstream.put("kind", "not-sent");
      upstream.put("why", notSent.why());
    } else if (operation.upstream() instanceof Upstream.Depends depends) {
      upstream.put("kind", "depends");
      upstream.put("why", depends.why());
    }
    put(upstream, "example", operation.example());
    one.put("upstream", upstream);
    one.put("remarks", operation.remarks());
    return one;
  }

  private static Map<String, Object> section(ExplainedSection section) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("section", section.name().elementName());
    one.put("cutShort", section.cutShort());
    one.put("cuts", section.cuts().stream().map(JsonExplanation::cut).toList());
    one.put("lines", items(section.items()));
    return one;
  }

  private static Map<String, Object> cut(Cut cut) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("scope", Wording.scope(cut.scope()));
    origin(one, cut.at());
    one.put("sectionMissing", cut.sectionMissing());
    List<Map<String, Object>> policies = new ArrayList<>();
    for (Cut.CutPolicy policy : cut.policies()) {
      Map<String, Object> lost = new LinkedHashMap<>();
      lost.put("policy", policy.elementName());
      lost.put("scope", Wording.scope(policy.scope()));
      origin(lost, policy.origin());
      policies.add(lost);
    }
    one.put("policies", policies);
    return one;
  }

  private static List<Map<String, Object>> items(List<ExplainedItem> items) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (ExplainedItem item : items) {
      if (item instanceof ExplainedLine line) {
        all.add(line(line));
      } else if (item instanceof ExplainedInclude include) {
        Map<String, Object> one = line(include.line());
        Map<String, Object> fragment = new LinkedHashMap<>();
        fragment.put("id", include.fragmentId());
        put(fragment, "file", include.file());
        fragment.put("lines", items(include.items()));
        one.put("fragment", fragment);
        all.add(one);
      }
    }
    return all;
  }

  private static Map<String, Object> line(ExplainedLine line) {
    Map<String, Object> one = new LinkedHashMap<>();
    origin(one, line.origin());
    one.put("scope", Wording.scope(line.scope()));
    one.put("indent", line.indent());
    one.put("text", line.text());
    if (!line.remarks().isEmpty()) {
      one.put("remarks", line.remarks());
    }
    return one;
  }

  private static void origin(Map<String, Object> one, Origin origin) {
    put(one, "file", origin.isDefault() ? Optional.empty() : Optional.of(origin.file()));
    put(one, "line", origin.isDefault() ? Optional.empty() : Optional.of(origin.line()));
  }

  private static void put(Map<String, Object> map, String key, Optional<?> value) {
    @Nullable Object present = value.orElse(null);
    if (present != null) {
      map.put(key, present);
    }
  }
}
