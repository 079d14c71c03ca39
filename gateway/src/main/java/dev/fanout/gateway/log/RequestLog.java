package dev.fanout.gateway.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Writes lines to a file from a thread of its own. {@link #offer} is for any thread. */
public final class RequestLog implements AutoCloseable {
  private static final int QUEUE = 8192;
  private static final String OPERATION = "Microsoft.ApiManagement/GatewayLogs";

  private final BlockingQueue<LogLine> queue = new ArrayBlockingQueue<>(QUEUE);
  private final LongAdder dropped = new LongAdder();
  private final JsonFactory json = new JsonFactory();
  private final Writer out;
  private final Thread writer;
  private volatile boolean closing;
  private volatile @Nullable IOException failure;

  private RequestLog(Writer out) {
    this.out = out;
    this.writer = new Thread(this::write, "fanout-request-log");
    writer.setDaemon(true);
  }

  /** Opens the file for appending. */
  public static RequestLog open(Path file) throws IOException {
    BufferedWriter out =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    RequestLog log = new RequestLog(out);
    log.writer.start();
    return log;
  }

  /** Takes a line, or drops and counts it when the queue is full. Never blocks. */
  public void offer(LogLine line) {
    if (failure != null || !queue.offer(line)) {
      dropped.increment();
    }
  }

  /** Lines that were not written. */
  public long dropped() {
    return dropped.sum();
  }

  /** Why writing has ended early (a full disk, say); null while all is well. */
  public @Nullable IOException failure() {
    return failure;
  }

  /** Writes what is queued, waits at most five seconds for that, and closes the file. */
  @Override
  public void close() {
    closing = true;
    try {
      writer.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    try (out) {
      while (true) {
        LogLine line = queue.poll(100, TimeUnit.MILLISECONDS);
        if (line == null) {
          out.flush();
          if (closing) {
            return;
          }
        } else {
          write(line);
        }
      }
    } catch (IOException e) {
      failure = e;
      dropped.add(1 + queue.size());
      queue.clear();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(LogLine line) throws IOException {
    try (JsonGenerator g = json.createGenerator(out)) {
      g.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      g.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      g.writeStartObject();
      g.writeStringField("TimeGenerated", line.time().toString());
      g.writeStringField("CorrelationId", line.correlationId().toString());
      g.writeStringField("OperationName", OPERATION);
      g.writeStringField("Category", "GatewayLogs");
      g.writeStringField("Region", "local");
      g.writeStringField("Variant", line.variant());
      int code = line.responseCode();
      g.writeBooleanField("IsRequestSuccess", code >= 200 && code < 400);
      g.writeNumberField("TotalTime", millis(line.totalNanos()));
      g.writeNumberField("BackendTime", millis(line.backendNanos()));
      g.writeNumberField("TotalTimeNanos", line.totalNanos());
      g.writeNumberField("BackendTimeNanos", line.backendNanos());
      g.writeNumberField("GatewayTimeNanos", Math.max(0, line.totalNanos() - line.backendNanos()));
      g.writeStringField("Cache", "none");
      g.writeStringField("CallerIpAddress", line.callerIpAddress());
      g.writeStringField("Method", line.method());
      g.writeStringField("Url", line.url());
      g.writeStringField("ClientProtocol", "HTTP/1.1");
      g.writeNumberField("ResponseCode", code);
      g.writeNumberField("RequestSize", line.requestBytes());
      g.writeNumberField("ResponseSize", line.responseBytes());
      text(g, "BackendId", line.backendId());
      text(g, "BackendMethod", line.backendMethod());
      text(g, "BackendUrl", line.backendUrl());
      if (line.backendUrl() != null) {
        g.writeStringField("BackendProtocol", "HTTP/1.1");
        g.writeNumberField("BackendResponseCode", line.backendResponseCode());
      }
      text(g, "ApiId", line.apiId());
      text(g, "ApiRevision", line.apiRevision());
      text(g, "OperationId", line.operationId());
      LogLine.LogError error = line.error();
      if (error != null) {
        g.writeStringField("LastErrorSource", error.source());
        g.writeStringField("LastErrorReason", error.reason());
        g.writeStringField("LastErrorMessage", error.message());
        text(g, "LastErrorScope", error.scope());
        text(g, "LastErrorSection", error.section());
        text(g, "LastErrorPath", error.path());
      }
      g.writeEndObject();
    }
    out.write('\n');
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  private static void text(JsonGenerator g, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      g.writeStringField(name, value);
    }
  }
}
