package dev.fanout.expressions.runtime;

import dev.fanout.expressions.runtime.collections.ItemEquality;
import dev.fanout.expressions.runtime.collections.ItemOrder;
import org.jspecify.annotations.Nullable;

/** {@code StringComparer}: equality and order of strings, with or without regard to case. */
public final class StringComparer implements ItemEquality, ItemOrder, ClrTyped {
  private static final StringComparer ORDINAL = new StringComparer(false, false);
  private static final StringComparer ORDINAL_IGNORE_CASE = new StringComparer(false, true);
  private static final StringComparer CULTURE = new StringComparer(true, false);
  private static final StringComparer CULTURE_IGNORE_CASE = new StringComparer(true, true);

  private final boolean isOfCulture;
  private final boolean ignoresCase;

  private StringComparer(boolean isOfCulture, boolean ignoresCase) {
    this.isOfCulture = isOfCulture;
    this.ignoresCase = ignoresCase;
  }

  public static StringComparer ordinal() {
    return ORDINAL;
  }

  public static StringComparer ordinalIgnoreCase() {
    return ORDINAL_IGNORE_CASE;
  }

  public static StringComparer invariantCulture() {
    return CULTURE;
  }

  public static StringComparer invariantCultureIgnoreCase() {
    return CULTURE_IGNORE_CASE;
  }

  /** The current culture is the invariant one. */
  public static StringComparer currentCulture() {
    return CULTURE;
  }

  public static StringComparer currentCultureIgnoreCase() {
    return CULTURE_IGNORE_CASE;
  }

  /** By a value of {@code StringComparison}. */
  public static StringComparer fromComparison(int comparisonType) {
    return switch (comparisonType) {
      case 0, 2 -> CULTURE;
      case 1, 3 -> CULTURE_IGNORE_CASE;
      case 4 -> ORDINAL;
      case 5 -> ORDINAL_IGNORE_CASE;
      default ->
          throw Failures.argument(
              "The string comparison type passed in is currently not supported.", "comparisonType");
    };
  }

  @Override
  public boolean equals(@Nullable Object x, @Nullable Object y) {
    if (x == y) {
      return true;
    }
    if (x == null || y == null) {
      return false;
    }
    if (x instanceof String a && y instanceof String b) {
      return ignoresCase ? Strings.toUpper(a).equals(Strings.toUpper(b)) : a.equals(b);
    }
    return Objects.equals(x, y);
  }

  /** {@code Equals(string, string)}. */
  public boolean equals(@Nullable String x, @Nullable String y) {
    return equals((Object) x, (Object) y);
  }

  @Override
  public int compare(@Nullable Object x, @Nullable Object y) {
    if (x instanceof String a && y instanceof String b) {
      return compareStrings(a, b);
    }
    return Objects.compare(x, y);
  }

  /** {@code Compare(string, string)}. */
  public int compare(@Nullable String x, @Nullable String y) {
    return compare((Object) x, (Object) y);
  }

  @Override
  public int getHashCode(@Nullable Object item) {
    if (item == null) {
      throw Failures.argumentNull("obj");
    }
    return item instanceof String text ? getHashCode(text) : Objects.hash(item);
  }

  public int getHashCode(@Nullable String obj) {
    if (obj == null) {
      throw Failures.argumentNull("obj");
    }
    return ignoresCase ? Strings.toUpper(obj).hashCode() : obj.hashCode();
  }

  private int compareStrings(String a, String b) {
    if (isOfCulture) {
      return ofCulture(a, b, ignoresCase);
    }
    return ignoresCase ? Strings.toUpper(a).compareTo(Strings.toUpper(b)) : a.compareTo(b);
  }

  /** As the invariant culture orders them. */
  static int ofCulture(String a, String b, boolean ignoresCase) {
    return InvariantOrder.compare(a, b, ignoresCase);
  }

  @Override
  public String typeName() {
    return "System.StringComparer";
  }

  @Override
  public String toString() {
    return typeName();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
