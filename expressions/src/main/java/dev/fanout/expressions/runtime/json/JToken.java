package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.ClrText;
import dev.fanout.expressions.runtime.ClrTypeInfo;
import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.collections.ItemEquality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code JToken}: a node of a JSON tree, which knows its parent and its siblings. Equal by
 * identity, but for {@link JValue}.
 */
public abstract class JToken implements Iterable<@Nullable Object>, ClrText, ClrTyped {
  static final int FORMATTING_INDENTED = 1;

  @Nullable JContainer parent;
  @Nullable JToken previous;
  @Nullable JToken next;

  /** Where the token stood in the text, from 1; 0 if it came from nowhere. */
  int lineNumber;

  int linePosition;

  JToken() {}

  /** A {@link JTokenType}. */
  public abstract int type();

  public abstract boolean hasValues();

  abstract JToken copy();

  abstract boolean sameAs(JToken other);

  abstract void writeTo(JsonWriter writer);

  /** The full .NET name of the class. */
  abstract String className();

  @Override
  public final String typeName() {
    return className();
  }

  final String simpleName() {
    return className().substring(className().lastIndexOf('.') + 1);
  }

  final String typeText() {
    return JTokenType.name(type());
  }

  final void placeAt(JsonReader reader) {
    if (reader.hasLineInfo()) {
      lineNumber = reader.lineNumber();
      linePosition = reader.linePosition();
    }
  }

  final <T extends JToken> T placedLike(T target) {
    target.lineNumber = lineNumber;
    target.linePosition = linePosition;
    return target;
  }

  public final @Nullable JContainer parent() {
    return parent;
  }

  public final JToken root() {
    JToken root = this;
    while (root.parent != null) {
      root = root.parent;
    }
    return root;
  }

  public final @Nullable JToken next() {
    return next;
  }

  public final @Nullable JToken previous() {
    return previous;
  }

  public final String path() {
    if (parent == null) {
      return "";
    }
    List<JsonPosition> positions = new ArrayList<>();
    JToken child = null;
    for (JToken token = this; token != null; token = token.parent) {
      if (token instanceof JProperty property) {
        positions.add(JsonPosition.ofProperty(property.name()));
      } else if (child != null && !(token instanceof JObject) && token instanceof JContainer list) {
        positions.add(JsonPosition.ofItem(list.indexOf(child)));
      }
      child = token;
    }
    Collections.reverse(positions);
    return JsonPosition.path(positions, null);
  }

  public @Nullable JToken first() {
    throw noChildren("access");
  }

  public @Nullable JToken last() {
    throw noChildren("access");
  }

  /** The indexer. */
  public @Nullable JToken item(@Nullable Object key) {
    throw noChildren("access");
  }

  public void setItem(@Nullable Object key, @Nullable JToken value) {
    throw noChildren("set");
  }

  final ExpressionFailure noChildren(String verb) {
    return Failures.invalidOperation("Cannot " + verb + " child value on " + className() + ".");
  }

  /** {@code Value<T>(key)}: the child as a value of the type; its default without one. */
  public final @Nullable Object value(@Nullable Object key, String typeName) {
    JToken child = item(key);
    return child == null ? ClrTypeName.defaultOf(typeName) : TokenConversion.to(child, typeName);
  }

  public JEnumerable children() {
    return JEnumerable.EMPTY;
  }

  /** {@code Children<T>()}: those of the type. */
  public final JEnumerable children(String typeName) {
    return children().ofType(typeName);
  }

  /** {@code Values<T>()}. */
  public Object values(String typeName) {
    throw noChildren("access");
  }

  final Iterator<JToken> tokens() {
    return children().tokens();
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return children().iterator();
  }

  public final void addAfterSelf(@Nullable Object content) {
    JContainer container = requiredParent();
    container.addContent(container.indexOf(this) + 1, content);
  }

  public final void addBeforeSelf(@Nullable Object content) {
    JContainer container = requiredParent();
    container.addContent(container.indexOf(this), content);
  }

  public final void remove() {
    requiredParent().removeItem(this);
  }

  public final void replace(@Nullable JToken value) {
    requiredParent().replaceItem(this, value);
  }

  private JContainer requiredParent() {
    if (parent == null) {
      throw Failures.invalidOperation("The parent is missing.");
    }
    return parent;
  }

  public final Object ancestors() {
    return TokenWalks.ancestors(parent);
  }

  public final Object ancestorsAndSelf() {
    return TokenWalks.ancestors(this);
  }

  public final Object afterSelf() {
    return TokenWalks.following(next, null);
  }

  public final Object beforeSelf() {
    return TokenWalks.following(parent == null ? null : parent.first(), this);
  }

  public final JToken deepClone() {
    return copy();
  }

  /** Of the content of tokens. */
  public static ItemEquality equalityComparer() {
    return TokenEquality.INSTANCE;
  }

  public static boolean deepEquals(@Nullable JToken left, @Nullable JToken right) {
    return left == right || (left != null && right != null && left.sameAs(right));
  }

  public static JToken parse(@Nullable String json) {
    return TokenLoader.parse(json);
  }

  public static JToken fromObject(@Nullable Object value) {
    return JsonSerializer.toToken(value);
  }

  /** {@code ToObject<T>()}. */
  public final @Nullable Object toObject(String typeName) {
    return TokenConversion.toObject(this, typeName);
  }

  public final @Nullable Object toObject(@Nullable ClrTypeInfo objectType) {
    if (objectType == null) {
      throw Failures.argumentNull("objectType");
    }
    return TokenConversion.toObject(this, objectType.fullName());
  }

  public final @Nullable JToken selectToken(@Nullable String path) {
    return JsonPath.single(this, path, false);
  }

  public final @Nullable JToken selectToken(@Nullable String path, boolean errorWhenNoMatch) {
    return JsonPath.single(this, path, errorWhenNoMatch);
  }

  public final Object selectTokens(@Nullable String path) {
    return JsonPath.all(this, path, false);
  }

  public final Object selectTokens(@Nullable String path, boolean errorWhenNoMatch) {
    return JsonPath.all(this, path, errorWhenNoMatch);
  }

  /**
   * @param formatting 0 for none, 1 for indented
   */
  public final String toString(int formatting) {
    JsonTextWriter writer = new JsonTextWriter(formatting == FORMATTING_INDENTED);
    writeTo(writer);
    return writer.text();
  }

  @Override
  public String toString() {
    return toString(FORMATTING_INDENTED);
  }

  @Override
  public final String clrText() {
    return toString();
  }
}
