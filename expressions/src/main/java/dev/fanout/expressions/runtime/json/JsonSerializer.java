package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.AnonymousObject;
import dev.fanout.expressions.runtime.ClrTuple;
import dev.fanout.expressions.runtime.ClrValueTuple;
import dev.fanout.expressions.runtime.EnumValue;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.HostObjects;
import dev.fanout.expressions.runtime.KeyValuePair;
import dev.fanout.expressions.runtime.MultiArray;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.xml.XObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes C# objects as JSON: by default all members, with null, and no loops. */
final class JsonSerializer {
  private static final int DEEPEST = 1_000;

  private final JsonWriter writer;

  /** The collections and objects that are being written, outermost first. */
  private final Deque<Object> open = new ArrayDeque<>();

  private JsonSerializer(JsonWriter writer) {
    this.writer = writer;
  }

  static String toText(@Nullable Object value, boolean indented) {
    JsonTextWriter writer = new JsonTextWriter(indented);
    new JsonSerializer(writer).write(value);
    return writer.text();
  }

  /** {@code JToken.FromObject}: null is an error. */
  static JToken toToken(@Nullable Object value) {
    if (value == null) {
      throw Failures.argumentNull("o");
    }
    JTokenWriter writer = new JTokenWriter();
    new JsonSerializer(writer).write(value);
    JToken token = writer.token();
    return token == null ? JValue.createNull() : token;
  }

  /** What C# would enumerate, but for strings. */
  static boolean isSequence(Object value) {
    return value instanceof Iterable || value.getClass().isArray() || isDictionary(value);
  }

  static boolean isStructure(Object value) {
    return !(value instanceof String)
        && !(value instanceof byte[])
        && (value instanceof KeyValuePair
            || value instanceof AnonymousObject
            || value instanceof ClrValueTuple
            || value instanceof ClrTuple
            || isSequence(value));
  }

  private static boolean isDictionary(Object value) {
    return value instanceof ReadOnlyDictionary;
  }

  private void write(@Nullable Object value) {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof JToken token) {
      token.writeTo(writer);
    } else if (value instanceof EnumValue e) {
      writer.value(e.value());
    } else if (JsonText.isSimple(value)) {
      writer.value(value);
    } else if (value instanceof KeyValuePair pair) {
      writePair(pair);
    } else if (value instanceof AnonymousObject object) {
      writeMembers(value, object.names(), object.values());
    } else if (value instanceof ClrValueTuple tuple) {
      writeMembers(value, null, tuple.items());
    } else if (value instanceof ClrTuple tuple) {
      writeMembers(value, null, tuple.items());
    } else if (value instanceof XObject node) {
      new XmlNodeJson(writer).write(node);
    } else if (isDictionary(value)) {
      enter(value);
      writeDictionary(value);
      open.removeLast();
    } else if (value instanceof MultiArray array) {
      enter(value);
      writeRows(array, new int[MultiArray.rank(array)], 0);
      open.removeLast();
    } else if (isSequence(value)) {
      enter(value);
      writeSequence(value);
      open.removeLast();
    } else {
      writeObject(value);
    }
  }

  private void writeObject(Object value) {
    List<HostObjects.Property> properties = HostObjects.propertiesOf(value);
    if (properties == null) {
      throw JsonFailures.serialization(
          writer.containerPath(),
          "Objects of type " + ClrTypeName.reflected(value) + " are not serialized.");
    }
    List<String> names = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (HostObjects.Property property : properties) {
      names.add(property.name());
      values.add(property.getter().apply(value));
    }
    writeMembers(value, names, values);
  }

  private void enter(Object value) {
    if (open.size() >= DEEPEST) {
      throw ExpressionFailure.fence(
          "System.InsufficientExecutionStackException",
          "An object is nested deeper than " + DEEPEST + " levels.");
    }
    open.addLast(value);
  }

  /** Before an item is written: it must not be one of those it stands in. */
  private void checkLoop(@Nullable Object value, @Nullable String property) {
    if (value == null) {
      return;
    }
    for (Object outer : open) {
      if (outer == value) {
        throw JsonFailures.serialization(
            writer.containerPath(),
            "Self referencing loop detected"
                + (property == null ? "" : " for property '" + property + "'")
                + " with type '"
                + ClrTypeName.reflected(value)
                + "'.");
      }
    }
  }

  private void writePair(KeyValuePair pair) {
    writer.startObject();
    writer.propertyName("Key");
    write(pair.key());
    writer.propertyName("Value");
    write(pair.value());
    writer.endObject();
  }

  /** Properties of these names, or {@code Item1} to {@code Item7} and {@code Rest}. */
  private void writeMembers(
      Object object, @Nullable List<String> names, List<@Nullable Object> values) {
    enter(object);
    writer.startObject();
    for (int i = 0; i < values.size(); i++) {
      String name = names != null ? names.get(i) : i == 7 ? "Rest" : "Item" + (i + 1);
      checkLoop(values.get(i), name);
      writer.propertyName(name);
      write(values.get(i));
    }
    writer.endObject();
    open.removeLast();
  }

  private void writeDictionary(Object dictionary) {
    writer.startObject();
    Iterator<?> pairs = Sequences.iterator(dictionary);
    while (pairs.hasNext()) {
      KeyValuePair pair = (KeyValuePair) pairs.next();
      checkLoop(pair.value(), null);
      writer.propertyName(name(pair.key()));
      write(pair.value());
    }
    writer.endObject();
  }

  /** A key as the name of a property. */
  private static String name(@Nullable Object key) {
    if (key instanceof dev.fanout.expressions.runtime.DateTime time) {
      return JsonDates.text(time);
    }
    return key == null ? "" : Convertible.toText(key);
  }

  /** Arrays in an array, a level for each dimension. */
  private void writeRows(MultiArray array, int[] place, int dimension) {
    if (dimension == place.length) {
      write(MultiArray.get(array, place));
      return;
    }
    writer.startArray();
    for (int i = 0; i < MultiArray.getLength(array, dimension); i++) {
      place[dimension] = i;
      writeRows(array, place, dimension + 1);
    }
    writer.endArray();
  }

  private void writeSequence(Object sequence) {
    writer.startArray();
    Iterator<?> items = Sequences.iterator(sequence);
    while (items.hasNext()) {
      Object item = items.next();
      checkLoop(item, null);
      write(item);
    }
    writer.endArray();
  }
}
