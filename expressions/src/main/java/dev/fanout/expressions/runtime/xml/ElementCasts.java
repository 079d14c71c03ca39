package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.ClrUInt32;
import dev.fanout.expressions.runtime.ClrUInt64;
import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.DateTimeOffset;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.TimeSpan;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The explicit conversions of elements. Null converts to null, and to no value. */
public final class ElementCasts {
  private ElementCasts() {}

  public static @Nullable String string(@Nullable XElement element) {
    return element == null ? null : element.value();
  }

  public static boolean bool(@Nullable XElement element) {
    return XmlTexts.bool(text(element));
  }

  public static @Nullable Boolean boolOrNull(@Nullable XElement element) {
    return element == null ? null : Boxes.box(bool(element));
  }

  public static int int32(@Nullable XElement element) {
    return XmlTexts.int32(text(element));
  }

  public static @Nullable Integer int32OrNull(@Nullable XElement element) {
    return element == null ? null : Boxes.box(int32(element));
  }

  public static int uInt32(@Nullable XElement element) {
    return XmlTexts.uInt32(text(element));
  }

  public static @Nullable ClrUInt32 uInt32OrNull(@Nullable XElement element) {
    return element == null ? null : Boxes.boxUInt32(uInt32(element));
  }

  public static long int64(@Nullable XElement element) {
    return XmlTexts.int64(text(element));
  }

  public static @Nullable Long int64OrNull(@Nullable XElement element) {
    return element == null ? null : Boxes.box(int64(element));
  }

  public static long uInt64(@Nullable XElement element) {
    return XmlTexts.uInt64(text(element));
  }

  public static @Nullable ClrUInt64 uInt64OrNull(@Nullable XElement element) {
    return element == null ? null : Boxes.boxUInt64(uInt64(element));
  }

  public static float single(@Nullable XElement element) {
    return XmlTexts.single(text(element));
  }

  public static @Nullable Float singleOrNull(@Nullable XElement element) {
    return element == null ? null : Boxes.box(single(element));
  }

  public static double real(@Nullable XElement element) {
    return XmlTexts.real(text(element));
  }

  public static @Nullable Double realOrNull(@Nullable XElement element) {
    return element == null ? null : Boxes.box(real(element));
  }

  public static Decimal decimal(@Nullable XElement element) {
    return XmlTexts.decimal(text(element));
  }

  public static @Nullable Decimal decimalOrNull(@Nullable XElement element) {
    return element == null ? null : decimal(element);
  }

  public static DateTime dateTime(@Nullable XElement element) {
    return XmlTexts.dateTime(text(element));
  }

  public static @Nullable DateTime dateTimeOrNull(@Nullable XElement element) {
    return element == null ? null : dateTime(element);
  }

  public static DateTimeOffset dateTimeOffset(@Nullable XElement element) {
    return XmlTexts.dateTimeOffset(text(element));
  }

  public static @Nullable DateTimeOffset dateTimeOffsetOrNull(@Nullable XElement element) {
    return element == null ? null : dateTimeOffset(element);
  }

  public static TimeSpan timeSpan(@Nullable XElement element) {
    return XmlTexts.timeSpan(text(element));
  }

  public static @Nullable TimeSpan timeSpanOrNull(@Nullable XElement element) {
    return element == null ? null : timeSpan(element);
  }

  public static UUID guid(@Nullable XElement element) {
    return XmlTexts.guid(text(element));
  }

  public static @Nullable UUID guidOrNull(@Nullable XElement element) {
    return element == null ? null : guid(element);
  }

  private static String text(@Nullable XElement element) {
    return XmlTexts.known(element == null ? null : element.value(), "element");
  }
}
