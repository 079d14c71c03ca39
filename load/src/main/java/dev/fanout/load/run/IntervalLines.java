package dev.fanout.load.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fanout.load.Counts;
import dev.fanout.load.ErrorKind;
import dev.fanout.load.LoadModel;
import dev.fanout.measurements.MachineInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.HdrHistogram.Histogram;

/** The manifest and the counts of each second, one JSON object a line; schema 1. */
final class IntervalLines implements AutoCloseable {
  private static final int SCHEMA = 1;
  private static final JsonFactory JSON = new JsonFactory();

  private final FileChannel channel;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private IntervalLines(FileChannel channel) {
    this.channel = channel;
  }

  /** The file must not be there yet. */
  static IntervalLines open(
      Path file, LoadPlan plan, String transport, MachineInfo machine, Instant startedAt)
      throws IOException {
    IntervalLines lines =
        new IntervalLines(
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    try {
      lines.manifest(plan, transport, machine, startedAt);
    } catch (IOException e) {
      lines.close();
      throw e;
    }
    return lines;
  }

  private void manifest(LoadPlan plan, String transport, MachineInfo machine, Instant startedAt)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeNumberField("schema", SCHEMA);
      json.writeStringField("name", plan.name());
      json.writeStringField("startedAt", startedAt.toString());
      json.writeStringField("transport", transport);
      json.writeNumberField("eventLoops", plan.options().eventLoops());
      json.writeNumberField("randomSeed", plan.randomSeed());
      json.writeObjectFieldStart("machine");
      json.writeNumberField("processors", machine.processors());
      json.writeStringField("cpuModel", machine.cpuModel());
      json.writeNumberField("memoryBytes", machine.memoryBytes());
      json.writeStringField("operatingSystem", machine.operatingSystem());
      json.writeStringField("javaRuntime", machine.javaRuntime());
      json.writeEndObject();
      json.writeArrayFieldStart("targets");
      for (LoadTarget target : plan.targets()) {
        json.writeStartObject();
        json.writeStringField("name", target.name());
        json.writeStringField("base", target.base().toString());
        json.writeNumberField("operations", target.mix().templates().size());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("stages");
      for (LoadStage stage : plan.stages()) {
        json.writeStartObject();
        json.writeStringField("name", stage.name());
        json.writeStringField("model", stage.model() instanceof LoadModel.Open ? "open" : "closed");
        json.writeNumberField("settlingNanos", stage.settling().toNanos());
        json.writeNumberField("windowNanos", stage.window().toNanos());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    flush();
  }

  void interval(Interval interval) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeNumberField("trial", interval.trial());
      json.writeStringField("target", interval.target());
      json.writeStringField("stage", interval.stage());
      json.writeNumberField("interval", interval.number());
      json.writeStringField("start", interval.start().toString());
      json.writeNumberField("lengthNanos", interval.length().toNanos());
      json.writeBooleanField("settling", interval.settling());
      counts(json, "counts", interval.counts());
      counts(json, "total", interval.total());
      json.writeNumberField("inFlight", interval.inFlight());
      json.writeNumberField("waiting", interval.waiting());
      json.writeNumberField("users", interval.users());
      percentiles(json, "responseTime", interval.responseTime());
      percentiles(json, "serviceTime", interval.serviceTime());
      json.writeEndObject();
    }
    flush();
  }

  private static void counts(JsonGenerator json, String name, Counts counts) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("due", counts.due());
    json.writeNumberField("started", counts.started());
    json.writeNumberField("passed", counts.passed());
    json.writeObjectFieldStart("errors");
    for (ErrorKind kind : ErrorKind.values()) {
      if (counts.errors().containsKey(kind)) {
        json.writeNumberField(kind.name(), counts.errors().get(kind));
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Nothing of nothing: absent where no request passed. */
  private static void percentiles(JsonGenerator json, String name, Histogram histogram)
      throws IOException {
    if (histogram.getTotalCount() == 0) {
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeNumberField("p50Nanos", histogram.getValueAtPercentile(50));
    json.writeNumberField("p95Nanos", histogram.getValueAtPercentile(95));
    json.writeNumberField("p99Nanos", histogram.getValueAtPercentile(99));
    json.writeNumberField("maxNanos", histogram.getMaxValue());
    json.writeEndObject();
  }

  private void flush() throws IOException {
    line.write('\n');
    ByteBuffer bytes = ByteBuffer.wrap(line.toByteArray());
    line.reset();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
