package dev.fanout.expressions.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The enums of all type tables, by full name: what a boxed value must know. */
public final class Enums {
  private static final Map<String, Info> INFOS = new ConcurrentHashMap<>();

  private Enums() {}

  /** Names to values, in the order of declaration. */
  record Info(String fullName, Map<String, Integer> values, boolean flags) {
    String text(int value) {
      for (Map.Entry<String, Integer> entry : values.entrySet()) {
        if (entry.getValue() == value) {
          return entry.getKey();
        }
      }
      return flags ? flagText(value) : Integer.toString(value);
    }

    private String flagText(int value) {
      StringBuilder text = new StringBuilder();
      int rest = value;
      for (Map.Entry<String, Integer> entry : values.entrySet()) {
        int bits = entry.getValue();
        if (bits != 0 && (value & bits) == bits) {
          text.append(text.length() == 0 ? "" : ", ").append(entry.getKey());
          rest &= ~bits;
        }
      }
      return rest == 0 && text.length() > 0 ? text.toString() : Integer.toString(value);
    }
  }

  /** Called while a type table is read; the same enum may come again. */
  public static void register(String fullName, Map<String, Integer> values, boolean flags) {
    INFOS.put(fullName, new Info(fullName, new LinkedHashMap<>(values), flags));
  }

  public static Object box(int value, String fullName) {
    return new EnumValue(info(fullName), value);
  }

  public static String text(int value, String fullName) {
    return info(fullName).text(value);
  }

  public static boolean isEnum(String fullName) {
    return INFOS.containsKey(fullName);
  }

  static @Nullable Info infoOrNull(String fullName) {
    return INFOS.get(fullName);
  }

  private static Info info(String fullName) {
    Info info = INFOS.get(fullName);
    if (info == null) {
      throw new IllegalStateException(fullName + " is no enum of a type table");
    }
    return info;
  }
}
