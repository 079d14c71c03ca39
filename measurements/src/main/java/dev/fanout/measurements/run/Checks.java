package dev.fanout.measurements.run;

/** Checks that record constructors share; each message names the value and the allowed range. */
final class Checks {
  private Checks() {}

  static String text(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
    return value;
  }

  static void notNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " " + value + " is negative");
    }
  }

  static void positive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " " + value + " is not above 0");
    }
  }

  static void finiteNotNegative(String name, double value) {
    if (!Double.isFinite(value) || value < 0) {
      throw new IllegalArgumentException(name + " " + value + " is not a number from 0 up");
    }
  }

  static void finitePositive(String name, double value) {
    if (!Double.isFinite(value) || value <= 0) {
      throw new IllegalArgumentException(name + " " + value + " is not a number above 0");
    }
  }
}
