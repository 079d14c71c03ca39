package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tokens as two arrays: what each is, and where it ends. */
final class TokenStore {
  private static final TokenKind[] KINDS = TokenKind.values();

  private byte[] kinds;
  private int[] ends;
  private int count;
  private int lastEnd;

  /**
   * @param capacity about how many there may be
   */
  TokenStore(int capacity) {
    kinds = new byte[capacity];
    ends = new int[capacity];
  }

  /** Adds the characters up to {@code end}; nothing if there are none. */
  void add(TokenKind kind, int end) {
    if (end == lastEnd) {
      return;
    }
    if (count == ends.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    kinds[count] = (byte) kind.ordinal();
    ends[count++] = end;
    lastEnd = end;
  }

  List<PolicyToken> toList(SourceText source) {
    List<PolicyToken> tokens = new ArrayList<>(count);
    int start = 0;
    for (int i = 0; i < count; i++) {
      tokens.add(new PolicyToken(KINDS[kinds[i]], source.span(start, ends[i])));
      start = ends[i];
    }
    return tokens;
  }
}
