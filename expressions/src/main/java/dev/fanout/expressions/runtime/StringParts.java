package dev.fanout.expressions.runtime;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Further members of {@code System.String}. */
public final class StringParts {
  private StringParts() {}

  public static String create(char @Nullable [] characters, int start, int length) {
    if (characters == null) {
      throw Failures.argumentNull("value");
    }
    if (start < 0) {
      throw Failures.negative("startIndex", start);
    }
    if (length < 0) {
      throw Failures.negative("length", length);
    }
    if (start > characters.length - length) {
      throw Failures.outOfRange(
          "Index was out of range. Must be non-negative and less than or equal to the size of the"
              + " collection.",
          "startIndex");
    }
    return new String(characters, start, length);
  }

  public static char[] toCharArray(String self, int start, int length) {
    if (start < 0 || start > self.length() || start > self.length() - length) {
      throw Failures.outOfRange(
          "Index was out of range. Must be non-negative and less than or equal to the size of the"
              + " collection.",
          "startIndex");
    }
    if (length < 0) {
      throw Failures.negative("length", length);
    }
    return Arrays.copyOfRange(self.toCharArray(), start, start + length);
  }

  public static void copyTo(
      String self, int sourceIndex, char @Nullable [] target, int targetIndex, int count) {
    int length = self.length();
    if (target == null) {
      throw Failures.argumentNull("destination");
    }
    if (count < 0) {
      throw Failures.negative("count", count);
    }
    if (sourceIndex < 0) {
      throw Failures.negative("sourceIndex", sourceIndex);
    }
    if (count > length - sourceIndex) {
      throw Failures.outOfRange(
          "Index and count must refer to a location within the string.", "sourceIndex");
    }
    if (targetIndex < 0 || targetIndex > target.length - count) {
      throw Failures.outOfRange(
          "Index and count must refer to a location within the string.", "destinationIndex");
    }
    self.getChars(sourceIndex, sourceIndex + count, target, targetIndex);
  }

  public static Object copy(String self) {
    return self.isEmpty() ? "" : self;
  }

  public static String copyOf(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("str");
    }
    return new String(text.toCharArray());
  }

  public static String intern(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("str");
    }
    return text;
  }

  public static String trim(String self, char c) {
    return Strings.trim(self, new char[] {c});
  }

  public static String trimStart(String self, char c) {
    return Strings.trimStart(self, new char[] {c});
  }

  public static String trimEnd(String self, char c) {
    return Strings.trimEnd(self, new char[] {c});
  }

  public static String normalize(String self) {
    return normalize(self, 1);
  }

  /** The form is a NormalizationForm: C 1, D 2, KC 5, KD 6. */
  public static String normalize(String self, int form) {
    Fence.steps(self.length() / 8);
    String normalized = Normalizer.normalize(self, form(form));
    Strings.checkLength(normalized.length());
    return normalized.equals(self) ? self : normalized;
  }

  public static boolean isNormalized(String self) {
    return isNormalized(self, 1);
  }

  public static boolean isNormalized(String self, int form) {
    return Normalizer.isNormalized(self, form(form));
  }

  private static Normalizer.Form form(int form) {
    return switch (form) {
      case 1 -> Normalizer.Form.NFC;
      case 2 -> Normalizer.Form.NFD;
      case 5 -> Normalizer.Form.NFKC;
      case 6 -> Normalizer.Form.NFKD;
      default -> throw Failures.argument("Invalid normalization form.", "normalizationForm");
    };
  }

  public static boolean contains(String self, char value, int comparison) {
    return StringSearch.indexOf(self, value, comparison) >= 0;
  }

  public static String replace(
      String self, @Nullable String from, @Nullable String to, int comparison) {
    if (!Strings.ignoresCase(comparison)) {
      return Strings.replace(self, from, to);
    }
    // Both fail alike for null and empty.
    String plain = from == null || from.isEmpty() ? Strings.replace(self, from, to) : self;
    String upper = Strings.toUpper(plain);
    String wanted = from == null ? "" : Strings.toUpper(from);
    StringBuilder out = new StringBuilder();
    int start = 0;
    int found;
    while ((found = upper.indexOf(wanted, start)) >= 0) {
      out.append(plain, start, found).append(to == null ? "" : to);
      Fence.characters(out.length());
      Fence.steps(1);
      start = found + wanted.length();
    }
    return start == 0 ? self : out.append(plain, start, plain.length()).toString();
  }

  public static String replaceLineEndings(String self) {
    return replaceLineEndings(self, Text.NEW_LINE);
  }

  public static String replaceLineEndings(String self, @Nullable String ending) {
    int length = self.length();
    if (ending == null) {
      throw Failures.argumentNull("replacementText");
    }
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = self.charAt(i);
      if (c == '\r' && i + 1 < length && self.charAt(i + 1) == '\n') {
        i++;
      }
      boolean ends =
          c == '\r' || c == '\n' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
      if (ends) {
        out.append(ending);
      } else {
        out.append(c);
      }
      Fence.characters(out.length());
    }
    return out.toString();
  }

  public static String join(char separator, String @Nullable [] values) {
    return Strings.join(String.valueOf(separator), values);
  }

  public static String joinObjects(char separator, Object @Nullable [] values) {
    return Strings.joinObjects(String.valueOf(separator), values);
  }

  public static String join(char separator, @Nullable Object values) {
    return Strings.join(String.valueOf(separator), values);
  }

  public static String join(
      @Nullable String separator, String @Nullable [] values, int start, int count) {
    if (values == null) {
      throw Failures.argumentNull("value");
    }
    if (start < 0) {
      throw Failures.negative("startIndex", start);
    }
    if (count < 0) {
      throw Failures.negative("count", count);
    }
    if (start > values.length - count) {
      throw Failures.outOfRange(
          "Index and count must refer to a location within the buffer.", "startIndex");
    }
    return Strings.join(separator, Arrays.copyOfRange(values, start, start + count));
  }

  public static String format(
      @Nullable Object provider, @Nullable String format, @Nullable Object a) {
    return Strings.format(format, a);
  }

  public static String format(
      @Nullable Object provider, @Nullable String format, @Nullable Object a, @Nullable Object b) {
    return Strings.format(format, a, b);
  }

  public static String formatAll(
      @Nullable Object provider, @Nullable String format, @Nullable Object @Nullable [] values) {
    return Strings.format(format, values);
  }
}
