package dev.fanout.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.policies.model.Scope;
import dev.fanout.policies.model.SectionName;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class WorkspacesTest {
  private final SortedMap<String, byte[]> files = SampleEstates.files(SampleEstates.extract());

  @Nested
  class AnExtractWithAWorkspace {
    @Test
    void is_read_whole_and_without_a_word() {
      EstateResult result = EstateReader.read(SampleEstates.extract());
      assertThat(result.issues()).isEmpty();
      Estate estate = result.estate();
      assertThat(estate.apis())
          .extracting(ApiArtifact::id)
          .containsExactly("health", "orders", "orders-v2", "orders;rev=2");
      assertThat(estate.workspaces()).containsOnlyKeys("logistics");
    }

    @Test
    void keeps_what_is_in_the_workspace_apart() {
      WorkspaceArtifact workspace = workspace();
      assertThat(workspace.estate().apis())
          .extracting(api -> api.id() + " " + api.revision() + " " + api.current())
          .containsExactly("shipments 1 true", "shipments;rev=2 2 false");
      assertThat(workspace.estate().backends()).containsOnlyKeys("carrier");
      assertThat(workspace.estate().namedValues()).containsOnlyKeys("carrier-url");
      assertThat(workspace.estate().api("shipments").orElseThrow().products())
          .containsExactly("carriers");
    }

    @Test
    void gives_files_their_paths_in_the_whole_estate() {
      WorkspaceArtifact workspace = workspace();
      assertThat(workspace.policy().orElseThrow().file())
          .isEqualTo("workspaces/logistics/policy.xml");
      assertThat(workspace.estate().globalPolicy().orElseThrow().file()).isEqualTo("policy.xml");
      assertThat(workspace.estate().backend("carrier").orElseThrow().file())
          .isEqualTo("workspaces/logistics/backends/carrier/backendInformation.json");
      assertThat(workspace.estate().fragment("authenticate").orElseThrow().policy().file())
          .isEqualTo("workspaces/logistics/policy fragments/authenticate/policy.xml");
    }

    @Test
    void runs_the_workspace_policy_between_the_global_one_and_the_product() {
      WorkspaceArtifact workspace = workspace();
      ApiArtifact api = workspace.estate().api("shipments").orElseThrow();
      EffectivePolicy effective =
          EffectivePolicies.of(
              workspace.estate(),
              Optional.of(workspace),
              Optional.empty(),
              api,
              api.operation("list-events"));
      assertThat(effective.section(SectionName.INBOUND))
          .extracting(EffectiveStep::scope)
          .containsExactly(Scope.GLOBAL, Scope.GLOBAL, Scope.WORKSPACE, Scope.API, Scope.API);
    }

    private WorkspaceArtifact workspace() {
      return EstateReader.read(files).orThrow().workspace("LOGISTICS").orElseThrow();
    }
  }

  @Nested
  class AMistakeInAWorkspace {
    @Test
    void has_its_file_line_and_caret() {
      put("workspaces/logistics/apis/shipments/policy.xml", "<policies>\n  <inbuond />\n");
      assertThat(IssueRenderer.render(EstateReader.read(files).issues()))
          .contains("workspaces/logistics/apis/shipments/policy.xml:2:4: error:")
          .contains("    2 |   <inbuond />\n      |    ^^^^^^^\n");
    }

    @Test
    void in_json_has_its_file_and_line() {
      put("workspaces/logistics/apis/shipments/apiInformation.json", "{\n  \"properties\": [\n");
      assertThat(IssueRenderer.render(EstateReader.read(files).issues()))
          .contains("workspaces/logistics/apis/shipments/apiInformation.json:3:");
    }

    @Test
    void that_is_a_missing_version_set_is_not_mended_by_the_service() {
      put(
          "workspaces/logistics/apis/shipments/apiInformation.json",
          "{\"properties\": {\"path\": \"s\", \"apiVersion\": \"v1\","
              + " \"apiVersionSetId\": \"/apiVersionSets/orders\"}}");
      assertThat(EstateReader.read(files).issues())
          .extracting(issue -> issue.message())
          .contains("API 'shipments' has a version, but no version set 'orders' is there");
    }
  }

  @Test
  void a_folder_with_workspaces_only_is_an_estate() {
    Map<String, byte[]> only = files.tailMap("workspaces/");
    assertThat(EstateReader.read(only).orThrow().workspaces()).hasSize(1);
  }

  @Test
  void a_workspace_with_nothing_that_is_read_is_there_all_the_same() {
    Map<String, byte[]> tags =
        Map.of("workspaces/w/tags/t/tagInformation.json", "{}".getBytes(StandardCharsets.UTF_8));
    EstateResult result = EstateReader.read(tags);
    assertThat(result.issues()).isEmpty();
    assertThat(result.estate().workspace("w")).isPresent();
  }

  private void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
