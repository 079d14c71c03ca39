package dev.fanout.policies.liquid;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of a template into parts; a tag reads its own block through {@link #block}. */
final class TemplateParser {
  private static final int DEEPEST = 100;

  private final List<String> tokens;
  private int next;
  private int depth;
  private @Nullable Tag last;

  /** A tag's name and what stands behind it. */
  record Tag(String name, String markup) {}

  TemplateParser(String template) {
    this.tokens = Tokens.of(template);
  }

  Block parse() {
    return block(null, Set.of());
  }

  /**
   * Reads parts up to one of the tags, which is then {@link #last}.
   *
   * @param owner whose block it is, null for the document
   * @param ends names of tags that end it
   */
  Block block(@Nullable String owner, Set<String> ends) {
    if (++depth > DEEPEST) {
      throw LiquidFailures.syntax("Nesting too deep");
    }
    List<Part> parts = new ArrayList<>();
    last = null;
    while (next < tokens.size()) {
      String token = tokens.get(next++);
      if (token.startsWith("{%")) {
        Tag tag = tag(token);
        if (ends.contains(tag.name())) {
          last = tag;
          depth--;
          return new Block(parts);
        }
        parts.add(TagParsers.parse(this, tag, owner));
      } else if (token.startsWith("{{")) {
        if (!token.endsWith("}}") || token.length() < 4) {
          throw LiquidFailures.syntax(
              "Variable '" + token + "' was not properly terminated with regexp: }}");
        }
        parts.add(Output.parse(token.substring(2, token.length() - 2)));
      } else {
        parts.add(new Part.Text(token));
      }
    }
    depth--;
    if (owner != null) {
      throw LiquidFailures.syntax(owner + " tag was never closed");
    }
    return new Block(parts);
  }

  /** The tag that ended the last block. */
  Tag last() {
    if (last == null) {
      throw new IllegalStateException("no block has been read");
    }
    return last;
  }

  /** The tokens up to the end of a block whose content means nothing. */
  String raw(String name) {
    StringBuilder text = new StringBuilder();
    while (next < tokens.size()) {
      String token = tokens.get(next++);
      if (token.startsWith("{%") && token.endsWith("%}") && token.length() >= 4) {
        String inner = token.substring(2, token.length() - 2).strip();
        if (inner.equals("end" + name)) {
          return text.toString();
        }
      }
      text.append(token);
    }
    throw LiquidFailures.syntax(name + " tag was never closed");
  }

  private static Tag tag(String token) {
    if (token.endsWith("%}") && token.length() >= 4) {
      Fragments markup = new Fragments(token.substring(2, token.length() - 2));
      markup.skipBlanks();
      String name = markup.word(false);
      if (!name.isEmpty()) {
        markup.skipBlanks();
        return new Tag(name, markup.rest());
      }
    }
    throw LiquidFailures.syntax("Tag '" + token + "' was not properly terminated with regexp: %}");
  }
}
