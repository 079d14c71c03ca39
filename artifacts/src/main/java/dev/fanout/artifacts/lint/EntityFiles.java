package dev.fanout.artifacts.lint;

import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places in the JSON files of entities, which may hold credentials: no other line is shown. */
final class EntityFiles {
  private EntityFiles() {}

  /** The beginning of a file, without its text. */
  static SourceSpan place(LintedEstate estate, String file) {
    return SourceText.of(estate.name(file), "").span(0, 0);
  }

  /** The first place of a setting; the beginning of the file if it stands among others. */
  static SourceSpan place(LintedEstate estate, String file, String key, String value) {
    Pattern setting = Pattern.compile("\"" + key + "\"\\s*:\\s*" + value);
    return estate
        .text(file)
        .flatMap(
            source -> {
              Matcher found = setting.matcher(source.text());
              return found.find()
                  ? java.util.Optional.of(only(source, found))
                  : java.util.Optional.empty();
            })
        .orElseGet(() -> place(estate, file));
  }

  /** The file with nothing but the found piece in it. */
  private static SourceSpan only(SourceText source, Matcher found) {
    StringBuilder blank = new StringBuilder(source.text());
    for (int i = 0; i < blank.length(); i++) {
      boolean outside = i < found.start() || i >= found.end();
      if (outside && !Character.isWhitespace(blank.charAt(i))) {
        blank.setCharAt(i, '·');
      }
    }
    return SourceText.of(source.name(), blank.toString()).span(found.start(), found.end());
  }
}
