package dev.fanout.policies.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EvalPageTest {
  private static final Path PAGE = Path.of("../docs/eval.md");

  @Test
  void shows_a_context_that_can_be_read() throws IOException {
    String page = Files.readString(PAGE);
    Matcher json = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(json.find()).isTrue();

    EvalContext context = ContextReader.read(SourceText.of("docs/eval.md", json.group(1)), false);

    assertThat(context.graphQL()).isNotNull();
    assertThat(context.variables().value("n")).isEqualTo(3);
  }

  @Test
  void names_every_type_of_a_variable() throws IOException {
    String page = Files.readString(PAGE);
    for (String type : VariableReader.TYPES) {
      assertThat(page).contains("`" + type + "`");
    }
  }
}
