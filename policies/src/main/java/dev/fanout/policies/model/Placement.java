package dev.fanout.policies.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a policy may stand and what that means there: the sections, scopes and gateways of its
 * documentation page (copies of 2026-01 and 2026-08).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Placement {
  SectionName[] sections();

  Scope[] scopes() default {
    Scope.GLOBAL, Scope.WORKSPACE, Scope.PRODUCT, Scope.API, Scope.OPERATION
  };

  GatewayKind[] gateways() default {
    GatewayKind.CLASSIC,
    GatewayKind.V2,
    GatewayKind.CONSUMPTION,
    GatewayKind.SELF_HOSTED,
    GatewayKind.WORKSPACE
  };

  Occurs occurs() default Occurs.ANY;

  /** May it stand in a policy fragment? */
  boolean inFragments() default true;

  /** Does it stand in the documents of GraphQL resolvers, which have no sections and no scope? */
  boolean inResolvers() default false;

  /** Does the pipeline end with it, so that no later policy of the branch runs? */
  boolean terminates() default false;

  /** The policy to write instead; empty if it is not deprecated. */
  String replacedBy() default "";

  /** False for what only the published schemas or the policy toolkit know. */
  boolean documented() default true;
}
