package dev.fanout.policies.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a policy may stand: the sections, scopes and gateways of its documentation page (copies of
 * 2026-01 and 2026-08, part 1 of the reference).
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
}
