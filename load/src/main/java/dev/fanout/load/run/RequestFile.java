package dev.fanout.load.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fanout.load.ErrorKind;
import dev.fanout.load.RequestSink;
import dev.fanout.load.RequestTemplate;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line for each request, up to a number of lines; those beyond it are left out. */
final class RequestFile implements AutoCloseable {
  private static final String HEADING =
      "target,stage,api,operation,id,intendedNanos,sendLagNanos,firstByteNanos,endNanos,status,"
          + "error\n";

  private final BufferedWriter out;
  private long left;

  private RequestFile(BufferedWriter out, long most) {
    this.out = out;
    this.left = most;
  }

  /** The file must not be there yet. */
  static RequestFile open(Path file, long most) throws IOException {
    BufferedWriter out = Files.newBufferedWriter(file, UTF_8, StandardOpenOption.CREATE_NEW);
    out.write(HEADING);
    return new RequestFile(out, most);
  }

  RequestSink sink(LoadTarget target, LoadStage stage) {
    List<RequestTemplate> templates = target.mix().templates();
    String place = target.name() + ',' + stage.name() + ',';
    return (template, id, intended, lag, firstByte, end, status, error) -> {
      if (left > 0) {
        left--;
        RequestTemplate request = templates.get(template);
        write(
            place
                + quoted(request.apiId())
                + ','
                + quoted(request.operationId())
                + ','
                + id
                + ','
                + intended
                + ','
                + lag
                + ','
                + (firstByte < 0 ? "" : Long.toString(firstByte))
                + ','
                + end
                + ','
                + status
                + ','
                + name(error)
                + '\n');
      }
    };
  }

  private static String name(@Nullable ErrorKind error) {
    return error == null ? "" : error.name();
  }

  private static String quoted(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private void write(String line) {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
