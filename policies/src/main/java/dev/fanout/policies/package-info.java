/**
 * The policy language of API Management, as people write it: {@link
 * dev.fanout.policies.PolicyDocuments} reads a document into a lossless tree ({@code syntax}),
 * typed beans over it ({@code model}) and issues; {@link dev.fanout.policies.PolicyWriter} prints
 * new documents from beans. The text is the truth; beans are a view of it.
 */
@NullMarked
package dev.fanout.policies;

import org.jspecify.annotations.NullMarked;
