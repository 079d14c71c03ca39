package dev.fanout.policies.model;

import java.util.List;

/** Holds policies that run in order. */
public interface PolicyContainer {
  /**
   * The policies in document order, to be changed in place. An element that is no policy keeps its
   * place as an {@link UnknownElement}.
   */
  List<Policy> policies();
}
