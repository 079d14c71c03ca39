package dev.fanout.load;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which request comes next, and with which values. The number that stands for {@code {id}} is drawn
 * evenly from {@code idMin..idMax}, from the plan's random seed.
 *
 * @param weights one for each template when the selection is {@link Selection#WEIGHTED}, else empty
 * @param parameters their columns fill the holes of their names; no two have a column in common
 */
public record RequestMix(
    List<RequestTemplate> templates,
    Selection selection,
    int idMin,
    int idMax,
    List<Double> weights,
    List<Parameters> parameters) {

  /** How the next template is chosen. */
  public enum Selection {
    /**
     * Closed model: (VU + iteration) mod templates, VU from 1 and iteration from 0. Open model:
     * arrival number mod templates.
     */
    ROUND_ROBIN,
    /** Drawn evenly from the plan's random seed. */
    UNIFORM,
    /** Drawn in proportion to the weights, from the plan's random seed. */
    WEIGHTED
  }

  public RequestMix {
    templates = List.copyOf(templates);
    weights = List.copyOf(weights);
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(selection, "selection");
    if (templates.isEmpty() || templates.size() > 100_000) {
      throw new IllegalArgumentException(templates.size() + " templates are not in 1..100,000");
    }
    if (idMin < 0 || idMax < idMin || idMax - idMin == Integer.MAX_VALUE) {
      throw new IllegalArgumentException("ids " + idMin + ".." + idMax + " are no range from 0 up");
    }
    checkWeights(templates, selection, weights);
    Set<String> names = new HashSet<>();
    for (Parameters table : parameters) {
      for (String column : table.columns()) {
        if (!names.add(column)) {
          throw new IllegalArgumentException("column " + column + " is in two parameter tables");
        }
      }
    }
  }

  public RequestMix(List<RequestTemplate> templates, Selection selection, int idMin, int idMax) {
    this(templates, selection, idMin, idMax, List.of(), List.of());
  }

  /** With ids 1 to 1,000. */
  public RequestMix(List<RequestTemplate> templates, Selection selection) {
    this(templates, selection, 1, 1_000);
  }

  /**
   * @param weights one for each template, not negative, not all zero
   */
  public static RequestMix weighted(List<RequestTemplate> templates, List<Double> weights) {
    return new RequestMix(templates, Selection.WEIGHTED, 1, 1_000, weights, List.of());
  }

  /**
   * By Zipf's law: the k-th template, from 1, has the weight 1 / k^exponent.
   *
   * @param exponent 0 (even) to 5; the popularity of web resources is near 1
   */
  public static RequestMix zipf(List<RequestTemplate> templates, double exponent) {
    if (!(exponent >= 0 && exponent <= 5)) {
      throw new IllegalArgumentException("exponent " + exponent + " is not in 0..5");
    }
    return weighted(
        templates,
        IntStream.rangeClosed(1, templates.size()).mapToObj(k -> Math.pow(k, -exponent)).toList());
  }

  public RequestMix withParameters(List<Parameters> tables) {
    return new RequestMix(templates, selection, idMin, idMax, weights, tables);
  }

  public RequestMix withIds(int min, int max) {
    return new RequestMix(templates, selection, min, max, weights, parameters);
  }

  private static void checkWeights(
      List<RequestTemplate> templates, Selection selection, List<Double> weights) {
    if (weights.size() != (selection == Selection.WEIGHTED ? templates.size() : 0)) {
      throw new IllegalArgumentException(
          weights.size() + " weights for " + templates.size() + " templates chosen " + selection);
    }
    double sum = 0;
    for (double weight : weights) {
      if (!(weight >= 0 && weight <= 1e9)) {
        throw new IllegalArgumentException("weight " + weight + " is not in 0..1e9");
      }
      sum += weight;
    }
    if (selection == Selection.WEIGHTED && sum == 0) {
      throw new IllegalArgumentException("all weights are 0");
    }
  }
}
