package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.catalog.Catalogs;
import dev.fanout.catalog.Topology;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.load.BodyCheck;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import dev.fanout.measurements.run.EstateSummary;
import dev.fanout.measurements.run.UpstreamEquality.Difference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
  @TempDir Path folder;

  private Prepared prepare(Subject subject) {
    return new Preparation(subject, false, RequestMix.Selection.UNIFORM, "key").prepare(folder);
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
    void an_empty_folder_is_one_issue() {
      assertThatThrownBy(() -> prepare(new Subject.OfFolders(folder, folder)))
          .isInstanceOf(IssueException.class);
    }
  }
}
