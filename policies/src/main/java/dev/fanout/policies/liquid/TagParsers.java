package dev.fanout.policies.liquid;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each tag makes of its markup and its block. */
final class TagParsers {
  private TagParsers() {}

  static Part parse(TemplateParser parser, TemplateParser.Tag tag, @Nullable String owner) {
    String markup = tag.markup();
    return switch (tag.name()) {
      case "if", "unless" -> choice(parser, tag);
      case "case" -> cases(parser, markup);
      case "for" -> loop(parser, markup);
      case "tablerow" -> Loops.tableRow(parser, markup);
      case "assign" -> assign(markup);
      case "capture" -> {
        String name = name("capture", markup);
        yield new Tags.Capture(name, parser.block("capture", Set.of("endcapture")));
      }
      case "comment" -> {
        parser.raw("comment");
        yield new Part.Nothing();
      }
      case "raw", "literal" -> new Part.Text(parser.raw(tag.name()));
      case "cycle" -> cycle(markup);
      case "increment" -> new Tags.Count(name("increment", markup), 1);
      case "decrement" -> new Tags.Count(name("decrement", markup), -1);
      case "ifchanged" -> new Tags.IfChanged(parser.block("ifchanged", Set.of("endifchanged")));
      case "break" -> new Tags.Leave(Rendering.Interrupt.BREAK);
      case "continue" -> new Tags.Leave(Rendering.Interrupt.CONTINUE);
      case "include" ->
          rendering -> {
            throw LiquidFailures.noFiles();
          };
      default -> throw unknown(tag.name(), owner);
    };
  }

  private static RuntimeException unknown(String name, @Nullable String owner) {
    if (name.equals("else") || name.equals("end")) {
      return LiquidFailures.syntax(
          owner == null
              ? "Unexpected tag '" + name + "'"
              : owner + " tag does not expect " + name + " tag");
    }
    return LiquidFailures.syntax("Unknown tag '" + name + "'");
  }

  private static Part choice(TemplateParser parser, TemplateParser.Tag tag) {
    List<Tags.Branch> branches = new ArrayList<>();
    String name = tag.name();
    Set<String> ends = Set.of("elsif", "else", "end" + name);
    Condition condition = Condition.parse(name, tag.markup());
    boolean wanted = name.equals("if");
    while (true) {
      branches.add(new Tags.Branch(condition, wanted, parser.block(name, ends)));
      TemplateParser.Tag end = parser.last();
      if (end.name().equals("elsif")) {
        condition = Condition.parse(name, end.markup());
      } else if (end.name().equals("else")) {
        condition = new Condition.Truth(new Operand.Literal(true));
      } else {
        return new Tags.Choice(List.copyOf(branches));
      }
      wanted = true;
    }
  }

  private static Part cases(TemplateParser parser, String markup) {
    Fragments head = new Fragments(markup);
    head.skipBlanks();
    String subject = head.fragment();
    if (subject == null) {
      throw LiquidFailures.syntax("Syntax Error in 'case' tag - Valid syntax: case [condition]");
    }
    Set<String> ends = Set.of("when", "else", "endcase");
    List<Tags.When> whens = new ArrayList<>();
    parser.block("case", ends);
    TemplateParser.Tag tag = parser.last();
    while (!tag.name().equals("endcase")) {
      List<Operand> values = tag.name().equals("when") ? alternatives(tag.markup()) : List.of();
      whens.add(new Tags.When(values, parser.block("case", ends)));
      tag = parser.last();
    }
    return new Tags.Case(Operand.of(subject), List.copyOf(whens));
  }

  /** The values of a {@code when}, between {@code or} and commas. */
  private static List<Operand> alternatives(String markup) {
    Fragments fragments = new Fragments(markup);
    List<Operand> values = new ArrayList<>();
    do {
      fragments.skipBlanks();
      String value = fragments.fragment();
      if (value == null) {
        throw LiquidFailures.syntax(
            "Syntax Error in 'case' tag - Valid when condition: {% when [condition] [or condition2"
                + " ...] %}");
      }
      values.add(Operand.of(value));
      fragments.skipBlanks();
    } while (fragments.take(",") || fragments.take("or "));
    return List.copyOf(values);
  }

  private static Part loop(TemplateParser parser, String markup) {
    Loops.Head head = Loops.head("for", markup);
    Block body = parser.block("for", Set.of("else", "endfor"));
    Block otherwise = new Block(List.of());
    if (parser.last().name().equals("else")) {
      otherwise = parser.block("for", Set.of("endfor"));
    }
    return new Loops.For(head, body, otherwise);
  }

  private static Part assign(String markup) {
    Fragments fragments = new Fragments(markup);
    fragments.skipBlanks();
    String name = fragments.word(true);
    fragments.skipBlanks();
    if (name.isEmpty() || !fragments.take("=")) {
      throw LiquidFailures.syntax(
          "Syntax Error in 'assign' tag - Valid syntax: assign [var] = [source]");
    }
    return new Tags.Assign(name, Output.parse(fragments.rest()));
  }

  private static String name(String tag, String markup) {
    Fragments fragments = new Fragments(markup);
    fragments.skipBlanks();
    fragments.take("\"");
    fragments.take("'");
    String name = fragments.word(true);
    if (name.isEmpty()) {
      throw LiquidFailures.syntax(
          "Syntax Error in '" + tag + "' tag - Valid syntax: " + tag + " [var]");
    }
    return name;
  }

  private static Part cycle(String markup) {
    Fragments fragments = new Fragments(markup);
    fragments.skipBlanks();
    String first = fragments.fragment(",:");
    if (first == null) {
      throw LiquidFailures.syntax(
          "Syntax Error in 'cycle' tag - Valid syntax: cycle [name :] var [, var2, var3 ...]");
    }
    fragments.skipBlanks();
    boolean named = fragments.take(":");
    List<Operand> values = new ArrayList<>();
    for (String piece : (named ? fragments : new Fragments(markup)).split(',')) {
      Fragments value = new Fragments(piece);
      value.skipBlanks();
      String fragment = value.fragment();
      if (fragment != null) {
        values.add(Operand.of(fragment));
      }
    }
    Operand group = named ? Operand.of(first) : new Operand.Literal(markup.strip());
    return new Tags.Cycle(group, List.copyOf(values));
  }
}
