package dev.fanout.expressions.binding;

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
      return array.rank() == 1
          && (element.form().isPrimitive() ? !Types.isEnum(element) : isExact(element));
    }
    return type instanceof ClrType.Named named
        && named.arguments().isEmpty()
        && !named.definition().sharesClass()
        && !named.form().type().equals(JvmForm.OBJECT.type())
        && !Types.isEnum(type);
  }
}
