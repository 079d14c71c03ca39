package dev.fanout.policies.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.Corpus;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusTest {
  @Test
  void every_real_document_is_read_without_an_error_and_printed_as_it_was() {
    List<SourceText> documents = Corpus.documents();
    assertThat(documents).hasSizeGreaterThan(100);
    StringBuilder issues = new StringBuilder();
    for (SourceText document : documents) {
      ParsedPolicy parsed = PolicyParser.parse(document);
      issues.append(IssueRenderer.render(parsed.issues().stream().filter(Issue::isError).toList()));
      assertThat(parsed.tree().text()).isEqualTo(document.text());
      TreeAssertions.assertLossless(parsed.tree());
    }
    assertThat(issues.toString()).isEmpty();
  }
}
