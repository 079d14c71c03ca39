package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** {@code IFormattable} of what is no simple value itself. */
public interface ClrFormattable {
  String clrText(@Nullable String format);
}
