package dev.fanout.expressions.binding;

import dev.fanout.expressions.runtime.RuntimeTypes;
import dev.fanout.expressions.runtime.TypeFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Tells running code what it must know of a declared type. */
final class RuntimeFacts {
  private RuntimeFacts() {}

  static void declare(TypeDefinition definition) {
    StringBuilder variance = new StringBuilder();
    List<String> parameters = definition.typeParameters();
    for (int i = 0; i < parameters.size(); i++) {
      variance.append(
          switch (definition.variance(i)) {
            case OUT -> '+';
            case IN -> '-';
            case NONE -> ' ';
          });
    }
    Type box = definition.form().box();
    boolean isObject = box.equals(JvmForm.OBJECT.type());
    TypeFacts.declare(
        definition.fullName(),
        new TypeFacts(
            parameters,
            variance.toString(),
            definition.bases().stream().map(RuntimeNames::of).toList(),
            definition.isValueType(),
            definition.kind() == TypeDefinition.Kind.ENUM,
            isObject ? null : classOf(definition.form().type())));
    boolean isNamedByClass =
        parameters.isEmpty()
            && (definition.kind() == TypeDefinition.Kind.CLASS
                || definition.kind() == TypeDefinition.Kind.STRUCT);
    if (isNamedByClass && !isObject) {
      RuntimeTypes.registerClass(box.getClassName(), definition.fullName());
    }
  }

  /** Null for primitives, and for what another class loader knows. */
  private static @Nullable Class<?> classOf(Type type) {
    if (type.getSort() != Type.OBJECT) {
      return null;
    }
    try {
      return Class.forName(type.getClassName(), false, RuntimeFacts.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
