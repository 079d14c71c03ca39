package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.StatementSyntax;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The labels in sight: those of a block are known in all of it, blocks within it included. */
final class Labels {
  private final Reporter reporter;
  private Deque<Map<String, LabelSymbol>> blocks = new ArrayDeque<>();

  Labels(Reporter reporter) {
    this.reporter = reporter;
  }

  /** A block begins whose statements are these. */
  void enter(List<StatementSyntax> statements) {
    Map<String, LabelSymbol> own = new HashMap<>();
    for (StatementSyntax statement : statements) {
      StatementSyntax inner = statement;
      while (inner instanceof StatementSyntax.Labeled labeled) {
        if (find(labeled.name()) != null
            || own.put(labeled.name(), new LabelSymbol(labeled.name())) != null) {
          reporter.error(
              "NAME_TAKEN",
              labeled.start(),
              labeled.nameEnd(),
              "a label '" + labeled.name() + "' stands here already (CS0140)",
              null);
        }
        inner = labeled.statement();
      }
    }
    blocks.push(own);
  }

  void leave() {
    blocks.pop();
  }

  /** The block cannot be left: none of the labels so far is in sight within. */
  Deque<Map<String, LabelSymbol>> hide() {
    Deque<Map<String, LabelSymbol>> hidden = blocks;
    blocks = new ArrayDeque<>();
    return hidden;
  }

  void show(Deque<Map<String, LabelSymbol>> hidden) {
    blocks = hidden;
  }

  @Nullable LabelSymbol find(String name) {
    for (Map<String, LabelSymbol> block : blocks) {
      LabelSymbol found = block.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
