package dev.fanout.expressions.binding;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * How values of a C# type stand in JVM code (table in docs/expressions.md).
 *
 * @param type what locals, parameters and the stack hold
 * @param box what they are as C# objects; the same as {@code type} for references
 */
public record JvmForm(Type type, Type box) {
  public static final JvmForm VOID = new JvmForm(Type.VOID_TYPE, Type.VOID_TYPE);
  public static final JvmForm OBJECT = reference("java/lang/Object");

  public static JvmForm reference(String internalName) {
    Type type = Type.getObjectType(internalName);
    return new JvmForm(type, type);
  }

  public boolean isPrimitive() {
    return type.getSort() < Type.ARRAY && type.getSort() != Type.VOID;
  }

  public String descriptor() {
    return type.getDescriptor();
  }

  public int slots() {
    return type.getSize();
  }

  public int load() {
    return type.getOpcode(Opcodes.ILOAD);
  }

  public int store() {
    return type.getOpcode(Opcodes.ISTORE);
  }
}
