package dev.fanout.policies.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an attribute or the text of an element may hold. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Literal {
  ValueKind kind() default ValueKind.TEXT;

  /** The words of an {@link ValueKind#ENUM}. */
  String[] words() default {};

  /** For {@link ValueKind#INTEGER}. */
  long min() default Long.MIN_VALUE;

  /** For {@link ValueKind#INTEGER}. */
  long max() default Long.MAX_VALUE;

  Expressions expressions() default Expressions.ALLOWED;

  /** What the gateway takes if the value is missing; empty if nothing is documented. */
  String byDefault() default "";

  /** Of the attributes of one element with the same group, exactly one must be there. */
  String oneOf() default "";
}
