package dev.fanout.artifacts.explain;

import java.util.List;
import java.util.Objects;

/** Where a request goes, as far as the policies alone say it. */
public sealed interface Upstream {
  /**
   * One URL, or one for each member of a pool.
   *
   * @param urls with the operation's parameters in braces
   * @param by what decided it: {@code backend 'orders' by apis/orders/policy.xml:5}
   */
  record Known(String method, List<String> urls, List<String> by) implements Upstream {
    public Known {
      Objects.requireNonNull(method, "method");
      urls = List.copyOf(urls);
      by = List.copyOf(by);
    }
  }

  /** The gateway answers by itself, or the request fails. */
  record NotSent(String why) implements Upstream {
    public NotSent {
      Objects.requireNonNull(why, "why");
    }
  }

  /** It takes a request to say. */
  record Depends(String why) implements Upstream {
    public Depends {
      Objects.requireNonNull(why, "why");
    }
  }
}
