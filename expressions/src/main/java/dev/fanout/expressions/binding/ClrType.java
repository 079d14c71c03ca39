package dev.fanout.expressions.binding;

import dev.fanout.expressions.runtime.AnonymousObject;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A static C# type. Equal by structure. */
public sealed interface ClrType {
  /** As C# programmers write it: {@code int}, {@code List<string>}. */
  String display();

  /** As .NET names it: {@code System.Int32}; of constructed types only the definition's name. */
  String fullName();

  JvmForm form();

  boolean isValueType();

  /**
   * A declared type with its type arguments.
   *
   * @param names of a tuple's items, empty where they have none; they do not make another type
   */
  record Named(TypeDefinition definition, List<ClrType> arguments, List<String> names)
      implements ClrType {
    public Named {
      arguments = List.copyOf(arguments);
      names = List.copyOf(names);
    }

    Named(TypeDefinition definition, List<ClrType> arguments) {
      this(definition, arguments, List.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Named that
          && definition == that.definition
          && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
      return 31 * definition.hashCode() + arguments.hashCode();
    }

    @Override
    public String display() {
      if (definition.isNullable() && arguments.size() == 1) {
        return arguments.get(0).display() + "?";
      }
      if (Tuples.isTuple(this)) {
        return Tuples.display(this);
      }
      return arguments.isEmpty()
          ? definition.display()
          : definition.display()
              + arguments.stream()
                  .map(ClrType::display)
                  .collect(Collectors.joining(", ", "<", ">"));
    }

    @Override
    public String fullName() {
      return definition.fullName();
    }

    @Override
    public JvmForm form() {
      if (definition.isNullable() && arguments.size() == 1) {
        JvmForm form = arguments.get(0).form();
        return new JvmForm(form.box(), form.box());
      }
      return definition.form();
    }

    @Override
    public boolean isValueType() {
      return definition.isValueType();
    }

    @Override
    public String toString() {
      return display();
    }
  }

  /** {@code element[]}, or with more dimensions {@code element[,]}. */
  record Array(ClrType element, int rank) implements ClrType {
    public Array {
      if (rank < 1) {
        throw new IllegalArgumentException("rank must be 1 or more, not " + rank);
      }
    }

    public Array(ClrType element) {
      this(element, 1);
    }

    @Override
    public String display() {
      // The outermost dimensions stand first.
      StringBuilder ranks = new StringBuilder();
      ClrType inner = this;
      while (inner instanceof Array array) {
        ranks.append('[').append(",".repeat(array.rank - 1)).append(']');
        inner = array.element;
      }
      return inner.display() + ranks;
    }

    @Override
    public String fullName() {
      return element.fullName() + "[" + ",".repeat(rank - 1) + "]";
    }

    @Override
    public JvmForm form() {
      if (rank > 1) {
        return JvmForm.reference("dev/fanout/expressions/runtime/MultiArray");
      }
      if (TypeArguments.isOpen(element)) {
        // Of int it is an int[], of string a String[].
        return JvmForm.OBJECT;
      }
      return JvmForm.reference("[" + stored());
    }

    private String stored() {
      return element.fullName().equals("System.Byte")
          ? "B"
          : (holdsBoxes() ? element.form().box() : element.form().type()).getDescriptor();
    }

    /** Numbers that share a type of the JVM with others stand as boxes, so that arrays differ. */
    public boolean holdsBoxes() {
      return element.form().isPrimitive()
          && switch (element.fullName()) {
            case "System.Boolean",
                "System.Char",
                "System.Byte",
                "System.Int32",
                "System.Int64",
                "System.Single",
                "System.Double" ->
                false;
            default -> true;
          };
    }

    @Override
    public boolean isValueType() {
      return false;
    }

    @Override
    public String toString() {
      return display();
    }
  }

  /** What {@code new { a = 1 }} has: the same for the same names and types in the same order. */
  record Anonymous(List<String> names, List<ClrType> types) implements ClrType {
    private static final JvmForm FORM =
        JvmForm.reference("dev/fanout/expressions/runtime/AnonymousObject");

    public Anonymous {
      names = List.copyOf(names);
      types = List.copyOf(types);
    }

    @Override
    public String display() {
      StringBuilder text = new StringBuilder("<anonymous type: ");
      for (int i = 0; i < names.size(); i++) {
        text.append(i == 0 ? "" : ", ");
        text.append(types.get(i).display()).append(' ').append(names.get(i));
      }
      return text.append('>').toString();
    }

    @Override
    public String fullName() {
      return AnonymousObject.TYPE_NAME;
    }

    @Override
    public JvmForm form() {
      return FORM;
    }

    @Override
    public boolean isValueType() {
      return false;
    }

    @Override
    public String toString() {
      return display();
    }
  }

  /** A type parameter of a declared type or method; never the type of an expression. */
  record Parameter(String name, boolean ofMethod) implements ClrType {
    @Override
    public String display() {
      return name;
    }

    @Override
    public String fullName() {
      return name;
    }

    @Override
    public JvmForm form() {
      return JvmForm.OBJECT;
    }

    @Override
    public boolean isValueType() {
      return false;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** The types of what has none. */
  enum Special implements ClrType {
    /** Of the literal null. */
    NULL("<null>"),
    VOID("void"),
    /** Of a lambda, of a method's name, of {@code default}: it comes from where they stand. */
    UNTYPED("<no type>"),
    /** Of what is wrong and reported; converts to and from anything in silence. */
    ERROR("?");

    private final String display;

    Special(String display) {
      this.display = display;
    }

    @Override
    public String display() {
      return display;
    }

    @Override
    public String fullName() {
      return display;
    }

    @Override
    public JvmForm form() {
      return this == VOID ? JvmForm.VOID : JvmForm.OBJECT;
    }

    @Override
    public boolean isValueType() {
      return false;
    }
  }
}
