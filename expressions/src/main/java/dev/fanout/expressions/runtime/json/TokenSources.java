package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.ClrByte;
import dev.fanout.expressions.runtime.ClrUInt16;
import dev.fanout.expressions.runtime.ClrUInt32;
import dev.fanout.expressions.runtime.ClrUInt64;
import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.DateTimeOffset;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.TimeSpan;
import dev.fanout.expressions.runtime.Uri;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes a JToken by itself: simple values, null of a nullable type being a null token. */
public final class TokenSources {
  private TokenSources() {}

  public static JToken of(boolean value) {
    return JValue.create(value);
  }

  public static JToken ofSByte(int value) {
    return JValue.create(Boxes.boxSByte(value));
  }

  public static JToken ofByte(int value) {
    return JValue.create(Boxes.boxByte(value));
  }

  public static JToken ofInt16(int value) {
    return JValue.create(Boxes.boxInt16(value));
  }

  public static JToken ofUInt16(int value) {
    return JValue.create(Boxes.boxUInt16(value));
  }

  public static JToken of(int value) {
    return JValue.create((long) value);
  }

  public static JToken ofUInt32(int value) {
    return JValue.create(value & 0xFFFFFFFFL);
  }

  public static JToken of(long value) {
    return JValue.create(value);
  }

  public static JToken ofUInt64(long value) {
    return JValue.createUnsigned(value);
  }

  public static JToken of(float value) {
    return JValue.create(value);
  }

  public static JToken of(double value) {
    return JValue.create(value);
  }

  public static JToken of(Decimal value) {
    return JValue.create(value);
  }

  public static JToken of(@Nullable String value) {
    return JValue.create(value);
  }

  public static JToken of(DateTime value) {
    return JValue.create(value);
  }

  public static JToken of(DateTimeOffset value) {
    return JValue.create(value);
  }

  public static JToken ofNullable(@Nullable DateTimeOffset value) {
    return JValue.create((Object) value);
  }

  public static JToken of(@Nullable Uri value) {
    return JValue.create(value);
  }

  public static JToken of(TimeSpan value) {
    return JValue.create(value);
  }

  public static JToken of(UUID value) {
    return JValue.create(value);
  }

  public static JToken of(byte @Nullable [] value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable Boolean value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable Byte value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable ClrByte value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable Short value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable ClrUInt16 value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable Integer value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable ClrUInt32 value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable Long value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable ClrUInt64 value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable Float value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable Double value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable Decimal value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable DateTime value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable TimeSpan value) {
    return JValue.create((Object) value);
  }

  public static JToken ofNullable(@Nullable UUID value) {
    return JValue.create((Object) value);
  }
}
