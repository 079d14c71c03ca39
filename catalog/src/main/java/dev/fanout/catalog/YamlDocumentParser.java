package dev.fanout.catalog;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML 1.2, one document. An anchor's node is shared, never copied, so that aliases cannot blow the
 * tree up; there may be 100 aliases of collections, and none inside its own anchor.
 */
final class YamlDocumentParser {
  private static final int MOST_ALIASES = 100;

  private final SourceText source;
  private final String code;
  private final boolean onlyBasicPlane;
  private final Map<Node, DataNode> done = new IdentityHashMap<>();
  private final Map<Node, Boolean> open = new IdentityHashMap<>();

  YamlDocumentParser(SourceText source, String code) {
    this.source = source;
    this.code = code;
    this.onlyBasicPlane = source.text().chars().noneMatch(c -> Character.isSurrogate((char) c));
  }

  DataDocument parse() {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(source.length() + 1)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .build();
    try {
      Parser parser = new ParserImpl(settings, new StreamReader(settings, source.text()));
      Optional<Node> root = new Composer(settings, new DepthGuard(parser)).getSingleNode();
      return root.isPresent()
          ? DataDocument.of(convert(root.get()))
          : new DataDocument(Optional.empty(), List.of());
    } catch (IssueException e) {
      return new DataDocument(Optional.empty(), e.issues());
    } catch (MarkedYamlEngineException e) {
      return DataDocument.broken(syntax(e));
    } catch (YamlEngineException e) {
      return DataDocument.broken(Issue.error(code, source.span(0, 0), oneLine(e.getMessage())));
    }
  }

  private Issue syntax(MarkedYamlEngineException e) {
    int offset = offset(e.getProblemMark().or(e::getContextMark));
    if (offset < source.length() && source.text().charAt(offset) == '\t') {
      return Issue.error(
              code, source.span(offset, offset + 1), "a tab cannot indent or separate in YAML")
          .withHint("replace it by spaces");
    }
    int end = Math.min(source.length(), offset + 1);
    String context = e.getContext();
    String message = context == null ? e.getProblem() : e.getProblem() + " " + context;
    Issue issue = Issue.error(code, source.span(offset, end), "not YAML: " + oneLine(message));
    return offset < source.length() && source.text().charAt(offset) == '{'
        ? issue.withHint("a text with braces inside [ ] or { } must be in quotes")
        : issue;
  }

  private DataNode convert(Node node) {
    DataNode known = done.get(node);
    if (known != null) {
      return known;
    }
    if (open.put(node, true) != null) {
      throw new IssueException(
          List.of(Issue.error(code, span(node), "an alias stands inside its own anchor")));
    }
    DataNode converted;
    if (node instanceof MappingNode mapping) {
      List<DataNode.Entry> entries = new ArrayList<>();
      for (NodeTuple tuple : mapping.getValue()) {
        Node key = tuple.getKeyNode();
        String text = key instanceof ScalarNode scalar ? scalar.getValue() : span(key).text();
        entries.add(new DataNode.Entry(text, span(key), convert(tuple.getValueNode())));
      }
      converted = new DataNode.Mapping(span(node), entries);
    } else if (node instanceof SequenceNode sequence) {
      converted =
          new DataNode.Sequence(
              span(node), sequence.getValue().stream().map(this::convert).toList());
    } else if (node instanceof ScalarNode scalar) {
      converted = new DataNode.Scalar(span(node), kind(scalar.getTag()), scalar.getValue());
    } else {
      throw new IllegalStateException("node of type " + node.getNodeType());
    }
    open.remove(node);
    done.put(node, converted);
    return converted;
  }

  private static DataNode.ScalarKind kind(Tag tag) {
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return DataNode.ScalarKind.NUMBER;
    }
    if (tag.equals(Tag.BOOL)) {
      return DataNode.ScalarKind.BOOLEAN;
    }
    return tag.equals(Tag.NULL) ? DataNode.ScalarKind.NULL : DataNode.ScalarKind.TEXT;
  }

  private SourceSpan span(Node node) {
    int start = offset(node.getStartMark());
    int end = offset(node.getEndMark());
    return source.span(start, Math.max(start, end));
  }

  /** Marks count code points. */
  private int offset(Optional<Mark> mark) {
    if (mark.isEmpty()) {
      return 0;
    }
    int index = mark.get().getIndex();
    int offset = onlyBasicPlane ? index : source.text().offsetByCodePoints(0, index);
    return Math.min(offset, source.length());
  }

  private static String oneLine(@Nullable String text) {
    return text == null ? "" : text.strip().replaceAll("\\s+", " ");
  }

  /** The composer recurses; this stops it before the stack does. */
  private final class DepthGuard implements Parser {
    private final Parser parser;
    private int depth;

    DepthGuard(Parser parser) {
      this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID id) {
      return parser.checkEvent(id);
    }

    @Override
    public Event peekEvent() {
      return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
      return parser.hasNext();
    }

    @Override
    public Event next() {
      Event event = parser.next();
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
      if (depth > DataDocument.DEEPEST) {
        int offset = offset(event.getStartMark());
        throw new IssueException(
            List.of(
                Issue.error(
                    code,
                    source.span(offset, offset),
                    "nested deeper than " + DataDocument.DEEPEST + " levels")));
      }
      return event;
    }
  }
}
