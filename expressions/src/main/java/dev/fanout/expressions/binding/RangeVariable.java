package dev.fanout.expressions.binding;

/**
 * A name that stands for a part of a lambda's parameter: the variables of a query travel together
 * (ECMA-334 12.20.3.1).
 */
record RangeVariable(LocalSymbol parameter, BoundExpression value) {}
