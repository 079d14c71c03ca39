package dev.fanout.policies.model;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The pricing tiers of the service, and what they mean for a policy document: the kinds of gateway
 * that they offer (gateway overview and tier comparison pages) and how long a document may be
 * (limits page of 2020; not restated since).
 */
public enum Tier {
  CONSUMPTION(16, GatewayKind.CONSUMPTION),
  DEVELOPER(256, GatewayKind.CLASSIC, GatewayKind.SELF_HOSTED),
  BASIC(256, GatewayKind.CLASSIC),
  STANDARD(256, GatewayKind.CLASSIC),
  PREMIUM(256, GatewayKind.CLASSIC, GatewayKind.SELF_HOSTED, GatewayKind.WORKSPACE),
  BASIC_V2(256, GatewayKind.V2),
  STANDARD_V2(256, GatewayKind.V2),
  PREMIUM_V2(256, GatewayKind.V2, GatewayKind.WORKSPACE);

  private final int longestDocumentKibibytes;
  private final Set<GatewayKind> gateways;

  Tier(int longestDocumentKibibytes, GatewayKind managed, GatewayKind... others) {
    this.longestDocumentKibibytes = longestDocumentKibibytes;
    this.gateways = EnumSet.of(managed, others);
  }

  /** {@code basic-v2}, {@code BasicV2} and {@code Basic v2} are all the same. */
  public static Optional<Tier> of(String name) {
    String wanted = plain(name);
    for (Tier tier : values()) {
      if (plain(tier.name()).equals(wanted)) {
        return Optional.of(tier);
      }
    }
    return Optional.empty();
  }

  /** {@code basic-v2}. */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kinds of gateway that an instance of this tier can have. */
  public Set<GatewayKind> gateways() {
    return EnumSet.copyOf(gateways);
  }

  /** In bytes of UTF-8. */
  public int longestDocumentBytes() {
    return longestDocumentKibibytes * 1024;
  }

  /** Is there a gateway in this tier that runs the policy? */
  public boolean runs(Placement placement) {
    for (GatewayKind gateway : placement.gateways()) {
      if (gateways.contains(gateway)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }
}
