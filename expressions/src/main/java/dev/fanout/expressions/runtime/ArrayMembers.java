package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/** {@code System.Array} of which nothing but the array is known: its size, copies, clearing. */
public final class ArrayMembers {
  private ArrayMembers() {}

  public static int length(Object self) {
    return ArrayItems.length(self);
  }

  public static long longLength(Object self) {
    return ArrayItems.length(self);
  }

  public static int rank(Object self) {
    return self.getClass() == null ? 0 : 1;
  }

  public static int getLength(Object self, int dimension) {
    return dimension(self, dimension);
  }

  public static int getLowerBound(Object self, int dimension) {
    return dimension(self, dimension) * 0;
  }

  public static int getUpperBound(Object self, int dimension) {
    return dimension(self, dimension) - 1;
  }

  private static int dimension(Object self, int dimension) {
    int length = ArrayItems.length(self);
    if (dimension != 0) {
      throw new ExpressionFailure(
          "System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
    }
    return length;
  }

  public static boolean isReadOnly(Object self) {
    return self.getClass() == null;
  }

  public static boolean isFixedSize(Object self) {
    return self.getClass() != null;
  }

  public static @Nullable Object getValue(Object self, int index) {
    return ArrayItems.get(self, index);
  }

  public static void setValue(Object self, @Nullable Object value, int index) {
    ArrayItems.set(self, index, value instanceof EnumValue e ? (Object) e.value() : value);
  }

  public static Object clone(Object self) {
    int length = ArrayItems.length(self);
    Object copy = sameKind(self, length);
    System.arraycopy(self, 0, copy, 0, length);
    Fence.steps(length / 64);
    return copy;
  }

  static Object sameKind(Object array, int length) {
    Arrays.checkedSize(length);
    return java.lang.reflect.Array.newInstance(array.getClass().getComponentType(), length);
  }

  public static void copyTo(Object self, @Nullable Object target, int index) {
    copy(self, 0, target, index, ArrayItems.length(self));
  }

  public static void copy(@Nullable Object source, @Nullable Object target, int length) {
    copy(source, 0, target, 0, length);
  }

  public static void copyLong(@Nullable Object source, @Nullable Object target, long length) {
    copy(source, 0, target, 0, IntegerKind.INT32.fits(length) ? (int) length : -1);
  }

  /** Boxes and unboxes where one of them is an array of objects. */
  public static void copy(
      @Nullable Object source,
      int sourceIndex,
      @Nullable Object target,
      int targetIndex,
      int length) {
    if (source == null) {
      throw Failures.argumentNull("sourceArray");
    }
    if (target == null) {
      throw Failures.argumentNull("destinationArray");
    }
    if (length < 0) {
      throw Failures.negative("length", length);
    }
    if (sourceIndex < 0) {
      throw Failures.negative("sourceIndex", sourceIndex);
    }
    if (targetIndex < 0) {
      throw Failures.negative("destinationIndex", targetIndex);
    }
    if (length > ArrayItems.length(source) - sourceIndex) {
      throw Failures.argument(
          "Source array was not long enough. Check the source index, length, and the array's lower"
              + " bounds.",
          "sourceArray");
    }
    if (length > ArrayItems.length(target) - targetIndex) {
      throw Failures.argument(
          "Destination array was not long enough. Check the destination index, length, and the"
              + " array's lower bounds.",
          "destinationArray");
    }
    Fence.steps(length / 64);
    if (source.getClass() == target.getClass()
        || (source instanceof Object[] && target instanceof Object[])) {
      System.arraycopy(source, sourceIndex, target, targetIndex, length);
      return;
    }
    if (!(source instanceof Object[]) && !(target instanceof Object[])) {
      throw new ExpressionFailure(
          "System.ArrayTypeMismatchException",
          "Source array type cannot be assigned to destination array type.");
    }
    Fence.steps(length);
    for (int i = 0; i < length; i++) {
      ArrayItems.set(target, targetIndex + i, ArrayItems.get(source, sourceIndex + i));
    }
  }

  public static void clear(@Nullable Object array) {
    if (array == null) {
      throw Failures.argumentNull("array");
    }
    clear(array, 0, ArrayItems.length(array));
  }

  public static void clear(@Nullable Object array, int index, int length) {
    if (array == null) {
      throw Failures.argumentNull("array");
    }
    if (index < 0 || length < 0 || index > ArrayItems.length(array) - length) {
      throw new ExpressionFailure(
          "System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
    }
    Object empty = sameKind(array, length);
    if (empty instanceof Object[] objects && length > 0) {
      java.util.Arrays.fill(objects, Defaults.ofClass(array.getClass().getComponentType()));
    }
    System.arraycopy(empty, 0, array, index, length);
    Fence.steps(length / 64);
  }

  public static void reverse(@Nullable Object array) {
    if (array == null) {
      throw Failures.argumentNull("array");
    }
    reverse(array, 0, ArrayItems.length(array));
  }

  public static void reverse(@Nullable Object array, int index, int length) {
    TypedArray.of(array, "").checkRange(index, length);
    if (array == null) {
      return;
    }
    Object copy = sameKind(array, 1);
    Fence.steps(length / 8);
    for (int low = index, high = index + length - 1; low < high; low++, high--) {
      System.arraycopy(array, low, copy, 0, 1);
      System.arraycopy(array, high, array, low, 1);
      System.arraycopy(copy, 0, array, high, 1);
    }
  }

  public static Object createInstance(@Nullable ClrTypeInfo type, int length) {
    if (type == null) {
      throw Failures.argumentNull("elementType");
    }
    if (length < 0) {
      throw Failures.negative("length", length);
    }
    return created(type.fullName(), length);
  }

  /** With the type's own defaults in it. */
  static Object created(String element, int length) {
    Object array = ArrayItems.create(element, length);
    if (array instanceof Object[] objects && length > 0) {
      java.util.Arrays.fill(objects, Defaults.boxed(element));
    }
    return array;
  }
}
