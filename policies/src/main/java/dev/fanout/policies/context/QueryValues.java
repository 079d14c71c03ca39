package dev.fanout.policies.context;

import dev.fanout.expressions.runtime.WebUtility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The decoded query of a URL. Names that differ only in case are merged under the first spelling (a
 * guess: not documented). {@code +} is a space in both names and values, as in a form.
 */
public final class QueryValues implements ApimMultiValues {
  private static final String[] NONE = {};

  private final TreeMap<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<String> names = new ArrayList<>();

  private QueryValues() {}

  /** Of {@code ?a=b&c}, or of the same without its question mark; never fails. */
  public static QueryValues parse(String queryString) {
    QueryValues query = new QueryValues();
    int start = queryString.startsWith("?") ? 1 : 0;
    while (start < queryString.length()) {
      int end = queryString.indexOf('&', start);
      end = end < 0 ? queryString.length() : end;
      if (end > start) {
        query.add(queryString.substring(start, end));
      }
      start = end + 1;
    }
    return query;
  }

  private void add(String pair) {
    int equals = pair.indexOf('=');
    String name = WebUtility.urlDecode(equals < 0 ? pair : pair.substring(0, equals));
    String value = equals < 0 ? "" : WebUtility.urlDecode(pair.substring(equals + 1));
    List<String> known = values.get(name);
    if (known == null) {
      known = new ArrayList<>(1);
      values.put(name, known);
      names.add(name);
    }
    known.add(value);
  }

  @Override
  public String @Nullable [] values(String name) {
    List<String> found = values.get(name);
    return found == null ? null : found.toArray(NONE);
  }

  @Override
  public List<String> names() {
    return Collections.unmodifiableList(names);
  }
}
