package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import org.jspecify.annotations.Nullable;

/**
 * Newtonsoft's reader of JSON text: single quotes, bare names, comments, trailing commas, missing
 * items, hexadecimal and octal numbers, NaN, Infinity, undefined and constructors are taken as they
 * are. Strings that look like ISO dates become dates.
 */
final class JsonTextReader extends JsonScanner {
  private static final int STEPS_AT_ONCE = 64;

  private int steps;

  JsonTextReader(@Nullable String text) {
    super(required(text));
  }

  private void countStep() {
    if (++steps == STEPS_AT_ONCE) {
      Fence.steps(STEPS_AT_ONCE);
      steps = 0;
    }
  }

  private static String required(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    return text;
  }

  @Override
  boolean read() {
    countStep();
    while (true) {
      switch (state) {
        case START, PROPERTY, ARRAY, ARRAY_START, CONSTRUCTOR, CONSTRUCTOR_START -> {
          return readValue();
        }
        case OBJECT, OBJECT_START -> {
          return readInObject();
        }
        case POST_VALUE -> {
          if (readAfterValue(false)) {
            return true;
          }
        }
        case FINISHED -> {
          return readAfterEnd(true);
        }
      }
    }
  }

  private boolean readAfterEnd(boolean comments) {
    skipWhite();
    if (!isEnd()) {
      if (chars[at] != '/') {
        throw wrong(
            "Additional text encountered after finished reading JSON content: " + chars[at] + ".");
      }
      String text = comment();
      if (comments) {
        set(JsonToken.COMMENT, text);
        return true;
      }
    }
    set(JsonToken.NONE);
    return false;
  }

  private boolean readValue() {
    while (!isEnd()) {
      char c = chars[at];
      switch (c) {
        case '\r' -> carriageReturn();
        case '\n' -> lineFeed();
        case 0, ' ', '\t' -> at++;
        default -> {
          if (!isWhite(c)) {
            readValue(c);
            return true;
          }
          at++;
        }
      }
    }
    return false;
  }

  private void readValue(char c) {
    switch (c) {
      case '"', '\'' -> readString(c, ReadType.ANY);
      case 't' -> word("true", JsonToken.BOOLEAN, true, "Error parsing boolean value.");
      case 'f' -> word("false", JsonToken.BOOLEAN, false, "Error parsing boolean value.");
      case 'n' -> nullOrConstructor();
      case 'N' -> number("NaN", Double.NaN, ReadType.ANY);
      case 'I' -> number("Infinity", Double.POSITIVE_INFINITY, ReadType.ANY);
      case '-' -> negative(ReadType.ANY);
      case '/' -> set(JsonToken.COMMENT, comment());
      case 'u' -> word("undefined", JsonToken.UNDEFINED, null, "Error parsing undefined value.");
      case '{' -> step(JsonToken.START_OBJECT);
      case '[' -> step(JsonToken.START_ARRAY);
      case ']' -> step(JsonToken.END_ARRAY);
      case ')' -> step(JsonToken.END_CONSTRUCTOR);
      case ',' -> set(JsonToken.UNDEFINED);
      default -> {
        if (c != '.' && !isNumber(c)) {
          throw unexpected(c);
        }
        readNumber(ReadType.ANY);
      }
    }
  }

  private static boolean isNumber(char c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private void step(JsonToken token) {
    at++;
    set(token);
  }

  private void word(String word, JsonToken token, @Nullable Object value, String otherwise) {
    if (!matchesWord(word)) {
      throw wrong(otherwise);
    }
    set(token, value);
  }

  private void nullOrConstructor() {
    if (!has(1)) {
      at++;
      throw unexpectedEnd();
    }
    switch (chars[at + 1]) {
      case 'u' -> word("null", JsonToken.NULL, null, "Error parsing null value.");
      case 'e' -> readConstructor();
      default -> throw unexpected(chars[at]);
    }
  }

  private void readConstructor() {
    if (!matchesWord("new")) {
      throw wrong("Unexpected content while parsing JSON.");
    }
    skipWhite();
    int start = at;
    while (Character.isLetterOrDigit(chars[at])) {
      at++;
    }
    if (isEnd()) {
      throw wrong("Unexpected end while parsing constructor.");
    }
    char c = chars[at];
    if (c != '(' && c != 0 && !isWhite(c)) {
      throw notInConstructor();
    }
    String name = new String(chars, start, at - start);
    skipWhite();
    if (name.isEmpty()) {
      throw wrong("Empty constructor name.");
    }
    if (chars[at] != '(') {
      throw notInConstructor();
    }
    at++;
    set(JsonToken.START_CONSTRUCTOR, name);
  }

  private RuntimeException notInConstructor() {
    return wrong("Unexpected character while parsing constructor: " + chars[at] + ".");
  }

  private boolean readInObject() {
    while (!isEnd()) {
      char c = chars[at];
      if (c == '}') {
        set(JsonToken.END_OBJECT);
        at++;
        return true;
      } else if (c == '/') {
        set(JsonToken.COMMENT, comment());
        return true;
      } else if (c == 0 || isWhite(c)) {
        skipWhite();
      } else {
        readProperty(c);
        return true;
      }
    }
    return false;
  }

  private void readProperty(char first) {
    String name;
    if (first == '"' || first == '\'') {
      at++;
      name = quoted(first);
    } else if (isIdentifier(first)) {
      name = bareName();
    } else {
      throw wrong("Invalid property identifier character: " + first + ".");
    }
    skipWhite();
    if (chars[at] != ':') {
      throw wrong(
          "Invalid character after parsing property name. Expected ':' but got: "
              + chars[at]
              + ".");
    }
    at++;
    set(JsonToken.PROPERTY_NAME, name);
  }

  private static boolean isIdentifier(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private String bareName() {
    int start = at;
    while (at < used && isIdentifier(chars[at])) {
      at++;
    }
    if (isEnd()) {
      throw wrong("Unexpected end while parsing unquoted property name.");
    }
    char c = chars[at];
    if (c != 0 && c != ':' && !isWhite(c)) {
      throw wrong("Invalid JavaScript property identifier character: " + c + ".");
    }
    return new String(chars, start, at - start);
  }

  /** True with a token; false where a value or property may follow, and at the end. */
  private boolean readAfterValue(boolean skipsComments) {
    while (!isEnd()) {
      char c = chars[at];
      switch (c) {
        case '}' -> {
          step(JsonToken.END_OBJECT);
          return true;
        }
        case ']' -> {
          step(JsonToken.END_ARRAY);
          return true;
        }
        case ')' -> {
          step(JsonToken.END_CONSTRUCTOR);
          return true;
        }
        case '/' -> {
          String text = comment();
          if (!skipsComments) {
            set(JsonToken.COMMENT, text);
            return true;
          }
        }
        case ',' -> {
          at++;
          backToContainer();
          return false;
        }
        default -> {
          if (c != 0 && !isWhite(c)) {
            throw wrong(
                "After parsing a value an unexpected character was encountered: " + c + ".");
          }
          skipWhite();
        }
      }
    }
    state = State.FINISHED;
    return false;
  }

  private String readString(char quote, ReadType wanted) {
    at++;
    String text = quoted(quote);
    valueIsRead(true);
    switch (wanted) {
      case BYTES -> set(JsonToken.BYTES, TypedReads.bytes(text), false);
      case STRING -> set(JsonToken.STRING, text, false);
      case INT32, DECIMAL, BOOLEAN -> {}
      default -> {
        Object date =
            wanted == ReadType.DATE_TIME_OFFSET
                ? JsonDates.parseOffset(text)
                : JsonDates.parse(text);
        set(date == null ? JsonToken.STRING : JsonToken.DATE, date == null ? text : date, false);
      }
    }
    return text;
  }

  private void readNumber(ReadType wanted) {
    String text = numberText();
    valueIsRead(true);
    Object value;
    try {
      value = JsonNumbers.read(text, wanted);
    } catch (JsonNumbers.NotRead e) {
      set(JsonToken.UNDEFINED, null, false);
      throw wrong(e.reason());
    }
    set(JsonNumbers.token(value), value, false);
  }

  private void negative(ReadType wanted) {
    if (has(1) && chars[at + 1] == 'I') {
      number("-Infinity", Double.NEGATIVE_INFINITY, wanted);
    } else {
      readNumber(wanted);
    }
  }

  /** A number that is a word. */
  private void number(String word, double value, ReadType wanted) {
    if (!matchesWord(word)) {
      throw wrong("Error parsing " + word + " value.");
    }
    switch (wanted) {
      case ANY, INT64, DOUBLE -> set(JsonToken.FLOAT, value);
      case STRING -> set(JsonToken.STRING, word);
      default -> throw wrong("Cannot read " + word + " value.");
    }
  }

  @Override
  @Nullable Object readAs(ReadType wanted) {
    countStep();
    switch (state) {
      case POST_VALUE -> {
        if (readAfterValue(true)) {
          return null;
        }
        if (state == State.FINISHED) {
          set(JsonToken.NONE, null, false);
          return null;
        }
      }
      case FINISHED -> {
        readAfterEnd(false);
        return null;
      }
      case OBJECT, OBJECT_START -> throw wrong("Unexpected state: " + stateName() + ".");
      default -> {}
    }
    while (!isEnd()) {
      char c = chars[at];
      if (c == 0 || isWhite(c)) {
        skipWhite();
      } else if (c == '/') {
        comment();
      } else if (c == ',') {
        valueComma();
      } else {
        return readAs(c, wanted);
      }
    }
    set(JsonToken.NONE, null, false);
    return null;
  }

  private String stateName() {
    return state == State.OBJECT ? "Object" : "ObjectStart";
  }

  private void valueComma() {
    at++;
    if (state != State.POST_VALUE) {
      set(JsonToken.UNDEFINED);
      RuntimeException failure = unexpected(',');
      at--;
      throw failure;
    }
    backToContainer();
  }

  private @Nullable Object readAs(char c, ReadType wanted) {
    switch (c) {
      case '"', '\'' -> {
        String text = readString(c, wanted == ReadType.BOOLEAN ? ReadType.ANY : wanted);
        return TypedReads.ofQuoted(this, text, wanted);
      }
      case 'n' -> {
        handleNull();
        return null;
      }
      case ']' -> {
        at++;
        if (state == State.ARRAY || state == State.ARRAY_START || state == State.POST_VALUE) {
          set(JsonToken.END_ARRAY);
          return null;
        }
        throw unexpected(c);
      }
      default -> {}
    }
    boolean isNumeric =
        wanted == ReadType.INT32 || wanted == ReadType.DECIMAL || wanted == ReadType.DOUBLE;
    boolean isText =
        wanted == ReadType.STRING
            || wanted == ReadType.DATE_TIME
            || wanted == ReadType.DATE_TIME_OFFSET;
    if (isNumeric || isText) {
      if (c == '-') {
        negative(wanted);
        return value();
      }
      if (c == 'I') {
        number("Infinity", Double.POSITIVE_INFINITY, wanted);
        return value();
      }
      if (c == 'N') {
        number("NaN", Double.NaN, wanted);
        return value();
      }
    }
    if (c == '.' || c == '-' || (c >= '0' && c <= '9')) {
      if (isNumeric || wanted == ReadType.STRING) {
        readNumber(wanted);
        return value();
      }
      if (wanted == ReadType.BOOLEAN) {
        readNumber(ReadType.ANY);
        set(JsonToken.BOOLEAN, Convertible.toBoolean(value()), false);
        return value();
      }
    }
    if ((c == 't' || c == 'f') && (wanted == ReadType.BOOLEAN || wanted == ReadType.STRING)) {
      String word = c == 't' ? "true" : "false";
      if (!matchesWord(word)) {
        throw unexpected(chars[at]);
      }
      boolean asText = wanted == ReadType.STRING;
      set(asText ? JsonToken.STRING : JsonToken.BOOLEAN, asText ? word : (Object) (c == 't'));
      return value();
    }
    if (c == '[' && wanted == ReadType.BYTES) {
      step(JsonToken.START_ARRAY);
      return TypedReads.bytesOfArray(this);
    }
    at++;
    throw unexpected(c);
  }

  private void handleNull() {
    if (!has(1)) {
      at = used;
      throw unexpectedEnd();
    }
    if (chars[at + 1] == 'u') {
      word("null", JsonToken.NULL, null, "Error parsing null value.");
      return;
    }
    at += 2;
    throw unexpected(chars[at - 1]);
  }
}
