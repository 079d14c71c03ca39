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

/** The explicit conversions of attributes. Null converts to null, and to no value. */
public final class AttributeCasts {
  private AttributeCasts() {}

  public static @Nullable String string(@Nullable XAttribute attribute) {
    return attribute == null ? null : attribute.value();
  }

  public static boolean bool(@Nullable XAttribute attribute) {
    return XmlTexts.bool(text(attribute));
  }

  public static @Nullable Boolean boolOrNull(@Nullable XAttribute attribute) {
    return attribute == null ? null : Boxes.box(bool(attribute));
  }

  public static int int32(@Nullable XAttribute attribute) {
    return XmlTexts.int32(text(attribute));
  }

  public static @Nullable Integer int32OrNull(@Nullable XAttribute attribute) {
    return attribute == null ? null : Boxes.box(int32(attribute));
  }

  public static int uInt32(@Nullable XAttribute attribute) {
    return XmlTexts.uInt32(text(attribute));
  }

  public static @Nullable ClrUInt32 uInt32OrNull(@Nullable XAttribute attribute) {
    return attribute == null ? null : Boxes.boxUInt32(uInt32(attribute));
  }

  public static long int64(@Nullable XAttribute attribute) {
    return XmlTexts.int64(text(attribute));
  }

  public static @Nullable Long int64OrNull(@Nullable XAttribute attribute) {
    return attribute == null ? null : Boxes.box(int64(attribute));
  }

  public static long uInt64(@Nullable XAttribute attribute) {
    return XmlTexts.uInt64(text(attribute));
  }

  public static @Nullable ClrUInt64 uInt64OrNull(@Nullable XAttribute attribute) {
    return attribute == null ? null : Boxes.boxUInt64(uInt64(attribute));
  }

  public static float single(@Nullable XAttribute attribute) {
    return XmlTexts.single(text(attribute));
  }

  public static @Nullable Float singleOrNull(@Nullable XAttribute attribute) {
    return attribute == null ? null : Boxes.box(single(attribute));
  }

  public static double real(@Nullable XAttribute attribute) {
    return XmlTexts.real(text(attribute));
  }

  public static @Nullable Double realOrNull(@Nullable XAttribute attribute) {
    return attribute == null ? null : Boxes.box(real(attribute));
  }

  public static Decimal decimal(@Nullable XAttribute attribute) {
    return XmlTexts.decimal(text(attribute));
  }

  public static @Nullable Decimal decimalOrNull(@Nullable XAttribute attribute) {
    return attribute == null ? null : decimal(attribute);
  }

  public static DateTime dateTime(@Nullable XAttribute attribute) {
    return XmlTexts.dateTime(text(attribute));
  }

  public static @Nullable DateTime dateTimeOrNull(@Nullable XAttribute attribute) {
    return attribute == null ? null : dateTime(attribute);
  }

  public static DateTimeOffset dateTimeOffset(@Nullable XAttribute attribute) {
    return XmlTexts.dateTimeOffset(text(attribute));
  }

  public static @Nullable DateTimeOffset dateTimeOffsetOrNull(@Nullable XAttribute attribute) {
    return attribute == null ? null : dateTimeOffset(attribute);
  }

  public static TimeSpan timeSpan(@Nullable XAttribute attribute) {
    return XmlTexts.timeSpan(text(attribute));
  }

  public static @Nullable TimeSpan timeSpanOrNull(@Nullable XAttribute attribute) {
    return attribute == null ? null : timeSpan(attribute);
  }

  public static UUID guid(@Nullable XAttribute attribute) {
    return XmlTexts.guid(text(attribute));
  }

  public static @Nullable UUID guidOrNull(@Nullable XAttribute attribute) {
    return attribute == null ? null : guid(attribute);
  }

  private static String text(@Nullable XAttribute attribute) {
    return XmlTexts.known(attribute == null ? null : attribute.value(), "attribute");
  }
}
