package dev.fanout.artifacts;

import dev.fanout.catalog.OpenApiReader;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.PolicyDocuments;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that several threads read and parse before one thread asks for them, a batch at a time.
 * Whether a file was read ahead changes nothing but the time: one that was not is read when it is
 * asked for, and each policy text is parsed once, under the name of the file that asks first.
 */
final class ReadAhead {
  private final FileReading reading;
  private final Map<String, Parsed<JsonFile>> jsons = new ConcurrentHashMap<>();
  private final Map<String, Parsed<SourceText>> policyTexts = new ConcurrentHashMap<>();
  private final Map<String, Parsed<OpenApiReader.Result>> specifications =
      new ConcurrentHashMap<>();

  /** By file, of this batch. */
  private final Map<String, PolicyDocument> parsed = new ConcurrentHashMap<>();

  /** By text, of all files that were asked for. */
  private final Map<String, PolicyDocument> documents = new HashMap<>();

  ReadAhead(FileReading reading) {
    this.reading = reading;
  }

  /** Reads a batch; what is left of the one before is forgotten. */
  void load(List<String> paths) {
    jsons.clear();
    policyTexts.clear();
    specifications.clear();
    parsed.clear();
    paths.parallelStream().forEach(this::load);
    unparsed(paths).parallelStream()
        .forEach(file -> parsed.put(file.path(), PolicyDocuments.read(file.source())));
  }

  Parsed<JsonFile> json(String path) {
    Parsed<JsonFile> file = jsons.remove(path);
    return file == null ? reading.json(path) : file;
  }

  /** As in {@link FileReading#specification}. */
  Parsed<OpenApiReader.Result> specification(String path, boolean queryParametersInTemplate) {
    Parsed<OpenApiReader.Result> result = specifications.remove(path);
    return result == null || !queryParametersInTemplate
        ? reading.specification(path, queryParametersInTemplate)
        : result;
  }

  /** With the document's issues if no other file with this text was asked for before. */
  Parsed<PolicyDocument> policy(String path) {
    Parsed<SourceText> text = policyTexts.remove(path);
    Parsed<SourceText> source = text == null ? reading.policyText(path) : text;
    if (source.value().isEmpty()) {
      return new Parsed<>(Optional.empty(), source.issues());
    }
    PolicyDocument known = documents.get(source.value().get().text());
    if (known != null) {
      return Parsed.of(known);
    }
    PolicyDocument ahead = parsed.remove(path);
    PolicyDocument document = ahead == null ? PolicyDocuments.read(source.value().get()) : ahead;
    documents.put(source.value().get().text(), document);
    return new Parsed<>(Optional.of(document), document.issues());
  }

  private void load(String path) {
    if (path.endsWith("policy.xml")) {
      policyTexts.put(path, reading.policyText(path));
    } else if (path.endsWith("Information.json")) {
      jsons.put(path, reading.json(path));
    } else {
      specifications.put(path, reading.specification(path, true));
    }
  }

  private record Unparsed(String path, SourceText source) {}

  /** The first file of each policy text that has no document yet. */
  private Collection<Unparsed> unparsed(List<String> paths) {
    Map<String, Unparsed> first = new LinkedHashMap<>();
    for (String path : paths) {
      Parsed<SourceText> text = policyTexts.get(path);
      if (text != null) {
        text.value()
            .filter(source -> !documents.containsKey(source.text()))
            .ifPresent(source -> first.putIfAbsent(source.text(), new Unparsed(path, source)));
      }
    }
    return List.copyOf(first.values());
  }
}
