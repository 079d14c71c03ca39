package dev.fanout.measurements.run;

/** The two sides of a comparison. Outputs print the topology's name beside the label. */
public enum VariantLabel {
  A,
  B;

  public VariantLabel other() {
    return this == A ? B : A;
  }
}
