package dev.fanout.load;

import java.util.SplittableRandom;

/** Draws what the next request is: template, number, and a row of each table of parameters. */
final class RequestDraw {
  private final TrialScript script;
  private final SplittableRandom random;
  private final int idMin;
  private final int ids;
  private final int[] tableRows;
  private final boolean[] inTurn;

  /** Next row of each table that goes in turn; the loops take every {@code loops}-th. */
  private final int[] nextRow;

  private final int loops;

  RequestDraw(TrialScript script, int loop, int loops, SplittableRandom random) {
    this.script = script;
    this.random = random;
    this.loops = loops;
    RequestMix mix = script.plan.mix();
    this.idMin = mix.idMin();
    this.ids = mix.idMax() - mix.idMin() + 1;
    int tables = mix.parameters().size();
    this.tableRows = new int[tables];
    this.inTurn = new boolean[tables];
    this.nextRow = new int[tables];
    for (int i = 0; i < tables; i++) {
      Parameters table = mix.parameters().get(i);
      tableRows[i] = table.rows().size();
      inTurn[i] = table.order() == Parameters.Order.SEQUENTIAL;
      nextRow[i] = loop % tableRows[i];
    }
  }

  /**
   * @param sequence what round robin counts
   */
  void fill(Slot slot, long sequence) {
    slot.template = script.picker.pick(sequence, random);
    slot.id = idMin + random.nextInt(ids);
    for (int i = 0; i < tableRows.length; i++) {
      if (inTurn[i]) {
        slot.rows[i] = nextRow[i];
        nextRow[i] = (nextRow[i] + loops) % tableRows[i];
      } else {
        slot.rows[i] = random.nextInt(tableRows[i]);
      }
    }
  }
}
