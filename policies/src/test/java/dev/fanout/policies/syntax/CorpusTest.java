package dev.fanout.policies.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.Corpus;
import java.io.StringReader;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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

  @Test
  void many_of_them_are_rejected_by_a_plain_xml_parser() {
    List<SourceText> documents = Corpus.documents();
    long rejected = documents.stream().filter(document -> !isXml(document.text())).count();
    System.out.printf(
        "%d documents read, %d of them rejected by the JDK's XML parser%n",
        documents.size(), rejected);
    assertThat(documents).hasSizeGreaterThanOrEqualTo(118);
    assertThat(rejected).isGreaterThanOrEqualTo(51);
  }

  private static boolean isXml(String text) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      while (reader.hasNext()) {
        reader.next();
      }
      return true;
    } catch (XMLStreamException e) {
      return false;
    }
  }
}
