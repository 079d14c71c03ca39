package dev.fanout.diagnostics;

/** How much an issue matters: an error stops the job, the others do not. */
public enum Severity {
  ERROR,
  WARNING,
  INFO
}
