package dev.fanout.expressions;

import dev.fanout.expressions.binding.ClrType;
import dev.fanout.expressions.binding.Member;
import dev.fanout.expressions.binding.TypeDefinition;
import dev.fanout.expressions.binding.TypeTable;
import dev.fanout.expressions.binding.Types;
import dev.fanout.expressions.runtime.Enums;
import dev.fanout.expressions.runtime.HostObjects;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands the properties of a host's table to the runtime: those of the table and no others. */
final class HostProperties {
  private HostProperties() {}

  static void register(TypeTable table, MethodHandles.Lookup lookup) {
    for (TypeDefinition type : table.definitions()) {
      if (type.kind() == TypeDefinition.Kind.INTERFACE
          || type.kind() == TypeDefinition.Kind.CLASS) {
        HostObjects.register(type.fullName(), () -> properties(type, lookup));
      }
    }
  }

  private static List<HostObjects.Property> properties(
      TypeDefinition type, MethodHandles.Lookup lookup) {
    List<HostObjects.Property> properties = new ArrayList<>();
    for (List<Member> members : type.members().values()) {
      for (Member member : members) {
        if (member instanceof Member.Method method
            && method.kind() == Member.Kind.PROPERTY
            && !method.isStatic()) {
          MethodHandle getter = getter(method.target(), lookup);
          properties.add(
              new HostObjects.Property(
                  method.name(), object -> read(getter, object, method.type())));
        }
      }
    }
    return properties;
  }

  private static MethodHandle getter(Member.Target target, MethodHandles.Lookup lookup) {
    try {
      Class<?> owner = lookup.findClass(target.owner().replace('/', '.'));
      MethodType type =
          MethodType.fromMethodDescriptorString(
              target.descriptor(), lookup.lookupClass().getClassLoader());
      MethodHandle handle =
          target.invocation() == Member.Invocation.STATIC
              ? lookup.findStatic(owner, target.name(), type)
              : lookup.findVirtual(owner, target.name(), type);
      return handle.asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("type table: " + target + " is not there", e);
    }
  }

  private static @Nullable Object read(MethodHandle getter, Object object, ClrType type) {
    try {
      Object value = getter.invokeExact(object);
      return value != null && Types.isEnum(type)
          ? Enums.box((Integer) value, type.fullName())
          : value;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
