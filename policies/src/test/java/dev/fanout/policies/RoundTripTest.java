package dev.fanout.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.format.PolicyFormatter;
import dev.fanout.policies.model.Choose;
import dev.fanout.policies.model.IncludeFragment;
import dev.fanout.policies.model.Otherwise;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.Policy;
import dev.fanout.policies.model.PolicyContainer;
import dev.fanout.policies.model.ReturnResponse;
import dev.fanout.policies.model.RewriteUri;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.model.SetBackendService;
import dev.fanout.policies.model.SetBody;
import dev.fanout.policies.model.SetHeader;
import dev.fanout.policies.model.SetMethod;
import dev.fanout.policies.model.SetStatus;
import dev.fanout.policies.model.SetVariable;
import dev.fanout.policies.model.When;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the writer writes is read back to equal beans; documents are made by a fixed seed. */
class RoundTripTest {
  private static final long SEED = 7L;
  private static final int DOCUMENTS = 120;
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "a",
          " a\tb\r\nc ",
          "<&>\"'",
          "]]>",
          "{{named}}",
          "${open",
          "${closed}",
          "&amp;",
          "&#10;",
          "@(1)",
          " @(a[\"b\"] < 1 && c)\n",
          "@(\"&amp;\")",
          "@('\"')",
          "@('&lt;')",
          "@{\n\tvar a = $\"{b[\"c}\"]}\"; // it's \"\n\treturn a;\n}",
          "@(open",
          "@(1) b",
          "  @{",
          "é😀\u00A0",
          "<!-- c -->",
          "--");

  private final Random random = new Random(SEED);

  @ParameterizedTest
  @EnumSource(PolicyFormat.class)
  void documents_are_read_back_as_they_were_written(PolicyFormat format) {
    for (int i = 0; i < DOCUMENTS; i++) {
      Policies written = document();
      String text = PolicyWriter.write(written, format);
      PolicyDocument read = PolicyDocuments.read(SourceText.of("policy.xml", text));

      assertThat(read.issues().stream().map(Issue::code))
          .as("seed %d, document %d:%n%s", SEED, i, text)
          .noneMatch(code -> code.startsWith("XML_") || code.equals("EXPRESSION_UNCLOSED"));
      assertThat(read.policies().orElseThrow())
          .as("seed %d, document %d:%n%s", SEED, i, text)
          .usingRecursiveComparison()
          .ignoringFieldsMatchingRegexes("(.*\\.)?node", "(.*\\.)?comment")
          .isEqualTo(written);
      assertThat(PolicyWriter.write(read.root().orElseThrow(), format)).isEqualTo(text);
      assertThat(PolicyFormatter.format(read.source()).text())
          .as("seed %d, document %d", SEED, i)
          .isEqualTo(text);
    }
  }

  private Policies document() {
    Policies policies = new Policies();
    for (SectionName name : SectionName.values()) {
      if (random.nextBoolean()) {
        fill(made(policies, name), 3);
      }
    }
    return policies;
  }

  private static PolicyContainer made(Policies policies, SectionName name) {
    return switch (name) {
      case INBOUND -> policies.inbound();
      case BACKEND -> policies.backend();
      case OUTBOUND -> policies.outbound();
      case ON_ERROR -> policies.onError();
    };
  }

  private void fill(PolicyContainer container, int depth) {
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      container.policies().add(policy(depth));
    }
  }

  private Policy policy(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 8)) {
      case 0 -> new SetVariable(value(), value());
      case 1 -> new SetHeader(value(), value(), value()).setExistsAction(value());
      case 2 -> new RewriteUri(value()).setCopyUnmatchedParams(value());
      case 3 -> new SetBackendService().setBaseUrl(value()).setBackendId(value());
      case 4 -> new SetBody(value()).setTemplate(value());
      case 5 -> new SetMethod(value()).setId(value());
      case 6 -> new IncludeFragment(value());
      case 7 -> new ReturnResponse().add(new SetStatus(value(), value()), new SetBody(value()));
      default -> choose(depth);
    };
  }

  private Choose choose(int depth) {
    When when = new When(value());
    Otherwise otherwise = new Otherwise();
    fill(when, depth - 1);
    fill(otherwise, depth - 1);
    return new Choose().add(when).setOtherwise(random.nextBoolean() ? otherwise : null);
  }

  private String value() {
    return VALUES.get(random.nextInt(VALUES.size()));
  }
}
