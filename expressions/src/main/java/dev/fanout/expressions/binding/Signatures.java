package dev.fanout.expressions.binding;

import java.util.List;
import java.util.stream.Collectors;

/** Methods as C# programmers write them, for hints and for the docs. */
public final class Signatures {
  private static final int MOST_SHOWN = 4;

  private Signatures() {}

  static String of(List<Member.Method> methods) {
    String shown =
        methods.stream().limit(MOST_SHOWN).map(Signatures::of).collect(Collectors.joining("; "));
    return methods.size() > MOST_SHOWN ? shown + "; …" : shown;
  }

  /** {@code string Join(string separator, params string[] value)}. */
  public static String of(Member.Method method) {
    String name =
        switch (method.kind()) {
          case CONSTRUCTOR -> "new " + method.type().display();
          case INDEXER -> method.type().display() + " this";
          default -> method.type().display() + " " + method.name();
        };
    if (!method.typeParameters().isEmpty()) {
      name += "<" + String.join(", ", method.typeParameters()) + ">";
    }
    String accessors = method.setter() == null ? "" : " { get; set; }";
    if (method.kind() == Member.Kind.PROPERTY) {
      return name + accessors;
    }
    boolean indexer = method.kind() == Member.Kind.INDEXER;
    return name
        + (indexer ? "[" : "(")
        + method.parameters().stream()
            .map(Signatures::of)
            .collect(Collectors.joining(", ", method.isExtension() ? "this " : "", ""))
        + (indexer ? "]" + accessors : ")");
  }

  private static String of(Member.Parameter parameter) {
    return (parameter.isParams() ? "params " : "")
        + (parameter.isRef() ? "ref " : parameter.isOut() ? "out " : "")
        + parameter.type().display()
        + " "
        + parameter.name()
        + (parameter.isOptional() ? " = …" : "");
  }
}
