package dev.fanout.gateway.pipeline;

/** Which bodies a step reads, as a set of bits: they are buffered before it runs. */
public final class BodyReads {
  public static final int NONE = 0;
  public static final int REQUEST = 1;
  public static final int RESPONSE = 2;

  private BodyReads() {}
}
