package dev.fanout.gateway.policy;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.gateway.pipeline.BackendTarget;
import dev.fanout.gateway.pipeline.Block;
import dev.fanout.gateway.pipeline.Step;
import dev.fanout.gateway.pipeline.StepInfo;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.model.Base;
import dev.fanout.policies.model.Choose;
import dev.fanout.policies.model.ElementDefinition;
import dev.fanout.policies.model.ForwardRequest;
import dev.fanout.policies.model.IncludeFragment;
import dev.fanout.policies.model.Policy;
import dev.fanout.policies.model.PolicyCatalog;
import dev.fanout.policies.model.PolicyFragment;
import dev.fanout.policies.model.ReturnResponse;
import dev.fanout.policies.model.RewriteUri;
import dev.fanout.policies.model.SetBackendService;
import dev.fanout.policies.model.SetBody;
import dev.fanout.policies.model.SetHeader;
import dev.fanout.policies.model.SetMethod;
import dev.fanout.policies.model.SetQueryParameter;
import dev.fanout.policies.model.SetStatus;
import dev.fanout.policies.model.SetVariable;
import dev.fanout.policies.model.When;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.Similarity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns the policies of an estate into steps. Policies with the same text become one step, so that
 * a thousand documents that differ in a line cost little more than one. Thread-safe.
 */
public final class PolicyCompiler {
  /** The one policy that stands in no document: of the global scope when it has none. */
  private static final CompiledPolicy DEFAULT_FORWARD =
      new CompiledPolicy(
          Optional.of(new ForwardRequestStep(ForwardOptions.DEFAULT)), "forward-request", null, 0);

  private final ValueCompiler values;
  private final Map<String, BackendTarget> entities;
  private final Map<String, PolicyDocument> fragments;
  private final Map<String, PolicyExtension> extensions;
  private final CompilationFindings findings;
  private final Map<String, CompiledPolicy> policies = new ConcurrentHashMap<>();
  private final Map<String, Block> fragmentBlocks = new ConcurrentHashMap<>();
  private final Map<StepInfo, StepInfo> infos = new ConcurrentHashMap<>();
  private final Map<List<Block.Entry>, Block> blocks = new ConcurrentHashMap<>();

  /**
   * @param entities Backend entities by id, not changed afterwards
   * @param fragments documents by fragment id, not changed afterwards
   * @param findings takes what is wrong
   * @param extensions policies beside the language, by element name; tests add one
   */
  public PolicyCompiler(
      ExpressionCompiler expressions,
      NamedValues namedValues,
      Map<String, BackendTarget> entities,
      Map<String, PolicyDocument> fragments,
      CompilationFindings findings,
      Map<String, PolicyExtension> extensions) {
    this.values = new ValueCompiler(expressions, namedValues);
    this.entities = entities;
    this.fragments = fragments;
    this.findings = findings;
    this.extensions = Map.copyOf(extensions);
  }

  /**
   * A policy with the scope of its document.
   *
   * @param scope as {@code LastError.Scope} names it; null inside another policy
   */
  public record Scoped(@Nullable String scope, Policy policy) {}

  /** A section, with {@code <base/>} expanded; equal sections are one block. */
  public Block section(List<Scoped> policyList) {
    return block(policyList, false);
  }

  private Block block(List<Scoped> policyList, boolean inFragment) {
    List<Block.Entry> entries = new ArrayList<>(policyList.size());
    Map<String, Integer> numbers = new HashMap<>();
    for (Scoped scoped : policyList) {
      CompiledPolicy compiled =
          scoped
              .policy()
              .node()
              .map(node -> policy(scoped.policy(), node, inFragment))
              .orElse(DEFAULT_FORWARD);
      int number = numbers.merge(scoped.scope() + " " + compiled.name(), 1, Integer::sum);
      compiled
          .step()
          .ifPresent(
              step ->
                  entries.add(
                      new Block.Entry(
                          step, info(compiled, number, scoped.scope()), compiled.bodyReads())));
    }
    if (entries.isEmpty()) {
      return Block.EMPTY;
    }
    return blocks.computeIfAbsent(List.copyOf(entries), Block::new);
  }

  /** Equal ones are one object: a running step reads its scope there. */
  private StepInfo info(CompiledPolicy compiled, int number, @Nullable String scope) {
    StepInfo info = compiled.info(number, scope);
    StepInfo known = infos.putIfAbsent(info, info);
    return known == null ? info : known;
  }

  private Block nested(List<Policy> policyList, boolean inFragment) {
    return block(policyList.stream().map(policy -> new Scoped(null, policy)).toList(), inFragment);
  }

  private CompiledPolicy policy(Policy policy, ElementNode node, boolean inFragment) {
    // The text is the key: what it means depends on the estate only, not on its place.
    String key = (inFragment ? "fragment " : "") + node.span().text();
    CompiledPolicy known = policies.get(key);
    if (known != null) {
      return known;
    }
    Optional<Step> step = Optional.empty();
    int reads = 0;
    List<Issue> issues = List.of();
    try {
      Readied readied = compile(policy, node, inFragment);
      step = Optional.of(readied.step());
      reads = readied.bodyReads();
    } catch (Unrunnable unrunnable) {
      issues = unrunnable.issues();
    }
    String id = node.attribute("id").map(AttributeNode::value).orElse(null);
    CompiledPolicy compiled = new CompiledPolicy(step, node.name(), id, reads);
    CompiledPolicy first = policies.putIfAbsent(key, compiled);
    if (first != null) {
      return first;
    }
    if (!issues.isEmpty()) {
      findings.unrunnable(node.name(), issues);
    }
    return compiled;
  }

  private Readied compile(Policy policy, ElementNode node, boolean inFragment) {
    if (policy instanceof SetHeader) {
      SetHeaderStep step = setHeader(node);
      return new Readied(step, step.bodyReads());
    }
    if (policy instanceof SetQueryParameter) {
      SetQueryParameterStep step =
          new SetQueryParameterStep(
              values.text(required(node, "name")), existsAction(node), valueElements(node));
      return new Readied(step, step.bodyReads());
    }
    if (policy instanceof SetMethod) {
      TextSource method = values.text(Written.contentOf(node));
      return new Readied(new SetMethodStep(method), method.bodyReads());
    }
    if (policy instanceof SetVariable) {
      ValueSource value = values.value(required(node, "value"));
      return new Readied(
          new SetVariableStep(values.literal(required(node, "name")), value), value.bodyReads());
    }
    if (policy instanceof SetStatus) {
      SetStatusStep step = setStatus(node);
      return new Readied(step, step.bodyReads());
    }
    if (policy instanceof SetBody) {
      SetBodyStep step = setBody(node);
      return new Readied(step, step.bodyReads());
    }
    if (policy instanceof RewriteUri) {
      RewriteUriStep step =
          new RewriteUriStep(
              values.text(required(node, "template")),
              condition(node, "copy-unmatched-params", true));
      return new Readied(step, step.bodyReads());
    }
    if (policy instanceof SetBackendService) {
      SetBackendServiceStep step = setBackendService(node);
      return new Readied(step, step.bodyReads());
    }
    if (policy instanceof ForwardRequest) {
      ForwardOptions options = forwardOptions(node);
      return new Readied(new ForwardRequestStep(options), options.bodyReads());
    }
    if (policy instanceof Choose choose) {
      ChooseStep step = choose(choose, node, inFragment);
      return new Readied(step, step.bodyReads());
    }
    if (policy instanceof ReturnResponse answer) {
      return returnResponse(answer, node);
    }
    if (policy instanceof IncludeFragment) {
      return new Readied(new IncludeFragmentStep(fragment(node, inFragment)), 0);
    }
    if (policy instanceof Base) {
      throw new Unrunnable(
          Issue.error(
              "GATEWAY_BASE_MISPLACED",
              node.nameSpan(),
              "<base/> stands only in a section itself"));
    }
    PolicyExtension extension = extensions.get(node.name());
    if (extension != null) {
      return new Readied(extension.compile(node), 0);
    }
    throw new Unrunnable(unsupported(node));
  }

  private static Issue unsupported(ElementNode node) {
    Issue issue =
        Issue.error(
            "GATEWAY_UNSUPPORTED_POLICY",
            node.nameSpan(),
            "the gateway cannot run the policy '" + node.name() + "'");
    List<String> names = PolicyCatalog.policies().stream().map(ElementDefinition::name).toList();
    Optional<String> meant =
        names.contains(node.name()) ? Optional.empty() : Similarity.closest(node.name(), names);
    return issue.withHint(
        meant
            .map(name -> "did you mean '" + name + "'?")
            .orElse("--allow-unsupported leaves it out, and every verdict says so"));
  }

  private SetHeaderStep setHeader(ElementNode node) {
    TextSource name = values.text(required(node, "name"));
    TextSource action = existsAction(node);
    String literal = name.literal();
    if (literal != null && SetHeaderStep.isFixed(literal.strip())) {
      findings.note(
          Issue.warning(
              "GATEWAY_HEADER_FIXED",
              node.nameSpan(),
              "the header '" + literal.strip() + "' belongs to the connection and never changes"));
    }
    return new SetHeaderStep(name, action, valueElements(node));
  }

  private SetStatusStep setStatus(ElementNode node) {
    TextSource reason =
        node.attribute("reason")
            .map(attribute -> values.text(Written.of(attribute)))
            .orElse(TextSource.literal(""));
    return new SetStatusStep(values.text(required(node, "code")), reason);
  }

  private SetBodyStep setBody(ElementNode node) {
    Optional<AttributeNode> template = node.attribute("template");
    if (template.isPresent() && template.get().value().equals("liquid")) {
      return new SetBodyStep(liquid(node));
    }
    if (template.isPresent() && !template.get().value().equals("none")) {
      throw new Unrunnable(
          Issue.error(
              "GATEWAY_UNSUPPORTED_TEMPLATE",
              template.get().span(),
              "the gateway cannot run '" + template.get().value() + "' templates"));
    }
    return new SetBodyStep(BodySource.of(values.text(Written.contentOf(node))));
  }

  /** A template is no place for named values and expressions: it has braces of its own. */
  private static BodySource liquid(ElementNode node) {
    Written written = Written.contentOf(node);
    boolean nullable =
        node.attribute("xsi-nil").filter(nil -> nil.value().equals("null")).isPresent();
    boolean parsesDates =
        node.attribute("parse-date").filter(parse -> parse.value().equals("false")).isEmpty();
    try {
      return new LiquidBodySource(written.value(), nullable, parsesDates);
    } catch (ExpressionFailure failure) {
      throw new Unrunnable(
          Issue.error("GATEWAY_BAD_TEMPLATE", written.span(), failure.getMessage()));
    }
  }

  private SetBackendServiceStep setBackendService(ElementNode node) {
    for (AttributeNode attribute : node.attributes()) {
      if (attribute.name().startsWith("sf-") || attribute.name().startsWith("dapr-")) {
        throw unsupported(attribute);
      }
    }
    Optional<AttributeNode> id = node.attribute("backend-id");
    Optional<AttributeNode> url = node.attribute("base-url");
    if (id.isPresent() == url.isPresent()) {
      throw new Unrunnable(
          Issue.error(
              "GATEWAY_BAD_VALUE",
              node.nameSpan(),
              "set-backend-service needs either backend-id or base-url"));
    }
    if (id.isPresent()) {
      TextSource source = values.text(Written.of(id.get()));
      String literal = source.literal();
      if (literal != null && !entities.containsKey(literal)) {
        throw new Unrunnable(
            Issue.error(
                "GATEWAY_UNKNOWN_BACKEND",
                id.get().valueSpan(),
                "there is no Backend entity '" + literal + "'"));
      }
      return SetBackendServiceStep.entity(source, entities);
    }
    SourceSpan span = url.orElseThrow().valueSpan();
    try {
      return SetBackendServiceStep.url(values.text(Written.of(url.orElseThrow())));
    } catch (IllegalArgumentException notAUrl) {
      throw new Unrunnable(
          Issue.error("GATEWAY_BAD_VALUE", span, "the value is not an absolute http or https URL"));
    }
  }

  private ForwardOptions forwardOptions(ElementNode node) {
    Optional<AttributeNode> version = node.attribute("http-version");
    if (version.isPresent() && version.get().value().equals("2")) {
      throw unsupported(version.get());
    }
    return new ForwardOptions(
        number(node, "timeout").orElse(TextSource.literal(ForwardOptions.DEFAULT_TIMEOUT_SECONDS)),
        number(node, "timeout-ms").orElse(null),
        condition(node, "follow-redirects", false),
        flag(node, "buffer-request-body"),
        flag(node, "fail-on-error-status-code"));
  }

  private ChooseStep choose(Choose choose, ElementNode node, boolean inFragment) {
    List<ChooseStep.Branch> branches = new ArrayList<>();
    int number = 0;
    for (When when : choose.whens()) {
      ElementNode element = when.node().orElseThrow();
      branches.add(
          new ChooseStep.Branch(
              values.condition(required(element, "condition")),
              nested(when.policies(), inFragment),
              "when[" + ++number + "]"));
    }
    if (branches.isEmpty()) {
      throw new Unrunnable(
          Issue.error("GATEWAY_BAD_VALUE", node.nameSpan(), "choose has no <when>"));
    }
    if (choose.otherwise() != null) {
      branches.add(
          new ChooseStep.Branch(
              Condition.TRUE, nested(choose.otherwise().policies(), inFragment), "otherwise"));
    }
    return new ChooseStep(branches);
  }

  private Readied returnResponse(ReturnResponse policy, ElementNode node) {
    List<ResponseEdit> edits = new ArrayList<>();
    int reads = 0;
    for (Policy child : policy.policies()) {
      ElementNode element = child.node().orElseThrow();
      if (child instanceof SetStatus) {
        SetStatusStep step = setStatus(element);
        reads |= step.bodyReads();
        edits.add(step);
      } else if (child instanceof SetHeader) {
        SetHeaderStep step = setHeader(element);
        reads |= step.bodyReads();
        edits.add(step);
      } else if (child instanceof SetBody) {
        SetBodyStep step = setBody(element);
        reads |= step.bodyReads();
        edits.add(step);
      } else {
        throw new Unrunnable(
            Issue.error(
                "GATEWAY_UNSUPPORTED_POLICY",
                element.nameSpan(),
                "'" + element.name() + "' does not belong inside return-response"));
      }
    }
    String variable =
        node.attribute("response-variable-name")
            .map(attribute -> values.literal(Written.of(attribute)))
            .orElse(null);
    return new Readied(new ReturnResponseStep(variable, edits), reads);
  }

  private Block fragment(ElementNode node, boolean inFragment) {
    AttributeNode attribute =
        node.attribute("fragment-id").orElseThrow(() -> missing(node, "fragment-id"));
    if (inFragment) {
      throw new Unrunnable(
          Issue.error(
              "GATEWAY_NESTED_FRAGMENT",
              node.nameSpan(),
              "a fragment cannot include another fragment"));
    }
    String id = values.literal(Written.of(attribute));
    PolicyDocument document = fragments.get(id);
    if (document == null) {
      throw new Unrunnable(
          Issue.error(
              "GATEWAY_UNKNOWN_FRAGMENT",
              attribute.valueSpan(),
              "there is no policy fragment '" + id + "'"));
    }
    Optional<PolicyFragment> fragment = document.fragment();
    if (fragment.isEmpty()) {
      return Block.EMPTY;
    }
    Block known = fragmentBlocks.get(id);
    if (known == null) {
      Block compiled = nested(fragment.get().policies(), true);
      known = fragmentBlocks.putIfAbsent(id, compiled);
      known = known == null ? compiled : known;
    }
    return known;
  }

  private TextSource existsAction(ElementNode node) {
    Optional<AttributeNode> attribute = node.attribute("exists-action");
    if (attribute.isEmpty()) {
      return TextSource.literal("override");
    }
    TextSource source = values.text(Written.of(attribute.get()));
    String literal = source.literal();
    if (literal != null && ExistsAction.parse(literal).isEmpty()) {
      throw new Unrunnable(
          Issue.error(
              "GATEWAY_BAD_VALUE",
              attribute.get().valueSpan(),
              "exists-action is override, skip, append or delete"));
    }
    return source;
  }

  private List<TextSource> valueElements(ElementNode node) {
    List<TextSource> sources = new ArrayList<>();
    for (ElementNode value : node.elements("value")) {
      sources.add(values.text(Written.contentOf(value)));
    }
    return sources;
  }

  private Optional<TextSource> number(ElementNode node, String name) {
    return node.attribute(name)
        .map(
            attribute -> {
              TextSource source = values.text(Written.of(attribute));
              String literal = source.literal();
              if (literal != null && !literal.matches("[0-9]{1,9}")) {
                throw new Unrunnable(
                    Issue.error(
                        "GATEWAY_BAD_VALUE",
                        attribute.valueSpan(),
                        "'" + name + "' is not a whole number"));
              }
              return source;
            });
  }

  private Condition condition(ElementNode node, String name, boolean byDefault) {
    return node.attribute(name)
        .map(attribute -> values.condition(Written.of(attribute)))
        .orElse(Condition.literal(byDefault));
  }

  private boolean flag(ElementNode node, String name) {
    return node.attribute(name)
        .map(
            attribute -> {
              Condition condition = values.condition(Written.of(attribute));
              if (condition instanceof Condition.Literal literal) {
                return literal.value();
              }
              throw unsupported(attribute);
            })
        .orElse(false);
  }

  private static Written required(ElementNode node, String name) {
    return Written.of(node.attribute(name).orElseThrow(() -> missing(node, name)));
  }

  private static Unrunnable missing(ElementNode node, String name) {
    return new Unrunnable(
        Issue.error(
            "GATEWAY_MISSING_ATTRIBUTE",
            node.nameSpan(),
            "'" + node.name() + "' needs the attribute '" + name + "'"));
  }

  private static Unrunnable unsupported(AttributeNode attribute) {
    return new Unrunnable(
        Issue.error(
            "GATEWAY_UNSUPPORTED_ATTRIBUTE",
            attribute.span(),
            "the gateway cannot run '" + attribute.name() + "' with this value"));
  }

  /** A step and which bodies it reads. */
  private record Readied(Step step, int bodyReads) {}
}
