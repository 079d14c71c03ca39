package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.Block;
import dev.fanout.gateway.pipeline.BodyReads;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.pipeline.Step;
import java.util.List;
import java.util.Objects;

/** choose: the steps of the first branch whose condition holds, else of {@code otherwise}. */
final class ChooseStep implements Step {
  private final List<Branch> branches;

  ChooseStep(List<Branch> branches) {
    this.branches = List.copyOf(branches);
  }

  /**
   * @param label as {@code LastError.Path} has it: {@code when[2]}
   */
  record Branch(Condition condition, Block block, String label) {
    Branch {
      Objects.requireNonNull(condition, "condition");
      Objects.requireNonNull(block, "block");
      Objects.requireNonNull(label, "label");
    }
  }

  int bodyReads() {
    int reads = BodyReads.NONE;
    for (Branch branch : branches) {
      reads |= branch.condition().bodyReads();
    }
    return reads;
  }

  @Override
  public Flow run(Exchange exchange) {
    for (int i = 0; i < branches.size(); i++) {
      Branch branch = branches.get(i);
      if (branch.condition().holds(exchange)) {
        exchange.enter(branch.block(), branch.label());
        break;
      }
    }
    return Flow.NEXT;
  }
}
