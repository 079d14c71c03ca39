package dev.fanout.expressions.runtime.regex;

import org.jspecify.annotations.Nullable;

/**
 * A compiled pattern.
 *
 * @param slots groups, the whole match among them; their registers come first
 * @param leastWidth characters that any match has at least
 * @param anchor what every match begins with, if that is a place
 * @param prefix what every match begins with, or empty
 * @param first the first characters of matches, if they are known
 */
record Program(
    int[] code,
    CharSet[] sets,
    String[] texts,
    int slots,
    int registers,
    int leastWidth,
    boolean backward,
    @Nullable Anchor anchor,
    String prefix,
    @Nullable CharSet first) {}
