package dev.fanout.policies.format;

import java.util.ArrayList;
import java.util.List;

/** Collects changes of one text from its start to its end, each as small as it can be. */
final class Changes {
  private final String text;
  private final List<TextChange> changes = new ArrayList<>();
  private int last;

  Changes(String text) {
    this.text = text;
  }

  /** Replaces a piece behind all earlier ones; nothing if it already reads so. */
  void replace(int start, int end, String replacement) {
    if (start < last) {
      throw new IllegalStateException("a change at " + start + " in front of " + last);
    }
    last = end;
    int from = 0;
    int most = Math.min(end - start, replacement.length());
    while (from < most && text.charAt(start + from) == replacement.charAt(from)) {
      from++;
    }
    int to = 0;
    while (to < most - from
        && text.charAt(end - 1 - to) == replacement.charAt(replacement.length() - 1 - to)) {
      to++;
    }
    if (start + from < end - to || from + to < replacement.length()) {
      changes.add(
          new TextChange(
              start + from, end - to, replacement.substring(from, replacement.length() - to)));
    }
  }

  List<TextChange> toList() {
    return List.copyOf(changes);
  }
}
