package dev.fanout.expressions;

import dev.fanout.expressions.binding.ClrType;
import dev.fanout.expressions.binding.TypeTable;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a host shows to expressions: the type of {@code context} and all that can be reached from
 * it, as declarations over Java interfaces of one package. There is nothing else that an expression
 * could reach.
 */
public final class HostTypes {
  private final TypeTable table;
  private final ClrType.Named contextType;
  private final MethodHandles.Lookup lookup;
  private final Map<MessageBody, List<Set<String>>> bodies;

  private HostTypes(
      TypeTable table,
      ClrType.Named contextType,
      MethodHandles.Lookup lookup,
      Map<MessageBody, List<Set<String>>> bodies) {
    this.table = table;
    this.contextType = contextType;
    this.lookup = lookup;
    this.bodies = bodies;
  }

  /**
   * Reads declarations (the grammar is that of the library's own table).
   *
   * @param contextType the full C# name of the type of {@code context}
   * @param lookup with full access to the package of the Java interfaces; generated classes join it
   * @param bodies for each body sets of members, as {@code IRequest.Body}: an expression that reads
   *     the body names all members of one of them
   * @throws IllegalArgumentException for a mistake in the declarations
   */
  public static HostTypes declare(
      String declarations,
      String contextType,
      MethodHandles.Lookup lookup,
      Map<MessageBody, List<Set<String>>> bodies) {
    String javaPackage = lookup.lookupClass().getPackageName();
    TypeTable table = TypeTable.extending(TypeTable.library(), declarations, javaPackage);
    HostProperties.register(table, lookup);
    return new HostTypes(
        table,
        table.named(contextType),
        Objects.requireNonNull(lookup, "lookup"),
        Map.copyOf(bodies));
  }

  /** The host's declarations, for docs and for tests; the library's stand in its parent. */
  public TypeTable table() {
    return table;
  }

  ClrType.Named contextType() {
    return contextType;
  }

  MethodHandles.Lookup lookup() {
    return lookup;
  }

  Map<MessageBody, List<Set<String>>> bodies() {
    return bodies;
  }
}
