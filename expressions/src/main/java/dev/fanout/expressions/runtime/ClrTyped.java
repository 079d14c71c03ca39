package dev.fanout.expressions.runtime;

/** An object that knows its .NET type, type arguments included. */
public interface ClrTyped {
  /** As {@code System.Collections.Generic.List<System.String>}. */
  String typeName();

  /** The name that is shown: lazy sequences are shown as what their users may know of them. */
  default String shownTypeName() {
    return typeName();
  }
}
