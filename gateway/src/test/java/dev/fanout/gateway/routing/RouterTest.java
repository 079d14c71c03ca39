package dev.fanout.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RouterTest {

  /**
   * A table: {@code option …}, {@code api …} and indented operations, then requests with what they
   * must find. Adding a row or a file needs no Java.
   */
  @TestFactory
  Stream<DynamicTest> finds_what_the_tables_say() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/routing"))) {
      for (Path file : files.sorted().toList()) {
        RouteTable table = RouteTable.read(file);
        for (RouteTable.Row row : table.rows()) {
          tests.add(
              DynamicTest.dynamicTest(
                  file.getFileName() + ": " + row.request(),
                  () -> assertThat(table.find(row)).isEqualTo(row.expected())));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(50);
    return tests.stream();
  }

  @Nested
  class WithManyApis {

    @Test
    void finds_each_of_ten_thousand() {
      List<ApiRoute<String, String>> apis = new ArrayList<>();
      for (int i = 0; i < 10_000; i++) {
        apis.add(
            new ApiRoute<>(
                "svc" + i + "/v1",
                new ApiVersion.None(),
                1,
                true,
                List.of(
                    new OperationRoute<>("GET", OperationTemplate.parse("/resource/{id}"), "get")),
                "svc" + i));
      }
      Router<String, String> router = new Router<>(apis, RouterOptions.DEFAULT);
      for (int i = 0; i < 10_000; i++) {
        var found = router.find("GET", "/svc" + i + "/v1/resource/" + i, "", name -> null);
        assertThat(found).isInstanceOf(RouteResult.Match.class);
        var match = (RouteResult.Match<String, String>) found;
        assertThat(match.api()).isEqualTo("svc" + i);
        assertThat(match.pathParameter("ID")).isEqualTo(String.valueOf(i));
      }
    }

    @Test
    void a_long_path_with_many_branches_ends() {
      List<OperationRoute<String>> operations = new ArrayList<>();
      for (int bits = 0; bits < 1024; bits++) {
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < 10; i++) {
          template.append((bits >> i & 1) == 0 ? "/a" : "/{p" + i + "}");
        }
        operations.add(
            new OperationRoute<>("POST", OperationTemplate.parse(template.toString()), "op"));
      }
      Router<String, String> router =
          new Router<>(
              List.of(new ApiRoute<>("", new ApiVersion.None(), 1, true, operations, "api")),
              RouterOptions.DEFAULT);
      assertThat(router.find("GET", "/a".repeat(10), "", name -> null))
          .isInstanceOf(RouteResult.NoOperation.class);
      assertThat(router.find("POST", "/a".repeat(4_000), "", name -> null))
          .isInstanceOf(RouteResult.NoOperation.class);
    }
  }

  @Nested
  class Templates {

    @Test
    void say_what_is_wrong_with_them() {
      assertThatThrownBy(() -> OperationTemplate.parse("/a/{id"))
          .hasMessage("template '/a/{id' has a '{' without '}'");
      assertThatThrownBy(() -> OperationTemplate.parse("/a/id}"))
          .hasMessage("template '/a/id}' has a '}' without '{'");
      assertThatThrownBy(() -> OperationTemplate.parse("/a/{}"))
          .hasMessage("template '/a/{}' has a parameter without name");
      assertThatThrownBy(() -> OperationTemplate.parse("/a/{id}?q={ID}"))
          .hasMessage("template '/a/{id}?q={ID}' has the parameter 'ID' twice");
      assertThatThrownBy(() -> OperationTemplate.parse("/a/*/b"))
          .hasMessage(
              "template '/a/*/b' goes on after its wildcard, which must be the last segment");
      assertThatThrownBy(() -> OperationTemplate.parse("/a/{x}{y}"))
          .hasMessage("template '/a/{x}{y}' has two parameters with nothing between them");
    }
  }

  private record RouteTable(Router<String, String> router, List<Row> rows) {

    record Row(String request, String expected) {}

    static RouteTable read(Path file) throws IOException {
      RouterOptions options = RouterOptions.DEFAULT;
      List<ApiRoute<String, String>> apis = new ArrayList<>();
      List<Row> rows = new ArrayList<>();
      List<String> block = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        if (text.startsWith("option ")) {
          options = option(options, text.substring(7));
          continue;
        }
        boolean isOperation = line.startsWith(" ");
        if (!isOperation && !block.isEmpty()) {
          apis.add(api(block));
          block.clear();
        }
        if (isOperation || text.startsWith("api ")) {
          block.add(text);
        } else {
          String[] sides = text.split("\\s+=>\\s+", 2);
          rows.add(new Row(sides[0], sides[1]));
        }
      }
      return new RouteTable(new Router<>(apis, options), rows);
    }

    private static RouterOptions option(RouterOptions options, String text) {
      return switch (text) {
        case "case sensitive" ->
            new RouterOptions(RouterOptions.LiteralCase.SENSITIVE, options.precedence());
        case "first listed" ->
            new RouterOptions(options.literals(), RouterOptions.Precedence.FIRST_LISTED);
        default -> throw new IllegalArgumentException(text);
      };
    }

    private static ApiRoute<String, String> api(List<String> block) {
      String[] words = block.get(0).split("\\s+");
      ApiVersion version = new ApiVersion.None();
      int revision = 1;
      boolean current = true;
      for (int i = 3; i < words.length; i++) {
        String[] option = words[i].split("=", 2);
        switch (option[0]) {
          case "segment" -> version = new ApiVersion.Segment(option[1]);
          case "header" -> {
            String[] pair = option[1].split(":", 2);
            version = new ApiVersion.Header(pair[0], pair[1]);
          }
          case "query" -> {
            String[] pair = option[1].split(":", 2);
            version = new ApiVersion.Query(pair[0], pair[1]);
          }
          case "rev" -> revision = Integer.parseInt(option[1]);
          case "old" -> current = false;
          default -> throw new IllegalArgumentException(words[i]);
        }
      }
      List<OperationRoute<String>> operations = new ArrayList<>();
      for (String line : block.subList(1, block.size())) {
        String[] operation = line.split("\\s+");
        operations.add(
            new OperationRoute<>(
                operation[1], OperationTemplate.parse(operation[2]), operation[0]));
      }
      return new ApiRoute<>(words[2], version, revision, current, operations, words[1]);
    }

    String find(Row row) {
      String[] words = row.request().split("\\s+");
      String target = words[1];
      int question = target.indexOf('?');
      String path = question < 0 ? target : target.substring(0, question);
      String query = question < 0 ? "" : target.substring(question + 1);
      Map<String, String> headers = new HashMap<>();
      for (int i = 2; i < words.length; i++) {
        String[] header = words[i].split(":", 2);
        headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
      }
      RouteResult<String, String> found =
          router.find(words[0], path, query, name -> headers.get(name.toLowerCase(Locale.ROOT)));
      if (found instanceof RouteResult.NoApi) {
        return "no api";
      }
      if (found instanceof RouteResult.NoOperation<String, String> none) {
        return "no operation in " + none.api();
      }
      var match = (RouteResult.Match<String, String>) found;
      StringBuilder out = new StringBuilder();
      out.append(match.api()).append(' ').append(match.operation());
      out.append(' ').append(match.rest().isEmpty() ? "-" : match.rest());
      for (String name : match.template().pathParameters()) {
        out.append(' ').append(name).append('=').append(match.pathParameter(name));
      }
      return out.toString();
    }
  }
}
