package dev.fanout.load.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * Whether the generator could be the limit of a trial.
 *
 * @param loopLag how late the event loops were for their tick of 10 ms, nanoseconds
 * @param gcCount collections of this process in the window
 * @param gcTotal their time
 * @param gcLongest of one collection
 * @param busiestLoop of the generator's event loops: its CPU time ÷ window, 0 to 1
 * @param generatorCores CPU time of this process ÷ window, JIT compilers excluded
 * @param processCores the same of the target's named processes that could be read
 * @param socketsOpened over the whole trial
 * @param requestsOnReusedSockets of the window
 * @param warnings sentences; none means that nothing speaks against the figures
 */
public record SelfCheck(
    Histogram loopLag,
    long gcCount,
    Duration gcTotal,
    Duration gcLongest,
    OptionalDouble busiestLoop,
    OptionalDouble generatorCores,
    Map<String, Double> processCores,
    long socketsOpened,
    long requestsOnReusedSockets,
    List<String> warnings) {
  public SelfCheck {
    processCores = Map.copyOf(processCores);
    warnings = List.copyOf(warnings);
  }
}
