package dev.fanout.policies.liquid;

import dev.fanout.expressions.runtime.Fence;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code for} and {@code tablerow}. */
final class Loops {
  private Loops() {}

  /** {@code item in items reversed limit:2 offset:continue}. */
  record Head(
      String variable,
      String source,
      Operand items,
      boolean reversed,
      @Nullable Operand limit,
      @Nullable String offset,
      @Nullable Operand columns) {
    private record Key(String name) {}

    String name() {
      return variable + "-" + source;
    }

    /** The items of this round; null if the source has none to offer. */
    @Nullable List<@Nullable Object> slice(Rendering rendering) {
      List<@Nullable Object> all = Values.itemsOrNull(items.value(rendering));
      if (all == null) {
        return null;
      }
      Key key = new Key(name());
      long from = 0;
      if ("continue".equals(offset)) {
        from = rendering.recall(key) instanceof Integer known ? known : 0;
      } else if (offset != null) {
        Object value = Operand.of(offset).value(rendering);
        from = value == null ? 0 : Values.toLong(value);
      }
      Object most = limit == null ? null : limit.value(rendering);
      int start = (int) Math.max(0, Math.min(from, all.size()));
      long count = most == null ? all.size() : Math.max(0, Values.toLong(most));
      int end = (int) Math.min(all.size(), start + count);
      rendering.remember(key, end);
      List<@Nullable Object> slice = all.subList(start, end);
      if (reversed) {
        Collections.reverse(slice);
      }
      return slice;
    }
  }

  static Head head(String tag, String markup) {
    Fragments fragments = new Fragments(markup);
    fragments.skipBlanks();
    String variable = fragments.word(false);
    fragments.skipBlanks();
    String in = fragments.word(false);
    fragments.skipBlanks();
    String source = fragments.fragment();
    if (variable.isEmpty() || !in.equals("in") || source == null) {
      throw LiquidFailures.syntax(
          "Syntax Error in '" + tag + "' tag - Valid syntax: " + tag + " [item] in [collection]");
    }
    boolean reversed = false;
    Operand limit = null;
    Operand columns = null;
    String offset = null;
    Fragments rest = new Fragments(fragments.rest());
    rest.skipBlanks();
    if (rest.take("reversed")) {
      reversed = true;
    }
    for (String[] attribute : rest.attributes()) {
      switch (attribute[0]) {
        case "limit" -> limit = Operand.of(attribute[1]);
        case "offset" -> offset = attribute[1];
        case "cols" -> columns = Operand.of(attribute[1]);
        default -> {}
      }
    }
    return new Head(variable, source, Operand.of(source), reversed, limit, offset, columns);
  }

  private static Map<String, @Nullable Object> counters(String name, int index, int length) {
    Map<String, @Nullable Object> counters = new HashMap<>();
    counters.put("name", name);
    counters.put("length", (long) length);
    counters.put("index", index + 1L);
    counters.put("index0", (long) index);
    counters.put("rindex", (long) length - index);
    counters.put("rindex0", length - index - 1L);
    counters.put("first", index == 0);
    counters.put("last", index == length - 1);
    return counters;
  }

  record For(Head head, Block body, Block otherwise) implements Part {
    @Override
    public void render(Rendering rendering) {
      List<@Nullable Object> items = head.slice(rendering);
      if (items == null || items.isEmpty()) {
        otherwise.render(rendering);
        return;
      }
      Map<String, @Nullable Object> scope = new HashMap<>();
      rendering.enter(scope);
      for (int i = 0; i < items.size(); i++) {
        Fence.steps(1);
        scope.put(head.variable(), items.get(i));
        scope.put("forloop", counters(head.name(), i, items.size()));
        body.render(rendering);
        if (rendering.breaksLoop()) {
          break;
        }
      }
      rendering.leave();
    }
  }

  static Part tableRow(TemplateParser parser, String markup) {
    Head head = head("tablerow", markup);
    return new TableRow(head, parser.block("tablerow", Set.of("endtablerow")));
  }

  /** A row of cells for every {@code cols} items. */
  record TableRow(Head head, Block body) implements Part {
    @Override
    public void render(Rendering rendering) {
      List<@Nullable Object> items = head.slice(rendering);
      if (items == null) {
        return;
      }
      Object wanted = head.columns() == null ? null : head.columns().value(rendering);
      long columns =
          wanted == null ? Math.max(1, items.size()) : Math.max(1, Values.toLong(wanted));
      int row = 1;
      long column = 0;
      Map<String, @Nullable Object> scope = new HashMap<>();
      rendering.enter(scope);
      rendering.write("<tr class=\"row1\">\n");
      for (int i = 0; i < items.size(); i++) {
        Fence.steps(1);
        column++;
        Map<String, @Nullable Object> counters = counters(head.name(), i, items.size());
        counters.put("col", column);
        counters.put("col0", column - 1);
        counters.put("col_first", column == 1);
        counters.put("col_last", column == columns);
        scope.put(head.variable(), items.get(i));
        scope.put("tablerowloop", counters);
        rendering.write("<td class=\"col" + column + "\">");
        body.render(rendering);
        rendering.write("</td>");
        if (rendering.breaksLoop()) {
          break;
        }
        if (column == columns && i < items.size() - 1) {
          column = 0;
          row++;
          rendering.write("</tr>\n<tr class=\"row" + row + "\">");
        }
      }
      rendering.write("</tr>\n");
      rendering.leave();
    }
  }
}
