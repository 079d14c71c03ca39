package dev.fanout.expressions.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type of a {@link TypeTable}: filled while the table is read, never changed after. */
public final class TypeDefinition {
  /** What kind of type it is. */
  public enum Kind {
    CLASS,
    STRUCT,
    INTERFACE,
    ENUM,
    /** A class of static members only. */
    STATIC,
    /** A delegate type; its only member is {@code Invoke}. */
    DELEGATE
  }

  /**
   * A type parameter.
   *
   * @param reified constructors are handed the name of its argument
   * @param variance of interfaces and delegates
   */
  public record TypeParameter(String name, boolean reified, Variance variance) {}

  /** How a generic type follows the conversions of an argument. */
  public enum Variance {
    NONE,
    /** {@code out}: {@code IEnumerable<string>} is an {@code IEnumerable<object>}. */
    OUT,
    /** {@code in}: {@code Action<object>} is an {@code Action<string>}. */
    IN
  }

  private final Kind kind;
  private final String namespace;
  private final String name;
  private final List<TypeParameter> parameters;
  private final List<String> typeParameters;
  private final @Nullable String keyword;
  private final JvmForm form;
  private final List<ClrType> bases = new ArrayList<>();
  private final Map<String, List<Member>> members = new LinkedHashMap<>();
  private boolean sharesClass;

  TypeDefinition(
      Kind kind,
      String namespace,
      String name,
      List<TypeParameter> parameters,
      @Nullable String keyword,
      JvmForm form) {
    this.kind = kind;
    this.namespace = namespace;
    this.name = name;
    this.parameters = List.copyOf(parameters);
    this.typeParameters = parameters.stream().map(TypeParameter::name).toList();
    this.keyword = keyword;
    this.form = form;
  }

  public Kind kind() {
    return kind;
  }

  public String namespace() {
    return namespace;
  }

  public String name() {
    return name;
  }

  public String fullName() {
    return namespace + "." + name;
  }

  public List<String> typeParameters() {
    return typeParameters;
  }

  /** The names of the type parameters that constructors are handed the arguments of. */
  List<String> reified() {
    return parameters.stream().filter(TypeParameter::reified).map(TypeParameter::name).toList();
  }

  Variance variance(int parameter) {
    return parameters.get(parameter).variance();
  }

  /** {@code int} for System.Int32; null for most. */
  public @Nullable String keyword() {
    return keyword;
  }

  String display() {
    return keyword == null ? name : keyword;
  }

  public JvmForm form() {
    return form;
  }

  public boolean isValueType() {
    return kind == Kind.STRUCT || kind == Kind.ENUM;
  }

  boolean isNullable() {
    return name.equals("Nullable") && namespace.equals("System");
  }

  /** Base class and interfaces, with this type's parameters in their arguments. */
  public List<ClrType> bases() {
    return bases;
  }

  /** In the order of the table; constructors are named ".ctor", indexers "this[]". */
  public Map<String, List<Member>> members() {
    return members;
  }

  List<Member> members(String memberName) {
    return members.getOrDefault(memberName, List.of());
  }

  /** The method that a delegate is; null for other types. */
  public Member.@Nullable Method invoke() {
    return kind == Kind.DELEGATE && members("Invoke").get(0) instanceof Member.Method method
        ? method
        : null;
  }

  /** Does another type have the same class on the JVM? */
  boolean sharesClass() {
    return sharesClass;
  }

  void shareClass() {
    sharesClass = true;
  }

  void addBase(ClrType base) {
    bases.add(base);
  }

  void addMember(Member member) {
    members.computeIfAbsent(member.name(), key -> new ArrayList<>(2)).add(member);
  }

  @Override
  public String toString() {
    return fullName();
  }
}
