/**
 * The policies as JAXB beans: one class a policy, which also says where the policy may stand and
 * what each attribute may hold ({@link dev.fanout.policies.model.PolicyCatalog} reads that). An
 * attribute is a {@code String}, either a literal or an expression, since any of them may come from
 * a named value. A bean that was read remembers its {@link dev.fanout.policies.syntax.ElementNode}.
 */
@NullMarked
package dev.fanout.policies.model;

import org.jspecify.annotations.NullMarked;
