package dev.fanout.expressions.binding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types and members that expressions may use: the library's, and those that a host adds. Read
 * from declarations in the manner of C# (see {@link TableReader}); immutable once read.
 */
public final class TypeTable {
  /** Read as one text, so that each may name the types of the others. */
  private static final List<String> LIBRARY_FILES =
      List.of(
          "system",
          "exceptions",
          "delegates",
          "tuples",
          "collections",
          "regex",
          "cryptography",
          "xml",
          "newtonsoft");

  private static final TypeTable LIBRARY = readLibrary();

  private final @Nullable TypeTable parent;
  private final Map<String, TypeDefinition> byFullName = new LinkedHashMap<>();
  private final Map<String, TypeDefinition> bySimpleName = new LinkedHashMap<>();
  private final Map<String, TypeDefinition> byClass = new HashMap<>();
  private final Set<String> namespaces = new LinkedHashSet<>();
  private final Set<String> pending = new LinkedHashSet<>();
  private final Map<String, List<Member.Method>> extensions = new LinkedHashMap<>();

  private TypeTable(@Nullable TypeTable parent) {
    this.parent = parent;
  }

  /** The allowed part of .NET. */
  public static TypeTable library() {
    return LIBRARY;
  }

  /**
   * The library and the types declared here.
   *
   * @param declarations errors in it are bugs of the host and thrown as IllegalArgumentException
   * @param javaPackage where Java classes without a package live
   */
  public static TypeTable extending(TypeTable parent, String declarations, String javaPackage) {
    TypeTable table = new TypeTable(parent);
    new TableReader(table, declarations, javaPackage).read();
    return table;
  }

  /** In the order of the declarations; without the parent's. */
  public Collection<TypeDefinition> definitions() {
    return byFullName.values();
  }

  /** Allowed by APIM and not built yet: full names. */
  public Set<String> pending() {
    return pending;
  }

  @Nullable TypeDefinition byFullName(String fullName, int arity) {
    TypeDefinition found = byFullName.get(key(fullName, arity));
    return found != null || parent == null ? found : parent.byFullName(fullName, arity);
  }

  @Nullable TypeDefinition bySimpleName(String name, int arity) {
    TypeDefinition found = bySimpleName.get(key(name, arity));
    return found != null || parent == null ? found : parent.bySimpleName(name, arity);
  }

  boolean isNamespace(String name) {
    return namespaces.contains(name) || (parent != null && parent.isNamespace(name));
  }

  /** By simple or full name. */
  boolean isPending(String name) {
    return pending.contains(name)
        || pending.stream().anyMatch(full -> full.endsWith("." + name))
        || (parent != null && parent.isPending(name));
  }

  List<Member.Method> extensions(String name) {
    List<Member.Method> own = extensions.getOrDefault(name, List.of());
    if (parent == null || parent.extensions(name).isEmpty()) {
      return own;
    }
    List<Member.Method> all = new ArrayList<>(own);
    all.addAll(parent.extensions(name));
    return all;
  }

  Set<String> extensionNames() {
    Set<String> names = new LinkedHashSet<>(extensions.keySet());
    if (parent != null) {
      names.addAll(parent.extensionNames());
    }
    return names;
  }

  Set<String> simpleNames() {
    Set<String> names = new LinkedHashSet<>();
    byFullName.values().forEach(definition -> names.add(definition.name()));
    if (parent != null) {
      names.addAll(parent.simpleNames());
    }
    return names;
  }

  /** A type without parameters by its full name; an unknown one is the caller's mistake. */
  public ClrType.Named named(String fullName) {
    TypeDefinition definition = byFullName(fullName, 0);
    if (definition == null) {
      throw new IllegalArgumentException(fullName + " is not declared");
    }
    return new ClrType.Named(definition, List.of());
  }

  ClrType.Named require(String fullName) {
    return new ClrType.Named(Objects.requireNonNull(byFullName(fullName, 0), fullName), List.of());
  }

  void add(TypeDefinition definition) {
    int arity = definition.typeParameters().size();
    if (byFullName.put(key(definition.fullName(), arity), definition) != null) {
      throw new IllegalArgumentException(definition + " is declared twice");
    }
    bySimpleName.put(key(definition.name(), arity), definition);
    TypeDefinition first = byClass.putIfAbsent(definition.form().box().getClassName(), definition);
    if (first != null) {
      first.shareClass();
      definition.shareClass();
    }
    if (definition.keyword() != null) {
      bySimpleName.put(key(definition.keyword(), 0), definition);
    }
    String namespace = definition.namespace();
    while (!namespace.isEmpty()) {
      namespaces.add(namespace);
      namespace = namespace.substring(0, Math.max(0, namespace.lastIndexOf('.')));
    }
  }

  void addPending(String fullName) {
    pending.add(fullName);
    String namespace = fullName.substring(0, fullName.lastIndexOf('.'));
    while (!namespace.isEmpty()) {
      namespaces.add(namespace);
      namespace = namespace.substring(0, Math.max(0, namespace.lastIndexOf('.')));
    }
  }

  void addExtension(Member.Method method) {
    extensions.computeIfAbsent(method.name(), name -> new ArrayList<>(2)).add(method);
  }

  private static String key(String name, int arity) {
    return arity == 0 ? name : name + "`" + arity;
  }

  private static TypeTable readLibrary() {
    TypeTable table = new TypeTable(null);
    StringBuilder declarations = new StringBuilder();
    LIBRARY_FILES.forEach(name -> declarations.append(resource(name + ".types")));
    new TableReader(table, declarations.toString(), "dev.fanout.expressions.runtime").read();
    return table;
  }

  private static String resource(String name) {
    try (InputStream in = TypeTable.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
