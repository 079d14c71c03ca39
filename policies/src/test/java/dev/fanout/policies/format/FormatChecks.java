package dev.fanout.policies.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.PolicyDocuments;

/** What holds for every document, whatever it looks like. */
final class FormatChecks {
  private FormatChecks() {}

  static void check(SourceText source) {
    FormattedPolicy formatted = PolicyFormatter.format(source);
    String text = formatted.text();
    assertThat(formatted.isChanged()).isEqualTo(!text.equals(source.text()));
    assertThat(PatchTool.apply(source.text(), formatted.diff())).as("the diff").isEqualTo(text);
    if (!formatted.errors().isEmpty()) {
      assertThat(text).isEqualTo(source.text());
      return;
    }
    SourceText once = SourceText.of(source.name(), text);
    FormattedPolicy twice = PolicyFormatter.format(once);
    assertThat(twice.text()).as("formatted twice").isEqualTo(text);
    assertThat(twice.isChanged()).isFalse();
    assertThat(twice.diff()).isEmpty();
    sameMeaning(source, once);
  }

  private static void sameMeaning(SourceText before, SourceText after) {
    assertThat(Meaning.of(after)).isEqualTo(Meaning.of(before));
    PolicyDocument was = PolicyDocuments.read(before);
    PolicyDocument is = PolicyDocuments.read(after);
    assertThat(is.issues().stream().map(Issue::code).toList())
        .isEqualTo(was.issues().stream().map(Issue::code).toList());
    assertThat(is.root())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes("(.*\\.)?node")
        .isEqualTo(was.root());
  }
}
