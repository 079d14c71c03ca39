package dev.fanout.policies.lint.rules;

import dev.fanout.policies.syntax.ElementNode;

/** What {@code required-claims} of a token policy asks for. */
final class Claims {
  private Claims() {}

  static boolean requires(ElementNode policy, String claim) {
    return policy.elements("required-claims").stream()
        .flatMap(claims -> claims.elements("claim").stream())
        .flatMap(element -> element.attribute("name").stream())
        .anyMatch(name -> name.value().equals(claim));
  }
}
