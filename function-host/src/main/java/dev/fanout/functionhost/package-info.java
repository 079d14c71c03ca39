/**
 * Serves a packaged Azure function over HTTP on this machine.
 *
 * <p>{@link dev.fanout.functionhost.StagingFolder} reads what would be deployed ({@code host.json},
 * {@code function.json} files, the jar, {@code lib/}); {@link dev.fanout.functionhost.FunctionHost}
 * loads it in a class loader of its own and serves it on loopback with the same route prefix, route
 * templates and methods. What is tested is what is deployed. Function keys are not asked for.
 */
@NullMarked
package dev.fanout.functionhost;

import org.jspecify.annotations.NullMarked;
