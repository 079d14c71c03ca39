package dev.fanout.artifacts.explain;

import static dev.fanout.artifacts.explain.EstateBuilder.inbound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.EffectivePolicies;
import dev.fanout.artifacts.EffectivePolicy;
import dev.fanout.artifacts.EffectiveStep;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateReader;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.artifacts.SampleEstates;
import dev.fanout.artifacts.WorkspaceArtifact;
import dev.fanout.policies.model.Scope;
import dev.fanout.policies.model.SectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PolicyExplainerTest {
  private static final Pattern OPENING = Pattern.compile("<([a-z][^\\s/>]*).*");

  @Nested
  class Expanding {
    @Test
    void gives_the_policies_that_the_gateway_runs_in_their_order() {
      Estate service = EstateReader.read(SampleEstates.extract()).orThrow();
      int compared = compare(service, service, Optional.empty());
      for (WorkspaceArtifact workspace : service.workspaces().values()) {
        compared += compare(service, workspace.estate(), Optional.of(workspace));
      }
      assertThat(compared).isEqualTo(10);
    }

    @Test
    void puts_the_outer_section_where_the_base_stands() {
      Explanation explanation =
          new EstateBuilder()
              .global("<policies><inbound><cors /></inbound></policies>")
              .api(
                  "<policies>\n <inbound>\n  <find-and-replace/>\n  <base />\n  <jsonp/>\n </inbound>\n</policies>")
              .explain();
      assertThat(lines(explanation, SectionName.INBOUND))
          .containsExactly(
              "apis/a/policy.xml:3 api 0 <find-and-replace/>",
              "policy.xml:1 global 0 <cors />",
              "apis/a/policy.xml:5 api 0 <jsonp/>");
    }

    @Test
    void keeps_the_shape_of_what_stands_on_several_lines() {
      Explanation explanation =
          new EstateBuilder()
              .api(
                  "<policies>\r\n\t<inbound>\r\n\t\t<set-variable name=\"v\" value=\"@{\r\n"
                      + "\t\t\t\treturn 1;\r\n\r\n\t\t}\" />\r\n\t</inbound>\r\n</policies>")
              .explain();
      assertThat(lines(explanation, SectionName.INBOUND))
          .containsExactly(
              "apis/a/policy.xml:3 api 0 <set-variable name=\"v\" value=\"@{",
              "apis/a/policy.xml:4 api 8 return 1;",
              "apis/a/policy.xml:5 api 0 ",
              "apis/a/policy.xml:6 api 0 }\" />");
    }

    @Test
    void breaks_a_long_line_of_elements_and_leaves_a_short_one() {
      String choose =
          "<choose><when condition=\"@(context.Request.Method == &quot;GET&quot;)\">"
              + "<set-header name=\"X-Long-Name-Of-A-Header\" exists-action=\"delete\" /></when></choose>";
      Explanation explanation =
          new EstateBuilder()
              .api(
                  inbound(
                      choose
                          + "<ip-filter action=\"allow\"><address>10.0.0.1</address></ip-filter>"))
              .explain();
      assertThat(lines(explanation, SectionName.INBOUND))
          .extracting(line -> line.replaceFirst("^\\S+ \\S+ ", ""))
          .containsExactly(
              "0 <choose>",
              "2 <when condition=\"@(context.Request.Method == &quot;GET&quot;)\">",
              "4 <set-header name=\"X-Long-Name-Of-A-Header\" exists-action=\"delete\" />",
              "2 </when>",
              "0 </choose>",
              "0 <ip-filter action=\"allow\"><address>10.0.0.1</address></ip-filter>");
    }

    @Test
    void shows_the_default_document_where_there_is_no_global_one() {
      assertThat(lines(new EstateBuilder().explain(), SectionName.BACKEND))
          .containsExactly("APIM's default global 0 <forward-request />");
    }

    @Test
    void keeps_comments() {
      assertThat(
              lines(
                  new EstateBuilder().api(inbound("<!-- why -->")).explain(), SectionName.INBOUND))
          .containsExactly("apis/a/policy.xml:4 api 0 <!-- why -->");
    }

    @Test
    void goes_on_past_a_document_that_is_broken() {
      Explanation explanation =
          new EstateBuilder()
              .api(
                  "<policies><inbound><base/><cors></inbound><backend><base/></backend></policies>")
              .explain();
      assertThat(explanation.sections()).hasSize(4);
    }

    private int compare(Estate service, Estate estate, Optional<WorkspaceArtifact> workspace) {
      int compared = 0;
      for (ApiArtifact api : estate.apis()) {
        for (OperationArtifact operation : api.operations()) {
          ExplainTarget target =
              ExplainTarget.find(
                  service,
                  new ExplainQuery(
                      api.id(),
                      Optional.of(operation.id()),
                      Optional.empty(),
                      workspace.map(WorkspaceArtifact::id),
                      List.of()));
          EffectivePolicy effective =
              EffectivePolicies.of(
                  estate, workspace, target.product(), api, Optional.of(operation));
          Explanation explanation =
              new PolicyExplainer().explain(target, List.of(SectionName.values()));
          for (ExplainedSection section : explanation.sections()) {
            assertThat(policies(section))
                .as("%s of %s", section.name(), explanation.title())
                .isEqualTo(steps(effective.section(section.name())));
          }
          compared++;
        }
      }
      return compared;
    }

    private static List<String> steps(List<EffectiveStep> steps) {
      return steps.stream()
          .map(step -> step.scope() + " " + step.policy().elementName() + " " + step.file())
          .toList();
    }

    private static List<String> policies(ExplainedSection section) {
      List<String> all = new ArrayList<>();
      for (ExplainedItem item : section.items()) {
        ExplainedLine line =
            item instanceof ExplainedInclude include ? include.line() : (ExplainedLine) item;
        Matcher opening = OPENING.matcher(line.text());
        if (line.indent() == 0 && opening.matches()) {
          all.add(line.scope() + " " + opening.group(1) + " " + line.origin().file());
        }
      }
      return all;
    }
  }

  @Nested
  class AFragment {
    @Test
    void is_opened_where_it_is_included_also_inside_a_branch() {
      Explanation explanation =
          new EstateBuilder()
              .api(
                  inbound(
                      "<choose>\n<when condition=\"true\">\n<include-fragment fragment-id=\"F\" />\n"
                          + "</when>\n</choose>"))
              .fragment("f", "\n  <cors />\n")
              .explain();
      assertThat(lines(explanation, SectionName.INBOUND))
          .containsExactly(
              "apis/a/policy.xml:4 api 0 <choose>",
              "apis/a/policy.xml:5 api 2 <when condition=\"true\">",
              "apis/a/policy.xml:6 api 4 <include-fragment fragment-id=\"F\" />",
              "> policy fragments/f/policy.xml:2 api 0 <cors />",
              "apis/a/policy.xml:7 api 2 </when>",
              "apis/a/policy.xml:8 api 0 </choose>");
    }

    @Test
    void that_is_missing_is_said() {
      Explanation explanation =
          new EstateBuilder().api(inbound("<include-fragment fragment-id=\"f\" />")).explain();
      assertThat(include(explanation).line().remarks())
          .containsExactly("fragment 'f' is not in the folder");
    }

    @Test
    void that_includes_itself_is_opened_once() {
      Explanation explanation =
          new EstateBuilder()
              .api(inbound("<include-fragment fragment-id=\"f\" />"))
              .fragment("f", "<include-fragment fragment-id=\"g\" />")
              .fragment("g", "<include-fragment fragment-id=\"F\" />")
              .explain();
      assertThat(lines(explanation, SectionName.INBOUND)).hasSize(3);
      assertThat(TextExplanation.render(explanation))
          .contains("fragments do not nest: the service refuses this")
          .contains("not opened: the fragment includes itself");
    }

    @Test
    void in_the_text_of_a_body_stays_text() {
      Explanation explanation =
          new EstateBuilder()
              .api(inbound("<set-body><include-fragment fragment-id=\"f\" /></set-body>"))
              .fragment("f", "<cors />")
              .explain();
      assertThat(lines(explanation, SectionName.INBOUND))
          .containsExactly(
              "apis/a/policy.xml:4 api 0 <set-body><include-fragment fragment-id=\"f\" /></set-body>");
    }

    private static ExplainedInclude include(Explanation explanation) {
      return (ExplainedInclude) explanation.sections().get(0).items().get(0);
    }
  }

  @Nested
  class AMissingBase {
    private static final String GLOBAL =
        "<policies>\n<inbound>\n<cors />\n<jsonp />\n</inbound>\n<backend><forward-request /></backend>\n</policies>";

    @Test
    void is_said_with_all_that_it_cuts_off() {
      Explanation explanation =
          new EstateBuilder()
              .global(GLOBAL)
              .product("p", false, inbound("<quota />"))
              .api("<policies>\n\n<inbound>\n</inbound>\n<backend><base /></backend></policies>")
              .explain();
      assertThat(explanation.sections().get(0).cuts())
          .containsExactly(
              new Cut(
                  Scope.API,
                  new Origin("apis/a/policy.xml", 3),
                  false,
                  List.of(
                      new Cut.CutPolicy("cors", Scope.GLOBAL, new Origin("policy.xml", 3)),
                      new Cut.CutPolicy("jsonp", Scope.GLOBAL, new Origin("policy.xml", 4)),
                      new Cut.CutPolicy(
                          "quota", Scope.PRODUCT, new Origin("products/p/policy.xml", 4)))));
    }

    @Test
    void counts_when_the_section_is_not_there_at_all() {
      Explanation explanation =
          new EstateBuilder().api("<policies><inbound><base/></inbound></policies>").explain();
      ExplainedSection backend = explanation.sections().get(1);
      assertThat(backend.items()).isEmpty();
      assertThat(backend.cuts())
          .containsExactly(
              new Cut(
                  Scope.API,
                  new Origin("apis/a/policy.xml", 1),
                  true,
                  List.of(new Cut.CutPolicy("forward-request", Scope.GLOBAL, Origin.DEFAULT))));
    }

    @Test
    void is_no_cut_where_nothing_stands_outside_or_in_the_global_document() {
      Explanation explanation =
          new EstateBuilder()
              .global(GLOBAL)
              .api(inbound(""))
              .operation(
                  "<policies><inbound><base /></inbound><backend><base /></backend></policies>")
              .explain();
      assertThat(explanation.sections()).allSatisfy(s -> assertThat(s.cuts()).isEmpty());
    }
  }

  @Nested
  class ANamedValue {
    @Test
    void is_put_in_and_named_beside_the_line() {
      ExplainedLine line =
          onlyLine(
              new EstateBuilder()
                  .namedValue("limit", "600", false)
                  .api(inbound("<rate-limit calls=\"{{ Limit }}\" />")));
      assertThat(line.text()).isEqualTo("<rate-limit calls=\"600\" />");
      assertThat(line.remarks()).containsExactly("{{Limit}}");
      assertThat(line.segments()).contains(new Segment(Segment.Kind.NAMED_VALUE, "600"));
    }

    @Test
    void that_is_secret_is_masked_whatever_it_is_and_wherever_it_stands() {
      EstateBuilder builder =
          new EstateBuilder()
              .namedValue("key", "s3cret", true)
              .fragment("f", "<set-header name=\"k\"><value>@(\"{{key}}\")</value></set-header>")
              .api(
                  inbound(
                      "<include-fragment fragment-id=\"f\" /><rewrite-uri template=\"/x?code={{key}}\" />"
                          + "<set-backend-service base-url=\"https://h/{{key}}\" />"));
      Explanation explanation = builder.explain();
      assertThat(
              TextExplanation.render(explanation)
                  + HtmlExplanation.render(explanation)
                  + JsonExplanation.render(explanation))
          .doesNotContain("s3cret")
          .contains("{{key}}, secret")
          .contains("@(\"••••••\")");
    }

    @Test
    void that_is_not_there_stays_as_it_is_written() {
      ExplainedLine line =
          onlyLine(new EstateBuilder().api(inbound("<rate-limit calls=\"{{limit}}\" />")));
      assertThat(line.text()).isEqualTo("<rate-limit calls=\"{{limit}}\" />");
      assertThat(line.remarks()).containsExactly("{{limit}} is not in the folder");
    }

    @Test
    void of_the_service_holds_in_the_global_document_of_a_workspace_and_nowhere_else() {
      String rate = "<rate-limit calls=\"{{limit}}\" />";
      Explanation explanation =
          new EstateBuilder()
              .namedValue("limit", "600", false)
              .global("<policies><inbound>" + rate + "</inbound></policies>")
              .file(
                  "workspaces/w/apis/b/apiInformation.json", "{\"properties\": {\"path\": \"b\"}}")
              .file("workspaces/w/apis/b/policy.xml", inbound(rate))
              .explain(
                  new ExplainQuery(
                      "b",
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of("w"),
                      List.of(SectionName.INBOUND)));
      assertThat(lines(explanation, SectionName.INBOUND))
          .containsExactly(
              "policy.xml:1 global 0 <rate-limit calls=\"600\" />",
              "workspaces/w/apis/b/policy.xml:4 api 0 " + rate);
    }

    @Test
    void in_a_comment_stays_as_it_is_written() {
      ExplainedLine line =
          onlyLine(
              new EstateBuilder()
                  .namedValue("limit", "600", false)
                  .api(inbound("<!-- {{limit}} -->")));
      assertThat(line.text()).isEqualTo("<!-- {{limit}} -->");
    }

    private static ExplainedLine onlyLine(EstateBuilder builder) {
      return (ExplainedLine) builder.explain().sections().get(0).items().get(0);
    }
  }

  @Nested
  class Documents {
    @Test
    void with_very_many_bases_are_cut_short_and_said_to_be() {
      String bases = "<base />".repeat(3_000);
      String inbound = "<policies><inbound>" + bases + "</inbound></policies>";
      Explanation explanation =
          new EstateBuilder()
              .global("<policies><inbound><cors /></inbound></policies>")
              .product("p", false, inbound)
              .api(inbound)
              .explain(
                  new ExplainQuery(
                      "a",
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      List.of(SectionName.INBOUND)));
      assertThat(explanation.sections().get(0).items()).hasSizeLessThanOrEqualTo(20_000);
      assertThat(explanation.sections().get(0).cutShort()).isTrue();
      assertThat(TextExplanation.render(explanation)).contains("more lines than can be shown");
    }

    @Test
    void with_fragments_that_open_each_other_many_times_end() {
      EstateBuilder builder =
          new EstateBuilder().api(inbound("<include-fragment fragment-id=\"f0\" />"));
      for (int i = 0; i < 15; i++) {
        builder.fragment(
            "f" + i, ("<include-fragment fragment-id=\"f" + (i + 1) + "\" />").repeat(5));
      }
      assertThat(builder.explain().sections().get(0).cutShort()).isTrue();
    }
  }

  private static List<String> lines(Explanation explanation, SectionName section) {
    List<String> all = new ArrayList<>();
    explanation.sections().stream()
        .filter(one -> one.name() == section)
        .forEach(one -> collect(one.items(), "", all));
    return all;
  }

  private static void collect(List<ExplainedItem> items, String mark, List<String> all) {
    for (ExplainedItem item : items) {
      if (item instanceof ExplainedLine line) {
        all.add(mark + shown(line));
      } else if (item instanceof ExplainedInclude include) {
        all.add(mark + shown(include.line()));
        collect(include.items(), mark + "> ", all);
      }
    }
  }

  private static String shown(ExplainedLine line) {
    return line.origin()
        + " "
        + Wording.scope(line.scope())
        + " "
        + line.indent()
        + " "
        + line.text();
  }
}
