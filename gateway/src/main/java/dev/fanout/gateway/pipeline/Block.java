package dev.fanout.gateway.pipeline;

import java.util.List;
import java.util.Objects;

/** Steps in order, with what the pipeline must know about each. Immutable. */
public final class Block {
  public static final Block EMPTY = new Block(List.of());

  private final List<Entry> entries;
  final Step[] steps;
  final StepInfo[] infos;
  final byte[] reads;

  /** Whether any step reads a body; most blocks need not look at {@link #reads}. */
  final boolean readsBodies;

  public Block(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    int count = entries.size();
    steps = new Step[count];
    infos = new StepInfo[count];
    reads = new byte[count];
    boolean any = false;
    for (int i = 0; i < count; i++) {
      steps[i] = entries.get(i).step();
      infos[i] = entries.get(i).info();
      reads[i] = (byte) entries.get(i).bodyReads();
      any |= reads[i] != BodyReads.NONE;
    }
    readsBodies = any;
  }

  public List<Entry> entries() {
    return entries;
  }

  /**
   * A step in its place.
   *
   * @param bodyReads of {@link BodyReads}; without what the steps inside a container read
   */
  public record Entry(Step step, StepInfo info, int bodyReads) {
    public Entry {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(info, "info");
    }
  }
}
