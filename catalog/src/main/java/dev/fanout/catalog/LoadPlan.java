package dev.fanout.catalog;

import java.util.Locale;

/** How much evidence a run gathers before it must decide. */
public enum LoadPlan {
  QUICK,
  DEFAULT,
  FULL;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
