package dev.fanout.expressions.binding;

import java.util.Set;

/**
 * A whole expression, ready for code.
 *
 * @param hasLoops whether it needs a step budget
 * @param touched the host's members that it names, as {@code IRequest.Body}
 */
public record BoundBody(BoundStatement statement, boolean hasLoops, Set<String> touched) {
  public BoundBody {
    touched = Set.copyOf(touched);
  }
}
