package dev.fanout.artifacts.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateReader;
import dev.fanout.artifacts.ProductArtifact;
import dev.fanout.artifacts.SampleEstates;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.IssueRenderer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ExplainTargetTest {
  private final Estate estate = EstateReader.read(SampleEstates.extract()).orThrow();

  @Nested
  class AName {
    @Test
    void is_found_in_any_case_and_with_a_revision() {
      assertThat(find("ORDERS;rev=2", "GET-ITEM").api().revision()).isEqualTo(2);
    }

    @Test
    void of_an_operation_can_be_its_method_and_template() {
      assertThat(find("orders", "get  /items/{itemId}").operation().orElseThrow().id())
          .isEqualTo("get-item");
    }

    @Test
    void of_an_api_can_be_the_one_it_is_displayed_with() {
      assertThat(find("Health", "live").api().id()).isEqualTo("health");
    }

    @Test
    void of_a_workspace_leads_into_it() {
      ExplainTarget target =
          ExplainTarget.find(estate, query("shipments", null, null, "Logistics"));
      assertThat(target.workspace()).isPresent();
      assertThat(target.remarks()).isEmpty();
    }
  }

  @Nested
  class ANameThatIsNotThere {
    @Test
    void brings_those_that_look_alike() {
      assertThat(refusal(query("ordrs", null, null, null)))
          .isEqualTo(
              "error: there is no API 'ordrs' [ARTIFACTS_NOT_FOUND]\n"
                  + "      = hint: did you mean 'orders'?\n");
      assertThat(refusal(query("order", null, null, null)))
          .contains("did you mean 'orders', 'orders-v2', 'orders;rev=2'?");
    }

    @Test
    void or_else_those_that_there_are() {
      assertThat(refusal(query("zebra", null, null, null)))
          .contains("hint: there are 'health', 'orders', 'orders-v2', 'orders;rev=2'\n");
      assertThat(refusal(query("orders", "zebra", null, null)))
          .contains("no operation of API 'orders' 'zebra'")
          .contains("there are 'list-items', 'create-item', 'get-item'");
    }

    @Test
    void since_it_is_in_a_workspace_is_said() {
      assertThat(refusal(query("shipments", null, null, null)))
          .contains("it is in a workspace: --workspace logistics");
    }

    @Test
    void of_a_product_or_workspace_is_one_too() {
      assertThat(refusal(query("orders", null, "partner", null)))
          .contains("there is no product 'partner'")
          .contains("did you mean 'partners'?");
      assertThat(refusal(query("orders", null, "open", null)))
          .contains("there is no product with API 'orders' 'open'");
      assertThat(refusal(query("orders", null, null, "logistic")))
          .contains("did you mean 'logistics'?");
    }

    private String refusal(ExplainQuery query) {
      try {
        ExplainTarget.find(estate, query);
      } catch (IssueException e) {
        return IssueRenderer.render(e.issues());
      }
      throw new AssertionError("it was found");
    }
  }

  @Nested
  class TheProduct {
    @Test
    void is_the_one_that_is_named() {
      assertThat(
              ExplainTarget.find(estate, query("orders", null, "partners", null))
                  .product()
                  .map(ProductArtifact::id))
          .contains("partners");
    }

    @Test
    void is_an_open_one_if_there_is_one() {
      ExplainTarget target = find("health", "live");
      assertThat(target.product().map(ProductArtifact::id)).contains("open");
      assertThat(target.remarks())
          .containsExactly("A call without a key runs in the open product 'open'.");
    }

    @Test
    void is_none_otherwise_and_the_choice_is_said() {
      ExplainTarget target = find("orders", "get-item");
      assertThat(target.product()).isEmpty();
      assertThat(target.remarks())
          .containsExactly("A key of a product adds that product's policy: --product partners.");
    }
  }

  private ExplainTarget find(String api, String operation) {
    return ExplainTarget.find(estate, query(api, operation, null, null));
  }

  private static ExplainQuery query(
      String api,
      @Nullable String operation,
      @Nullable String product,
      @Nullable String workspace) {
    return new ExplainQuery(
        api,
        Optional.ofNullable(operation),
        Optional.ofNullable(product),
        Optional.ofNullable(workspace),
        List.of());
  }
}
