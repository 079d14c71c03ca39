package dev.fanout.expressions.runtime;

import java.util.Objects;

/** A boxed value of an enum. */
public final class EnumValue {
  private final Enums.Info info;
  private final int value;

  EnumValue(Enums.Info info, int value) {
    this.info = Objects.requireNonNull(info, "info");
    this.value = value;
  }

  public String typeName() {
    return info.fullName();
  }

  public int value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EnumValue that && that.info == info && that.value == value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  /** The name, the names of its flags, or the number. */
  @Override
  public String toString() {
    return info.text(value);
  }
}
