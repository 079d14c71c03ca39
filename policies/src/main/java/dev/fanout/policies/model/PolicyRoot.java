package dev.fanout.policies.model;

/** What a policy document can be: one of a scope, a fragment, or one of a GraphQL resolver. */
public sealed interface PolicyRoot
    permits Policies,
        PolicyFragment,
        HttpDataSource,
        SqlDataSource,
        CosmosdbDataSource,
        GraphqlDataSource {}
