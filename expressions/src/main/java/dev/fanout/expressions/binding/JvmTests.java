package dev.fanout.expressions.binding;

import org.objectweb.asm.Type;

/** Where the class of an object tells its C# type, and where only its name does. */
public final class JvmTests {
  private JvmTests() {}

  /** Is exactly what is an instance of the type's JVM class an instance of the type? */
  public static boolean isExact(ClrType type) {
    if (type.equals(Types.OBJECT)) {
      return true;
    }
    if (type instanceof ClrType.Array array) {
      ClrType element = array.element();
      boolean ownClass =
          switch (array.form().type().getElementType().getSort()) {
            case Type.INT -> element.equals(Types.INT);
            case Type.LONG -> element.equals(Types.LONG);
            default -> true;
          };
      return ownClass && (element.form().isPrimitive() || isExact(element));
    }
    return type instanceof ClrType.Named named
        && named.arguments().isEmpty()
        && !named.definition().sharesClass()
        && !named.form().type().equals(JvmForm.OBJECT.type())
        && !Types.isEnum(type);
  }
}
