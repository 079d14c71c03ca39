package dev.fanout.policies.model;

/** What a policy document can be. */
public sealed interface PolicyRoot permits Policies, PolicyFragment {}
