/**
 * Experiments that never ran: differences drawn from a model, and whole run records around them.
 * The judge is held against them, here with 1,000 experiments a case.
 */
@NullMarked
package dev.fanout.verdict.simulation;

import org.jspecify.annotations.NullMarked;
