package dev.fanout.measurements.run;

/** Which gateways serve which variant within a replicate. */
public enum Design {
  /** One fresh gateway process serves both variants on two ports. */
  ONE_PROCESS,
  /** A fresh pair of processes, one for each variant. */
  SEPARATE_PROCESSES,
  /** Both variants on both gateways; a replicate is one round over all four. */
  CROSSED_GATEWAYS,
  /** One lasting gateway serves both: the scope is this instance only. */
  ONE_GATEWAY,
  /** One variant for each gateway: gateway and topology are confounded, the verdict is withheld. */
  CONFOUNDED_GATEWAYS,
  /** All of A, then all of B, as the published benchmark did. */
  SEQUENTIAL
}
