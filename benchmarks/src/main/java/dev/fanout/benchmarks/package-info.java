/** Measurements that are not tests. Each main class is one entry of benchmarks/RESULTS.md. */
@NullMarked
package dev.fanout.benchmarks;

import org.jspecify.annotations.NullMarked;
