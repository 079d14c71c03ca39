package dev.fanout.policies.model;

import java.util.List;

/**
 * An attribute of an element of the policy language.
 *
 * @param words the words of {@link ValueKind#ENUM}, otherwise empty
 * @param min for {@link ValueKind#INTEGER}
 * @param max for {@link ValueKind#INTEGER}
 * @param byDefault what the gateway takes if it is missing; empty if nothing is documented
 * @param oneOf of the attributes of one element with the same group exactly one must be there;
 *     empty for none
 */
public record AttributeDefinition(
    String name,
    boolean required,
    ValueKind kind,
    List<String> words,
    long min,
    long max,
    Expressions expressions,
    String byDefault,
    String oneOf) {
  public AttributeDefinition {
    words = List.copyOf(words);
    if ((kind == ValueKind.ENUM) == words.isEmpty()) {
      throw new IllegalArgumentException("'" + name + "': words belong to an enum, and only to it");
    }
  }

  static AttributeDefinition of(String name, boolean required, Literal literal) {
    return new AttributeDefinition(
        name,
        required,
        literal.kind(),
        List.of(literal.words()),
        literal.min(),
        literal.max(),
        literal.expressions(),
        literal.byDefault(),
        literal.oneOf());
  }
}
