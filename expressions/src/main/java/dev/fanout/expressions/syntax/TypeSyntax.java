package dev.fanout.expressions.syntax;

import java.util.List;

/**
 * A type as written.
 *
 * @param parts the dotted names, a keyword such as {@code int} being a single part
 * @param nullable with a question mark, which stands before the ranks
 * @param arrayRanks the number of dimensions of each {@code []}, outermost first
 * @param tupleNames of {@code (T a, U)}, whose one part is a ValueTuple: the names, empty where
 *     none is written; no list for other types
 */
public record TypeSyntax(
    int start,
    int end,
    List<Part> parts,
    boolean nullable,
    List<Integer> arrayRanks,
    List<String> tupleNames) {
  public TypeSyntax {
    parts = List.copyOf(parts);
    arrayRanks = List.copyOf(arrayRanks);
    tupleNames = List.copyOf(tupleNames);
  }

  public TypeSyntax(
      int start, int end, List<Part> parts, boolean nullable, List<Integer> arrayRanks) {
    this(start, end, parts, nullable, arrayRanks, List.of());
  }

  /** The same type with other ranks. */
  TypeSyntax withRanks(int newEnd, List<Integer> ranks) {
    return new TypeSyntax(start, newEnd, parts, nullable, ranks, tupleNames);
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
