package dev.fanout.policies.context;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.MutableDictionary;
import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.Text;
import dev.fanout.expressions.runtime.WebUtility;
import dev.fanout.expressions.runtime.collections.ClrDictionary;
import dev.fanout.expressions.runtime.collections.ClrList;
import java.util.Iterator;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of type {@code application/x-www-form-urlencoded}, as {@code IDictionary<string,
 * IList<string>>} in the order of the body; names with regard to case.
 */
final class FormContent {
  private static final String TEXT = "System.String";
  private static final String TEXTS = "System.Collections.Generic.IList<System.String>";

  private FormContent() {}

  static MutableDictionary read(ApimMessageBody body, boolean preserveContent) {
    ClrDictionary fields = ClrDictionary.create(TEXT, TEXTS);
    String text = ContextMembers.text(body.take(preserveContent));
    int start = 0;
    while (start < text.length()) {
      int and = text.indexOf('&', start);
      int end = and < 0 ? text.length() : and;
      if (end > start) {
        add(fields, text.substring(start, end));
      }
      start = end + 1;
      Fence.steps(1);
    }
    return fields;
  }

  private static void add(ClrDictionary fields, String pair) {
    int equals = pair.indexOf('=');
    String name = WebUtility.urlDecode(equals < 0 ? pair : pair.substring(0, equals));
    String value = equals < 0 ? "" : WebUtility.urlDecode(pair.substring(equals + 1));
    ClrList values = (ClrList) fields.valueOrNull(name);
    if (values == null) {
      values = ClrList.create(TEXT);
      fields.add(name, values);
    }
    values.add(value);
  }

  /** {@code a=b&c=d+e}. */
  static String toFormUrlEncodedContent(@Nullable MutableDictionary fields) {
    if (fields == null) {
      throw Failures.argumentNull("input");
    }
    StringJoiner out = new StringJoiner("&");
    for (Object name : fields.keys()) {
      Object values = fields.valueOrNull(name);
      if (values == null) {
        continue;
      }
      Iterator<?> items = Sequences.iterator(values);
      while (items.hasNext()) {
        Fence.steps(1);
        out.add(encoded(name) + "=" + encoded(items.next()));
      }
    }
    return out.toString();
  }

  /** The same behind a question mark; empty without fields. */
  static String toQueryString(@Nullable MutableDictionary fields) {
    String content = toFormUrlEncodedContent(fields);
    return content.isEmpty() ? "" : "?" + content;
  }

  private static String encoded(@Nullable Object text) {
    String encoded = WebUtility.urlEncode(Text.of(text));
    return encoded == null ? "" : encoded;
  }
}
