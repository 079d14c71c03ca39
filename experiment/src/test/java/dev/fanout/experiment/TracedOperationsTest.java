package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.catalog.Catalogs;
import dev.fanout.catalog.Topology;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.load.RequestMix;
import dev.fanout.measurements.run.EstateFacts;
import dev.fanout.measurements.run.EstateFacts.EntityCount;
import dev.fanout.measurements.run.EstateFacts.Example;
import dev.fanout.measurements.run.EstateFacts.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracedOperationsTest {
  @TempDir Path folder;

  private EstateFacts facts(Subject subject) {
    CompileOptions options = CompileOptions.STRICT.withAllowUnsupported(true);
    return new Preparation(subject, options, RequestMix.Selection.UNIFORM, "key")
        .prepare(folder)
        .facts()
        .orElseThrow();
  }

  private EstateFacts facts(Topology a, Topology b) {
    return facts(new Subject.OfCatalog(Catalogs.published(3).withTopologies(a, b)));
  }

  @Nested
  class OfGeneratedTopologies {
    @Test
    void counts_what_a_shared_backend_is_made_of() {
      Side shared = facts(Topology.SHARED_BACKEND, Topology.PER_API).a();

      assertThat(shared.entities())
          .containsExactly(
              new EntityCount("APIs", 3),
              new EntityCount("API policies", 3),
              new EntityCount("Backend entities", 1),
              new EntityCount("policy fragments", 1));
      assertThat(shared.writes()).isEqualTo(3 + 3 + 1 + 1);
      assertThat(shared.hosts()).isEqualTo(1);
      assertThat(shared.hostExamples()).containsExactly("Backend shared-backend");
      assertThat(shared.mostApisOnOneBackend()).isEqualTo(3);
      assertThat(shared.busiestBackend()).contains("shared-backend");
      assertThat(shared.credentialPlaces()).isEmpty();
    }

    @Test
    void counts_a_place_and_a_blast_radius_for_each_entity() {
      Side perApi = facts(Topology.SHARED_BACKEND, Topology.PER_API).b();

      assertThat(perApi.entities("Backend entities")).isEqualTo(3);
      assertThat(perApi.hostPlaces()).isEqualTo(3);
      assertThat(perApi.mostApisOnOneBackend()).isEqualTo(1);
      assertThat(perApi.busiestBackend()).contains("svc01");
    }

    @Test
    void finds_the_place_without_an_entity_too() {
      EstateFacts facts = facts(Topology.SERVICE_URL, Topology.BASE_URL_NAMED_VALUE);

      assertThat(facts.a().hostPlaces()).isEqualTo(3);
      assertThat(facts.a().hostExamples()).first().isEqualTo("web service URL of API svc01");
      assertThat(facts.b().hostExamples()).containsExactly("named value upstream-base-url");
      assertThat(facts.a().busiestBackend()).isEmpty();
    }

    @Test
    void shows_the_policies_of_one_operation_with_what_they_include() {
      List<Example> examples = facts(Topology.SHARED_BACKEND, Topology.PER_API).examples();

      assertThat(examples).hasSize(1);
      Example example = examples.get(0);
      assertThat(example.upstreamA()).isEqualTo(example.upstreamB()).startsWith("GET http://");
      assertThat(example.policiesA())
          .extracting(EstateFacts.PolicyText::file)
          .containsExactly("apis/svc01/policy.xml", "policy fragments/shared-backend/policy.xml");
      assertThat(example.policiesA().get(1).text()).contains("rewrite-uri");
    }
  }

  @Nested
  class OfTheUsersOwnFolder {
    private Path estate(String policy) throws IOException {
      Path root = folder.resolve("estate" + policy.hashCode());
      write(
          root.resolve("apis/orders/apiInformation.json"),
          """
          {"properties": {"path": "orders", "displayName": "orders", "isCurrent": true,
            "apiRevision": "1", "subscriptionRequired": false, "serviceUrl": "http://127.0.0.1:7071/a"}}
          """);
      write(
          root.resolve("apis/orders/specification.json"),
          """
          {"openapi": "3.0.1", "info": {"title": "orders", "version": "1"},
            "paths": {"/items": {"get": {"operationId": "items", "responses": {"200": {"description": "ok"}}}}}}
          """);
      write(root.resolve("apis/orders/policy.xml"), policy);
      return root;
    }

    private static void write(Path file, String text) throws IOException {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }

    @Test
    void keeps_no_literal_credential_and_says_where_they_live() throws IOException {
      Path a =
          estate(
              """
              <policies>
                <inbound>
                  <base />
                  <set-header name="x-functions-key" exists-action="override">
                    <value>hunter2hunter2</value>
                  </set-header>
                  <set-header name="x-plain" exists-action="override"><value>seen</value></set-header>
                  <authentication-basic username="fan" password="hunter3hunter3" />
                </inbound>
                <backend><base /></backend>
                <outbound><base /></outbound>
                <on-error><base /></on-error>
              </policies>
              """);
      EstateFacts facts = facts(new Subject.OfFolders(a, a));

      String text = facts.examples().get(0).policiesA().get(0).text();
      assertThat(text)
          .contains("<value>(secret)</value>", "password=\"(secret)\"", "<value>seen</value>")
          .doesNotContain("hunter");
      assertThat(facts.a().credentialPlaces()).containsExactly("1 policy documents");
    }

    @Test
    void finds_a_host_in_a_policy_document() throws IOException {
      Path a =
          estate(
              """
              <policies>
                <inbound>
                  <base />
                  <set-backend-service base-url="http://127.0.0.1:7071/b" />
                </inbound>
                <backend><base /></backend>
                <outbound><base /></outbound>
                <on-error><base /></on-error>
              </policies>
              """);
      assertThat(facts(new Subject.OfFolders(a, a)).a().hostExamples())
          .containsExactly("apis/orders/policy.xml");
    }
  }
}
