package dev.fanout.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.artifacts.ArtifactPath.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ArtifactPathTest {
  @Test
  void names_what_a_file_belongs_to() {
    assertThat(ArtifactPath.of("apis/orders;rev=2/operations/get-item/policy.xml"))
        .isEqualTo(
            new ArtifactPath(
                "apis/orders;rev=2/operations/get-item/policy.xml",
                Optional.empty(),
                ArtifactKind.API_OPERATION,
                List.of("orders;rev=2", "get-item"),
                Role.POLICY));
    assertThat(ArtifactPath.of("workspaces/w/backends/b/backendInformation.json"))
        .isEqualTo(
            new ArtifactPath(
                "workspaces/w/backends/b/backendInformation.json",
                Optional.of("w"),
                ArtifactKind.BACKEND,
                List.of("b"),
                Role.INFORMATION));
  }

  @Test
  void tells_the_documents_of_the_service_and_of_a_workspace() {
    assertThat(ArtifactPath.of("policy.xml").kind()).isEqualTo(ArtifactKind.ROOT);
    assertThat(ArtifactPath.of("workspaces/w/policy.xml").workspace()).contains("w");
    assertThat(ArtifactPath.of("workspaces/w/policy.xml").role()).isEqualTo(Role.POLICY);
  }

  @Test
  void knows_the_same_folder_name_in_different_places() {
    assertThat(ArtifactPath.of("products/p/apis/a/productApiInformation.json").kind())
        .isEqualTo(ArtifactKind.PRODUCT_API);
    assertThat(ArtifactPath.of("gateways/g/apis/a/gatewayApiInformation.json").kind())
        .isEqualTo(ArtifactKind.GATEWAY_API);
    assertThat(ArtifactPath.of("apis/a/diagnostics/d/diagnosticInformation.json").kind())
        .isEqualTo(ArtifactKind.API_DIAGNOSTIC);
    assertThat(ArtifactPath.of("diagnostics/d/diagnosticInformation.json").kind())
        .isEqualTo(ArtifactKind.DIAGNOSTIC);
  }

  @Test
  void leaves_nothing_of_an_extract_unnamed_but_the_files_of_users() {
    Set<String> unknown = new TreeSet<>();
    Set<ArtifactKind> known = new TreeSet<>();
    for (ArtifactPath file : EstateFolder.open(SampleEstates.extract()).artifacts()) {
      if (file.role() == Role.OTHER) {
        unknown.add(file.path());
      } else {
        known.add(file.kind());
      }
    }
    assertThat(unknown).containsExactly("apis/orders/readme.txt", "configuration.production.yaml");
    Set<ArtifactKind> all = new TreeSet<>(Set.of(ArtifactKind.values()));
    all.removeAll(Set.of(ArtifactKind.UNKNOWN, ArtifactKind.API_SCHEMA));
    assertThat(known).isEqualTo(all);
  }

  @Test
  void takes_any_text() {
    for (String path :
        new String[] {"", "/", "x", "apis", "apis/a", "apis//x", "a/b/c/d/e", "workspaces/w"}) {
      assertThat(ArtifactPath.of(path).path()).isEqualTo(path);
    }
  }
}
