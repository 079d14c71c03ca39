package dev.fanout.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.PolicyNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One character or tag of a real document is lost: that is found, and little else with it. */
class DamagedCorpusTest {
  private static final long SEED = 4;

  private final Random random = new Random(SEED);

  /**
   * @param lost what is removed, outside of comments
   * @param mostOnAverage issues that one such mistake may give
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "an opening quote -> (?<==)\\x22(?=[^\\x22]) -> 1.0",
        "a closing quote -> (?<=[a-z)}])\\x22(?=\\s*/?>) -> 1.1",
        "the slash of an empty tag -> /(?=>) -> 1.0",
        "an end tag -> </[a-z-]+> -> 1.1",
        "the end of a tag -> (?<=\\x22)>(?=\\s*<) -> 1.1",
        "a letter of an element -> (?<=<[a-z]{3})[a-z](?=[a-z-]) -> 2",
        "a letter of an attribute -> (?<= [a-z]{3})[a-z](?=[a-z-]*=\\x22) -> 2"
      })
  void a_document_without(String what, String lost, double mostOnAverage) {
    int documents = 0;
    int issues = 0;
    for (SourceText source : Corpus.documents()) {
      PolicyDocument sound = PolicyDocuments.read(source);
      List<MatchResult> places =
          Pattern.compile(lost)
              .matcher(source.text())
              .results()
              .filter(place -> isMarkup(sound.tree().nodes(), place.start()))
              .toList();
      if (places.isEmpty() || !isKnown(sound)) {
        continue;
      }
      MatchResult place = places.get(random.nextInt(places.size()));
      String text =
          source.text().substring(0, place.start()) + source.text().substring(place.end());
      PolicyDocument damaged = PolicyDocuments.read(SourceText.of(source.name(), text));
      int more = damaged.issues().size() - sound.issues().size();
      assertThat(more)
          .as("%s without %s at %d, seed %d", source.name(), what, place.start(), SEED)
          .isPositive();
      assertThat(damaged.tree().text()).isEqualTo(text);
      documents++;
      issues += more;
    }
    System.out.printf("without %s: %d documents, %d more issues%n", what, documents, issues);
    assertThat(documents).isGreaterThan(50);
    assertThat((double) issues / documents).isLessThanOrEqualTo(mostOnAverage);
  }

  /** Does the model know all that is in it, so that a misspelt name is a new mistake? */
  private static boolean isKnown(PolicyDocument document) {
    return !document.source().text().contains("<xsl:")
        && document.issues().stream().noneMatch(issue -> issue.code().startsWith("UNKNOWN_"));
  }

  /** Every fifth of the elements with attributes loses an opening quote, and each is found. */
  @Test
  void each_of_many_mistakes_is_found() {
    for (SourceText source : Corpus.documents()) {
      List<Integer> quotes = new ArrayList<>();
      elements(PolicyDocuments.read(source).tree().nodes()).stream()
          .filter(element -> element.attributes().size() > 0)
          .map(element -> element.attributes().get(0))
          .filter(attribute -> attribute.value().matches("[A-Za-z-]+"))
          .forEach(attribute -> quotes.add(attribute.valueSpan().start() - 1));
      StringBuilder text = new StringBuilder(source.text());
      int lost = 0;
      for (int i = quotes.size() - 1; i >= 0; i -= 5) {
        text.deleteCharAt(quotes.get(i));
        lost++;
      }
      List<Issue> issues =
          PolicyDocuments.read(SourceText.of(source.name(), text.toString())).issues();
      assertThat(issues.stream().filter(i -> i.code().equals("XML_UNQUOTED_VALUE")))
          .as(source.name())
          .hasSize(lost);
    }
  }

  private static List<ElementNode> elements(List<PolicyNode> nodes) {
    List<ElementNode> all = new ArrayList<>();
    for (PolicyNode node : nodes) {
      if (node instanceof ElementNode element) {
        all.add(element);
        all.addAll(elements(element.children()));
      }
    }
    return all;
  }

  /** Is it in a tag of an element whose content is markup, and in no expression? */
  private static boolean isMarkup(List<PolicyNode> nodes, int at) {
    for (PolicyNode node : nodes) {
      if (node.span().start() <= at && at < node.span().end()) {
        if (node instanceof ElementNode element) {
          boolean inContent =
              element.contentSpan().start() <= at && at < element.contentSpan().end();
          boolean inCode =
              element.attributes().stream()
                  .flatMap(attribute -> attribute.expression().stream())
                  .anyMatch(code -> code.span().start() <= at && at < code.span().end());
          return inContent ? isMarkup(element.children(), at) : !inCode;
        }
        return false;
      }
    }
    return false;
  }
}
