package dev.fanout.expressions.runtime.json;

/** What a {@link JsonReader} stands on, with .NET's name for messages. */
enum JsonToken {
  NONE("None"),
  START_OBJECT("StartObject"),
  START_ARRAY("StartArray"),
  START_CONSTRUCTOR("StartConstructor"),
  PROPERTY_NAME("PropertyName"),
  COMMENT("Comment"),
  RAW("Raw"),
  INTEGER("Integer"),
  FLOAT("Float"),
  STRING("String"),
  BOOLEAN("Boolean"),
  NULL("Null"),
  UNDEFINED("Undefined"),
  END_OBJECT("EndObject"),
  END_ARRAY("EndArray"),
  END_CONSTRUCTOR("EndConstructor"),
  DATE("Date"),
  BYTES("Bytes");

  private final String display;

  JsonToken(String display) {
    this.display = display;
  }

  boolean isStart() {
    return this == START_OBJECT || this == START_ARRAY || this == START_CONSTRUCTOR;
  }

  boolean isPrimitive() {
    return switch (this) {
      case INTEGER, FLOAT, STRING, BOOLEAN, UNDEFINED, NULL, DATE, BYTES -> true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return display;
  }
}
