package dev.fanout.policies.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The only policies that a list of policies may hold. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Holds {
  Class<? extends Policy>[] value();

  /** Those of them that must be there. */
  Class<? extends Policy>[] required() default {};
}
