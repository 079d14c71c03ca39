package dev.fanout.policies.context;

/** {@code context.Api.SubscriptionKeyParameterNames}: where the subscription key may stand. */
public interface ApimKeyNames {
  String header();

  String query();
}
