package dev.fanout.artifacts.lint;

/**
 * What is known of a text before a request comes: how it begins.
 *
 * @param complete whether it is all of the text
 */
record KnownText(String text, boolean complete) {
  static final KnownText NOTHING = new KnownText("", false);

  static KnownText of(String text) {
    return new KnownText(text, true);
  }

  /** This text, and behind it the other one as far as that makes sense. */
  KnownText plus(KnownText next) {
    return complete ? new KnownText(text + next.text, next.complete) : this;
  }
}
