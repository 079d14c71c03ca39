package dev.fanout.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.gateway.policy.CompilationFindings;
import dev.fanout.gateway.policy.NamedValues;
import dev.fanout.gateway.policy.PolicyCompiler;
import dev.fanout.policies.PolicyDocuments;
import dev.fanout.policies.context.ContextTypes;
import dev.fanout.policies.model.ElementDefinition;
import dev.fanout.policies.model.GatewayKind;
import dev.fanout.policies.model.Occurs;
import dev.fanout.policies.model.Placement;
import dev.fanout.policies.model.Policy;
import dev.fanout.policies.model.PolicyCatalog;
import dev.fanout.policies.model.Scope;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.model.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of all policies is what the model says and what the gateway's compiler takes. After a
 * change, {@code -Dfanout.docs.write=true} writes it anew.
 */
class PoliciesPageTest {
  private static final Path PAGE = Path.of("../docs/policies.md");

  @Test
  void is_what_the_model_and_the_compiler_say() throws IOException {
    String page = page();
    if (Boolean.getBoolean("fanout.docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void the_compiler_tells_what_it_runs_from_what_it_does_not() {
    assertThat(runs("set-header")).isTrue();
    assertThat(runs("base")).isTrue();
    assertThat(runs("invoke-dapr-binding")).isFalse();
  }

  private static String page() {
    List<ElementDefinition> policies =
        PolicyCatalog.policies().stream()
            .sorted(Comparator.comparing(ElementDefinition::name))
            .toList();
    long running = policies.stream().filter(policy -> runs(policy.name())).count();
    StringBuilder out = new StringBuilder();
    out.append("# All policies\n\n");
    out.append(
        "Generated from the model in `policies/` and from what the gateway's compiler takes;");
    out.append(" do not edit.\n\n");
    out.append(policies.size()).append(" policies are read, written, checked and formatted with");
    out.append(" all their attributes; ").append(running);
    out.append(" of them run in the [local gateway](gateway.md#policies), which says where it");
    out.append(" does not do as the cloud does. Sections, scopes and gateways are those of the");
    out.append(
        " policy's documentation page; for the *undocumented*, of the published schema or the");
    out.append(" policy toolkit. Tiers follow from the gateways that they offer.\n\n");
    out.append("| Policy | Sections | Scopes | Gateways | Tiers | Local gateway | |\n");
    out.append("|---|---|---|---|---|---|---|\n");
    policies.forEach(policy -> row(policy, out));
    return out.toString();
  }

  private static void row(ElementDefinition policy, StringBuilder out) {
    Placement placement = policy.placement().orElseThrow();
    Tier[] tiers =
        Stream.of(Tier.values()).filter(tier -> tier.runs(placement)).toArray(Tier[]::new);
    List<String> cells =
        List.of(
            policy.name(),
            placement.sections().length == 0
                ? placement.inResolvers() ? "GraphQL resolvers" : "in other policies"
                : words(placement.sections(), SectionName.values(), SectionName::elementName),
            words(placement.scopes(), Scope.values(), PoliciesPageTest::word),
            words(placement.gateways(), GatewayKind.values(), PoliciesPageTest::word),
            words(tiers, Tier.values(), Tier::optionName),
            runs(policy.name()) ? "**runs**" : "read and checked",
            remarks(placement));
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String remarks(Placement placement) {
    List<String> remarks = new ArrayList<>();
    if (!placement.replacedBy().isEmpty()) {
      remarks.add("replaced by " + placement.replacedBy());
    }
    if (placement.occurs() != Occurs.ANY) {
      remarks.add(
          placement.occurs() == Occurs.ONCE_PER_SECTION ? "once a section" : "once a document");
    }
    if (!placement.inFragments()) {
      remarks.add("not in fragments");
    }
    if (placement.terminates()) {
      remarks.add("ends the pipeline");
    }
    if (!placement.documented()) {
      remarks.add("*undocumented*");
    }
    return String.join(", ", remarks);
  }

  /** In the order of their enum, however the annotation has them. */
  private static <E extends Enum<E>> String words(E[] some, E[] all, Function<E, String> word) {
    TreeSet<E> sorted = new TreeSet<>(Arrays.asList(some));
    if (sorted.isEmpty()) {
      return "–";
    }
    return sorted.size() == all.length
        ? "all"
        : sorted.stream().map(word).collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Without attributes the compiler may refuse the element, but not for its name. */
  private static boolean runs(String name) {
    String text = "<fragment><" + name + " /></fragment>";
    Policy policy =
        PolicyDocuments.read(SourceText.of("policy.xml", text))
            .fragment()
            .orElseThrow()
            .policies()
            .get(0);
    UnsupportedNames unsupported = new UnsupportedNames();
    new PolicyCompiler(
            new ExpressionCompiler(ContextTypes.hostTypes()),
            new NamedValues(Map.of()),
            Map.of(),
            Map.of(),
            unsupported,
            Map.of())
        .section(List.of(new PolicyCompiler.Scoped("api", policy)));
    return !unsupported.names.contains(name);
  }

  private static final class UnsupportedNames implements CompilationFindings {
    private final TreeSet<String> names = new TreeSet<>();

    @Override
    public void unrunnable(String policy, List<Issue> issues) {
      if (issues.stream().anyMatch(issue -> issue.code().equals("GATEWAY_UNSUPPORTED_POLICY"))) {
        names.add(policy);
      }
    }

    @Override
    public void note(Issue issue) {}
  }
}
