package dev.fanout.policies.context;

import dev.fanout.expressions.runtime.ReadOnlyDictionary;

/**
 * {@code context.GraphQL} of a resolver. The page names the types of both members without saying
 * what they are; its examples read them by the name of an argument or a field.
 */
public interface ApimGraphQl {
  /** The field's arguments. */
  ReadOnlyDictionary arguments();

  /** The fields of the object that the field belongs to. */
  ReadOnlyDictionary parent();
}
