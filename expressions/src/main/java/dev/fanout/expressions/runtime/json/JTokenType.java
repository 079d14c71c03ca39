package dev.fanout.expressions.runtime.json;

/** The values of {@code Newtonsoft.Json.Linq.JTokenType}, as ints. */
public final class JTokenType {
  public static final String FULL_NAME = "Newtonsoft.Json.Linq.JTokenType";

  static final int OBJECT = 1;
  static final int ARRAY = 2;
  static final int CONSTRUCTOR = 3;
  static final int PROPERTY = 4;
  static final int COMMENT = 5;
  static final int INTEGER = 6;
  static final int FLOAT = 7;
  static final int STRING = 8;
  static final int BOOLEAN = 9;
  static final int NULL = 10;
  static final int UNDEFINED = 11;
  static final int DATE = 12;
  static final int RAW = 13;
  static final int BYTES = 14;
  static final int GUID = 15;
  static final int URI = 16;
  static final int TIME_SPAN = 17;

  private static final String[] NAMES = {
    "None", "Object", "Array", "Constructor", "Property", "Comment", "Integer", "Float", "String",
    "Boolean", "Null", "Undefined", "Date", "Raw", "Bytes", "Guid", "Uri", "TimeSpan"
  };

  private JTokenType() {}

  static String name(int type) {
    return NAMES[type];
  }
}
