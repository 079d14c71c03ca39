package dev.fanout.expressions.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays of every kind of element as sequences of C# objects. */
public final class ArrayItems {
  private ArrayItems() {}

  public static boolean isArray(@Nullable Object value) {
    return value != null && value.getClass().isArray();
  }

  public static int length(Object array) {
    if (array instanceof Object[] objects) {
      return objects.length;
    }
    if (array instanceof int[] numbers) {
      return numbers.length;
    }
    if (array instanceof byte[] bytes) {
      return bytes.length;
    }
    if (array instanceof char[] characters) {
      return characters.length;
    }
    if (array instanceof long[] numbers) {
      return numbers.length;
    }
    if (array instanceof double[] numbers) {
      return numbers.length;
    }
    if (array instanceof boolean[] flags) {
      return flags.length;
    }
    return ((float[]) array).length;
  }

  /** The element, boxed; an index outside is the JVM's error. */
  public static @Nullable Object get(Object array, int index) {
    if (array instanceof Object[] objects) {
      return objects[index];
    }
    if (array instanceof int[] numbers) {
      return Boxes.box(numbers[index]);
    }
    if (array instanceof byte[] bytes) {
      return Boxes.boxByte(bytes[index] & 0xFF);
    }
    if (array instanceof char[] characters) {
      return Boxes.box(characters[index]);
    }
    if (array instanceof long[] numbers) {
      return Boxes.box(numbers[index]);
    }
    if (array instanceof double[] numbers) {
      return Boxes.box(numbers[index]);
    }
    if (array instanceof boolean[] flags) {
      return Boxes.box(flags[index]);
    }
    return Boxes.box(((float[]) array)[index]);
  }

  /** Unboxes as .NET does; an object that the array cannot hold is an error. */
  public static void set(Object array, int index, @Nullable Object value) {
    if (array instanceof Object[] objects) {
      objects[index] =
          objects[index] instanceof EnumValue known && value instanceof Integer number
              ? Enums.box(number, known.typeName())
              : value;
    } else if (array instanceof int[] numbers) {
      numbers[index] = intOf(value);
    } else if (array instanceof byte[] bytes) {
      bytes[index] = (byte) Casts.unboxByte(value);
    } else if (array instanceof char[] characters) {
      characters[index] = Casts.unboxChar(value);
    } else if (array instanceof long[] numbers) {
      numbers[index] = value instanceof ClrUInt64 u ? u.value() : Casts.unboxInt64(value);
    } else if (array instanceof double[] numbers) {
      numbers[index] = Casts.unboxDouble(value);
    } else if (array instanceof boolean[] flags) {
      flags[index] = Casts.unboxBoolean(value);
    } else {
      ((float[]) array)[index] = Casts.unboxSingle(value);
    }
  }

  /** The int that stands for a value of any type whose JVM form is int. */
  private static int intOf(@Nullable Object value) {
    if (value instanceof ClrUInt32 u) {
      return u.value();
    }
    if (value instanceof Short || value instanceof Byte) {
      return ((Number) value).intValue();
    }
    return value instanceof ClrUInt16 u ? u.value() : Casts.unboxInt32(value);
  }

  /**
   * A new array.
   *
   * @param element the full name of the type of its elements
   * @param items its elements, all of which that type holds
   */
  public static Object of(String element, List<? extends @Nullable Object> items) {
    Object array = create(element, items.size());
    for (int i = 0; i < items.size(); i++) {
      set(array, i, items.get(i));
    }
    return array;
  }

  /** As {@link #of(String, List)}, from the first {@code count} items. */
  public static Object of(String element, @Nullable Object[] items, int count) {
    Object array = create(element, count);
    if (array instanceof Object[] objects) {
      System.arraycopy(items, 0, objects, 0, count);
      return array;
    }
    for (int i = 0; i < count; i++) {
      set(array, i, items[i]);
    }
    return array;
  }

  /**
   * An array of the defaults of its elements' type: those that the JVM has no type for are boxes.
   */
  public static Object create(String element, int size) {
    Arrays.checkedSize(size);
    return switch (element) {
      case "System.Boolean" -> new boolean[size];
      case "System.Char" -> new char[size];
      case "System.Byte" -> new byte[size];
      case "System.Int32" -> new int[size];
      case "System.Int64" -> new long[size];
      case "System.Single" -> new float[size];
      case "System.Double" -> new double[size];
      default -> ofClass(element, size);
    };
  }

  private static Object ofClass(String element, int size) {
    Object byDefault = Defaults.boxed(element);
    Class<?> type = byDefault == null ? elementClass(element) : byDefault.getClass();
    if (type == Object.class) {
      return new Object[size];
    }
    Object array = java.lang.reflect.Array.newInstance(type, size);
    if (byDefault != null) {
      java.util.Arrays.fill((Object[]) array, byDefault);
    }
    return array;
  }

  private static Class<?> elementClass(String name) {
    if (name.endsWith("[]")) {
      return create(name.substring(0, name.length() - 2), 0).getClass();
    }
    if (name.startsWith("System.Nullable<")) {
      return boxClass(TypeFacts.arguments(name).get(0));
    }
    TypeFacts facts = TypeFacts.of(name);
    return facts == null || facts.element() == null ? Object.class : facts.element();
  }

  private static Class<?> boxClass(String name) {
    Object box = Defaults.boxed(name);
    return box == null ? Object.class : box.getClass();
  }
}
