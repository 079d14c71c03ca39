package dev.fanout.gateway.routing;

import java.util.Objects;

/**
 * Two choices that no authoritative text settles (practitioners' knowledge, July 2026).
 *
 * @param literals whether literal segments of API paths and templates match in any case
 * @param precedence which operation wins when several match
 */
public record RouterOptions(LiteralCase literals, Precedence precedence) {

  /** Literals in any case; literal before parameter before wildcard. */
  public static final RouterOptions DEFAULT =
      new RouterOptions(LiteralCase.INSENSITIVE, Precedence.MOST_SPECIFIC);

  public RouterOptions {
    Objects.requireNonNull(literals, "literals");
    Objects.requireNonNull(precedence, "precedence");
  }

  /** ASCII letters only; everything else is compared as it stands. */
  public enum LiteralCase {
    SENSITIVE,
    INSENSITIVE
  }

  /** Which of several matching operations answers. */
  public enum Precedence {
    /** Segment by segment: literal, then parameter, then wildcard. */
    MOST_SPECIFIC,
    /** The first in the order of the API's list. */
    FIRST_LISTED
  }
}
