package dev.fanout.expressions.syntax;

import java.util.List;

/**
 * A type as written.
 *
 * @param parts the dotted names, a keyword such as {@code int} being a single part
 * @param nullable with a question mark, which stands before the ranks
 * @param arrayRanks the number of dimensions of each {@code []}, outermost first
 */
public record TypeSyntax(
    int start, int end, List<Part> parts, boolean nullable, List<Integer> arrayRanks) {
  public TypeSyntax {
    parts = List.copyOf(parts);
    arrayRanks = List.copyOf(arrayRanks);
  }

  /** One name with its type arguments, an empty list without any. */
  public record Part(String name, List<TypeSyntax> arguments, int start, int end) {
    public Part {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code var}, where it is not the name of a type. */
  public boolean isVar() {
    return parts.size() == 1
        && parts.get(0).name().equals("var")
        && parts.get(0).arguments().isEmpty()
        && !nullable
        && arrayRanks.isEmpty();
  }
}
