package dev.fanout.policies.lint;

/** Things that are filled in before a document reaches the gateway. */
public final class Placeholders {
  private Placeholders() {}

  /**
   * The text with letters of the same length in place of each <code>{{named value}}</code>, so that
   * offsets stay.
   */
  static String withoutNamedValues(String text) {
    int open = text.indexOf("{{");
    if (open < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    while (open >= 0) {
      int close = text.indexOf("}}", open + 2);
      if (close < 0) {
        break;
      }
      if (isName(text.substring(open + 2, close).strip())) {
        for (int i = open; i < close + 2; i++) {
          out.setCharAt(i, 'n');
        }
        open = text.indexOf("{{", close + 2);
      } else {
        open = text.indexOf("{{", open + 1);
      }
    }
    return out.toString();
  }

  /** Is the name one of a named value? Letters, digits, '.', '-' and '_', as the service allows. */
  public static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
  }

  /** Is some of the text filled in later, by a named value or a deployment tool? */
  public static boolean isTemplate(String text) {
    return text.contains("{{")
        || text.contains("${")
        || text.contains("%{")
        || text.contains("$(")
        || text.contains("#{");
  }
}
