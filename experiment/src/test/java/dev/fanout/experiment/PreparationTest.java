package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.catalog.Catalogs;
import dev.fanout.catalog.Topology;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.load.BodyCheck;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import dev.fanout.measurements.run.EstateSummary;
import dev.fanout.measurements.run.UpstreamEquality.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
  @TempDir Path folder;

  private Prepared prepare(Subject subject) {
    return prepare(subject, CompileOptions.STRICT);
  }

  private Prepared prepare(Subject subject, CompileOptions options) {
    return new Preparation(subject, options, RequestMix.Selection.UNIFORM, "key").prepare(folder);
  }

  private Prepared prepare(Topology a, Topology b) {
    return prepare(new Subject.OfCatalog(Catalogs.published(3).withTopologies(a, b)));
  }

  @Test
  void both_variants_call_the_same_operations_and_expect_the_same_path_upstream() {
    Prepared prepared = prepare(Topology.SHARED_BACKEND, Topology.PER_API);
    RequestTemplate first =
        new RequestTemplate(
            "svc01",
            "get-resource",
            "GET",
            "/svc01/v1/resource/{id}",
            List.of(),
            "",
            Set.of(200),
            new BodyCheck.Echoes("/api/echo/svc01/v1/resource/{id}", Optional.empty()));
    assertThat(prepared.a().mix().templates()).hasSize(3).first().isEqualTo(first);
    assertThat(prepared.b().mix()).isEqualTo(prepared.a().mix());
    assertThat(prepared.estate()).isEqualTo(new EstateSummary(3, 3, List.of()));
    assertThat(prepared.equality().operations()).isEqualTo(3);
    assertThat(prepared.equality().differing()).isZero();
  }

  @Test
  void the_backend_alone_is_called_as_the_gateway_calls_it() {
    Prepared prepared = prepare(Topology.SHARED_BACKEND, Topology.PER_API);
    assertThat(prepared.a().direct().orElseThrow().templates())
        .extracting(RequestTemplate::target)
        .first()
        .isEqualTo("/api/echo/svc01/v1/resource/{id}");
  }

  @Nested
  class WhenTheVariantsDifferUpstream {
    @Test
    void both_urls_stand_side_by_side_for_each_operation() {
      Prepared prepared = prepare(Topology.PUBLISHED_SHARED, Topology.PUBLISHED_PER_API);
      assertThat(prepared.equality().differing()).isEqualTo(3);
      Difference first = prepared.equality().differences().get(0);
      assertThat(first.aspects()).containsExactly("path");
      assertThat(first.upstreamA()).contains("/api/echo/api/echo/svc01/v1/resource/");
      assertThat(first.upstreamB()).contains("/api/echo/svc01/v1/resource/");
    }

    @Test
    void each_expects_what_its_own_policies_send() {
      Prepared prepared = prepare(Topology.PUBLISHED_SHARED, Topology.PUBLISHED_PER_API);
      assertThat(prepared.a().mix().templates().get(0).check())
          .isEqualTo(
              new BodyCheck.Echoes("/api/echo/api/echo/svc01/v1/resource/{id}", Optional.empty()));
    }
  }

  @Nested
  class WithFolders {
    @Test
    void generated_folders_are_read_where_they_are() {
      Prepared generated = prepare(Topology.SHARED_BACKEND, Topology.PER_API);
      Prepared read =
          prepare(new Subject.OfFolders(generated.a().artifacts(), generated.b().artifacts()));
      assertThat(read.a().mix()).isEqualTo(generated.a().mix());
      assertThat(read.a().topology()).isEqualTo("a");
      assertThat(read.equality()).isEqualTo(generated.equality());
    }

    @Test
    void an_extract_runs_with_the_secrets_that_it_does_not_hold_and_shows_none() throws Exception {
      Subject subject = new Subject.OfFolders(extract("a", "/one"), extract("b", "/two"));
      assertThatThrownBy(() -> prepare(subject))
          .isInstanceOf(IssueException.class)
          .hasMessageContaining("'token'");

      Prepared prepared =
          prepare(
              subject,
              CompileOptions.STRICT.withNamedValues(
                  Map.of("token", "t0ps3cret", "code", "c0d3 x")));

      assertThat(prepared.equality().differing()).isEqualTo(1);
      assertThat(prepared.equality().toString())
          .contains("http://h/one/items?code=(secret)")
          .doesNotContain("t0ps3cret")
          .doesNotContain("c0d3");
      BodyCheck check = prepared.a().mix().templates().get(0).check();
      assertThat(check).isEqualTo(new BodyCheck.Echoes("/one/items", Optional.of("code=c0d3%20x")));
      assertThat(check.toString()).doesNotContain("c0d3");
    }

    @Test
    void what_is_not_supported_is_left_out_on_request_as_the_gateway_does() throws Exception {
      Path a = extract("a", "/one");
      Path policy = a.resolve("apis/shop/policy.xml");
      Files.writeString(
          policy, Files.readString(policy).replace("<base/>", "<base/><quantum-policy x=\"1\"/>"));
      Subject subject = new Subject.OfFolders(a, extract("b", "/one"));
      CompileOptions options =
          CompileOptions.STRICT.withNamedValues(Map.of("token", "t0ps3cret", "code", "c0d3"));
      assertThatThrownBy(() -> prepare(subject, options)).isInstanceOf(IssueException.class);

      Prepared prepared = prepare(subject, options.withAllowUnsupported(true));

      assertThat(prepared.estate().skipped())
          .extracting(EstateSummary.SkippedPolicy::policy)
          .containsExactly("quantum-policy");
    }

    @Test
    void workspaces_are_not_measured_and_that_is_said() throws Exception {
      Path a = extract("a", "/one");
      write(
          a.resolve("workspaces/team-1/apis/inner/apiInformation.json"),
          "{\"properties\": {\"path\": \"inner\"}}");
      write(
          a.resolve("workspaces/team-1/apis/inner/specification.json"),
          "{\"openapi\": \"3.0.1\", \"info\": {\"title\": \"x\", \"version\": \"1\"}, \"paths\": {}}");
      CompileOptions options =
          CompileOptions.STRICT.withNamedValues(Map.of("token", "t0ps3cret", "code", "c0d3"));

      Prepared prepared = prepare(new Subject.OfFolders(a, extract("b", "/one")), options);

      assertThat(prepared.remarks())
          .containsExactly("workspaces of A are not served and not measured: team-1");
    }

    /** An API whose policy and Backend entity want a secret each. */
    private Path extract(String name, String path) throws IOException {
      Path root = folder.resolve(name);
      write(
          root.resolve("apis/shop/apiInformation.json"),
          "{\"properties\": {\"path\": \"shop\", \"subscriptionRequired\": true}}");
      write(
          root.resolve("apis/shop/specification.json"),
          """
          {"openapi": "3.0.1", "info": {"title": "x", "version": "1"}, "paths": {
            "/items": {"get": {"operationId": "items", "responses": {}}}}}
          """);
      write(
          root.resolve("apis/shop/policy.xml"),
          """
          <policies>
            <inbound>
              <base/>
              <set-backend-service backend-id="shop"/>
              <set-header name="Authorization"><value>Bearer {{token}}</value></set-header>
            </inbound>
            <backend><base/></backend><outbound><base/></outbound><on-error><base/></on-error>
          </policies>
          """);
      write(
          root.resolve("backends/shop/backendInformation.json"),
          "{\"properties\": {\"url\": \"http://h"
              + path
              + "\", \"protocol\": \"http\","
              + " \"credentials\": {\"query\": {\"code\": [\"{{code}}\"]}}}}");
      return root;
    }

    private static void write(Path file, String text) throws IOException {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }

    @Test
    void an_empty_folder_is_one_issue() {
      assertThatThrownBy(() -> prepare(new Subject.OfFolders(folder, folder)))
          .isInstanceOf(IssueException.class);
    }
  }
}
