package dev.fanout.expressions.runtime;

/**
 * Boxing that makes a new object every time, as .NET does: {@code (object)1 == (object)1} is false,
 * and Java's caches would make it true.
 */
@SuppressWarnings({"removal", "BoxedPrimitiveConstructor", "UnnecessaryBoxedVariable"})
public final class Boxes {
  private Boxes() {}

  public static Boolean box(boolean value) {
    return new Boolean(value);
  }

  public static Character box(char value) {
    return new Character(value);
  }

  public static Integer box(int value) {
    return new Integer(value);
  }

  public static Long box(long value) {
    return new Long(value);
  }

  public static Float box(float value) {
    return new Float(value);
  }

  public static Double box(double value) {
    return new Double(value);
  }

  public static Byte boxSByte(int value) {
    return new Byte((byte) value);
  }

  public static ClrByte boxByte(int value) {
    return new ClrByte(value);
  }

  public static Short boxInt16(int value) {
    return new Short((short) value);
  }

  public static ClrUInt16 boxUInt16(int value) {
    return new ClrUInt16(value);
  }

  public static ClrUInt32 boxUInt32(int value) {
    return new ClrUInt32(value);
  }

  public static ClrUInt64 boxUInt64(long value) {
    return new ClrUInt64(value);
  }
}
