package dev.fanout.artifacts.explain;

import dev.fanout.artifacts.FragmentArtifact;
import dev.fanout.artifacts.PolicyArtifact;
import dev.fanout.policies.model.Scope;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.syntax.CDataNode;
import dev.fanout.policies.syntax.CommentNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.PolicyNode;
import dev.fanout.policies.syntax.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Expands one section as {@link dev.fanout.artifacts.EffectivePolicies} does, line by line, and
 * opens fragments. There are at most 20,000 lines, however often a {@code <base/>} or a fragment is
 * repeated.
 */
final class SectionExpansion {
  private static final int MOST_LINES = 20_000;
  private static final int MOST_BASES = 10_000;
  private static final int MOST_CUT = 1_000;
  private static final int DEEPEST_FRAGMENT = 16;
  private static final int STEP = 2;
  private static final int LONG_LINE = 110;
  private static final String INCLUDE = "include-fragment";

  private final ExplainTarget target;
  private final List<Document> documents;
  private final SectionName section;
  private final List<Cut> cuts = new ArrayList<>();
  private final Deque<String> openFragments = new ArrayDeque<>();
  private final Map<String, DocumentLines> read = new HashMap<>();
  private int lines;
  private int bases;
  private boolean cutShort;

  /** A scope's document. */
  record Document(Scope scope, PolicyArtifact artifact) {}

  /**
   * @param documents from the outside in; scopes without one are left out
   */
  SectionExpansion(ExplainTarget target, List<Document> documents, SectionName section) {
    this.target = target;
    this.documents = documents;
    this.section = section;
  }

  ExplainedSection expand() {
    List<ExplainedItem> items = new ArrayList<>();
    scope(documents.size() - 1, items);
    return new ExplainedSection(section, items, cuts, cutShort);
  }

  /** The effective section of a scope, given by its index. */
  private void scope(int index, List<ExplainedItem> items) {
    if (cutShort) {
      return;
    }
    if (index < 0) {
      if (isDefaultOutside() && room(1)) {
        items.add(defaultLine());
      }
      return;
    }
    Document document = documents.get(index);
    DocumentLines text = lines(document.scope(), document.artifact());
    Optional<ElementNode> element = section(text.root());
    boolean hasBase = element.map(SectionExpansion::hasBase).orElse(false);
    if (!hasBase) {
      cut(index, text, element);
    }
    if (element.isEmpty()) {
      return;
    }
    for (PolicyNode node : element.get().children()) {
      if (node instanceof ElementNode base && base.name().equals("base")) {
        cutShort |= ++bases > MOST_BASES;
        if (document.scope() != Scope.GLOBAL && !cutShort) {
          scope(index - 1, items);
        }
      } else {
        node(text, document.scope(), node, 0, items);
      }
    }
  }

  /** Whether APIM's default document holds, and has something in this section. */
  private boolean isDefaultOutside() {
    return section == SectionName.BACKEND
        && (documents.isEmpty() || documents.get(0).scope() != Scope.GLOBAL);
  }

  private static ExplainedLine defaultLine() {
    return new ExplainedLine(
        Scope.GLOBAL,
        Origin.DEFAULT,
        0,
        List.of(
            new Segment(Segment.Kind.MARKUP, "<"),
            new Segment(Segment.Kind.NAME, "forward-request"),
            new Segment(Segment.Kind.MARKUP, " />")),
        List.of());
  }

  private void cut(int index, DocumentLines text, Optional<ElementNode> element) {
    List<Cut.CutPolicy> policies = new ArrayList<>();
    if (documents.get(index).scope() != Scope.GLOBAL) {
      collect(index - 1, policies);
    }
    boolean isKnown = cuts.stream().anyMatch(cut -> cut.scope() == documents.get(index).scope());
    if (!policies.isEmpty() && !isKnown) {
      Origin at = text.origin(element.orElse(text.root()).span().start());
      cuts.add(new Cut(documents.get(index).scope(), at, element.isEmpty(), policies));
    }
  }

  /** The policies of an effective section by name, without what stands in them. */
  private void collect(int index, List<Cut.CutPolicy> policies) {
    if (index < 0) {
      if (isDefaultOutside()) {
        policies.add(new Cut.CutPolicy("forward-request", Scope.GLOBAL, Origin.DEFAULT));
      }
      return;
    }
    Document document = documents.get(index);
    DocumentLines text = lines(document.scope(), document.artifact());
    List<ElementNode> elements = section(text.root()).map(ElementNode::elements).orElse(List.of());
    for (ElementNode element : elements) {
      if (policies.size() >= MOST_CUT) {
        return;
      }
      if (!element.name().equals("base")) {
        policies.add(
            new Cut.CutPolicy(
                element.name(), document.scope(), text.origin(element.span().start())));
      } else if (document.scope() != Scope.GLOBAL && ++bases <= MOST_BASES) {
        collect(index - 1, policies);
      }
    }
  }

  private void node(
      DocumentLines text, Scope scope, PolicyNode node, int indent, List<ExplainedItem> items) {
    if (node instanceof ElementNode element) {
      element(text, scope, element, indent, items);
    } else if (node instanceof CommentNode || node instanceof CDataNode) {
      add(text, scope, node.span().start(), node.span().end(), indent, items);
    } else if (node instanceof TextNode content && !content.isBlank()) {
      String written = content.span().text();
      int start = content.span().start() + written.length() - written.stripLeading().length();
      add(text, scope, start, start + written.strip().length(), indent, items);
    }
  }

  private void element(
      DocumentLines text, Scope scope, ElementNode element, int indent, List<ExplainedItem> items) {
    int start = element.span().start();
    int end = element.span().end();
    if (element.name().equals(INCLUDE)) {
      include(text, scope, element, indent, items);
    } else if (includes(element) || (isLong(text, element) && holdsElementsOnly(element))) {
      add(text, scope, start, element.startTagSpan().end(), indent, items);
      element.children().forEach(child -> node(text, scope, child, indent + STEP, items));
      if (element.contentSpan().end() < end && !element.isSelfClosing()) {
        add(text, scope, element.contentSpan().end(), end, indent, items);
      }
    } else {
      add(text, scope, start, end, indent, items);
    }
  }

  private void include(
      DocumentLines text, Scope scope, ElementNode element, int indent, List<ExplainedItem> items) {
    String id =
        element.attribute("fragment-id").map(attribute -> attribute.value()).orElse("").strip();
    Optional<FragmentArtifact> fragment = target.names(scope).fragment(id);
    ExplainedLine line =
        text.lines(scope, element.span().start(), element.span().end(), indent).get(0);
    if (!room(1)) {
      return;
    }
    List<String> remarks = new ArrayList<>(line.remarks());
    List<ExplainedItem> inside = new ArrayList<>();
    String key = id.toLowerCase(Locale.ROOT);
    if (fragment.isEmpty()) {
      remarks.add("fragment '" + id + "' is not in the folder");
    } else if (openFragments.contains(key) || openFragments.size() >= DEEPEST_FRAGMENT) {
      remarks.add("not opened: the fragment includes itself");
    } else {
      if (!openFragments.isEmpty()) {
        remarks.add("fragments do not nest: the service refuses this");
      }
      openFragments.push(key);
      DocumentLines body = lines(scope, fragment.get().policy());
      for (PolicyNode node : body.root().children()) {
        node(body, scope, node, 0, inside);
      }
      openFragments.pop();
    }
    items.add(
        new ExplainedInclude(
            new ExplainedLine(scope, line.origin(), line.indent(), line.segments(), remarks),
            id,
            fragment.map(found -> found.policy().file()),
            inside));
  }

  private void add(
      DocumentLines text, Scope scope, int start, int end, int indent, List<ExplainedItem> items) {
    if (cutShort) {
      return;
    }
    List<ExplainedLine> more = text.lines(scope, start, end, indent);
    if (room(more.size())) {
      items.addAll(more);
    }
  }

  private boolean room(int more) {
    cutShort |= lines + more > MOST_LINES;
    lines += more;
    return !cutShort;
  }

  private DocumentLines lines(Scope scope, PolicyArtifact artifact) {
    return read.computeIfAbsent(
        artifact.file(),
        file ->
            new DocumentLines(artifact, new NamedValueTexts(target.names(scope).namedValues())));
  }

  private Optional<ElementNode> section(ElementNode root) {
    return root.elements(section.elementName()).stream().findFirst();
  }

  private static boolean hasBase(ElementNode section) {
    return !section.elements("base").isEmpty();
  }

  /** Text of a body is no policy, whatever it looks like. */
  private static boolean includes(ElementNode element) {
    return !element.name().equals("set-body")
        && element.elements().stream()
            .anyMatch(child -> child.name().equals(INCLUDE) || includes(child));
  }

  private static boolean isLong(DocumentLines text, ElementNode element) {
    return element.span().length() > LONG_LINE
        && text.isOneLine(element.span().start(), element.span().end());
  }

  private static boolean holdsElementsOnly(ElementNode element) {
    return !element.name().equals("set-body")
        && !element.elements().isEmpty()
        && element.children().stream()
            .allMatch(
                child ->
                    child instanceof ElementNode
                        || (child instanceof TextNode blank && blank.isBlank()));
  }
}
