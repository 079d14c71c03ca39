package dev.fanout.expressions.runtime.json;

/** Takes JSON token by token: as text or as a tree. */
interface JsonWriter {
  void startObject();

  void endObject();

  void startArray();

  void endArray();

  void startConstructor(String name);

  void endConstructor();

  void propertyName(String name);

  /** A boxed C# value, simple and not null. */
  void value(Object value);

  void nullValue();

  void undefined();

  void comment(String text);

  /** Text that is written as it is. */
  void raw(String text);

  /** Of the container that is open, for messages. */
  String containerPath();
}
