package dev.fanout.gateway.pipeline;

/** How the pipeline goes on after a step. */
public enum Flow {
  /** With the next step. */
  NEXT,
  /** Later: the step calls {@link Exchange#resume} or {@link Exchange#fail} exactly once. */
  SUSPEND,
  /** Nowhere: the response that the step left is the answer; all other sections are skipped. */
  END
}
