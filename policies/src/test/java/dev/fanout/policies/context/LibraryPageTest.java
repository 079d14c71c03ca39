package dev.fanout.policies.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.expressions.binding.Member;
import dev.fanout.expressions.binding.Signatures;
import dev.fanout.expressions.binding.TypeDefinition;
import dev.fanout.expressions.binding.TypeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The page of supported types and members is what the tables say. After a change, {@code
 * -Dfanout.docs.write=true} writes it anew.
 */
class LibraryPageTest {
  private static final Path PAGE = Path.of("../docs/expressions-library.md");

  @Test
  void is_what_the_tables_say() throws IOException {
    String page = page();
    if (Boolean.getBoolean("fanout.docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    StringBuilder out = new StringBuilder();
    out.append("# What policy expressions may use\n\n");
    out.append(
        "Generated from the type tables of `expressions/` and `policies/`; do not edit.\n\n");
    out.append("## The context tree\n\n");
    types(ContextTypes.hostTypes().table(), out);
    out.append("## .NET\n\n");
    types(TypeTable.library(), out);
    out.append("## Allowed by API Management, not built yet\n\n");
    for (TypeTable table : List.of(ContextTypes.hostTypes().table(), TypeTable.library())) {
      table.pending().forEach(name -> out.append("- `").append(name).append("`\n"));
    }
    return out.toString();
  }

  private static void types(TypeTable table, StringBuilder out) {
    for (TypeDefinition type : table.definitions()) {
      out.append("### ").append(type.fullName()).append("\n\n");
      if (type.members().isEmpty()) {
        out.append("No members by name.\n\n");
        continue;
      }
      out.append("```csharp\n");
      for (List<Member> members : type.members().values()) {
        for (Member member : members) {
          boolean shown = type.kind() != TypeDefinition.Kind.STATIC && member.isStatic();
          boolean constructor = member.name().equals(".ctor");
          out.append(shown && !constructor ? "static " : "").append(text(member)).append('\n');
        }
      }
      out.append("```\n\n");
    }
  }

  private static String text(Member member) {
    return member instanceof Member.Method method
        ? Signatures.of(method)
        : member.type().display() + " " + member.name();
  }
}
