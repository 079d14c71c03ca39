package dev.fanout.artifacts;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.syntax.PolicyEdit;
import dev.fanout.policies.syntax.PolicyParser;
import dev.fanout.policies.syntax.PolicyTree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Collects changes of an estate's files. Each touches the fewest characters of one file: line ends,
 * indentation, the order of keys and a byte order mark stay. Not thread-safe.
 */
public final class EstateEdit {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MARK = "\uFEFF";

  private final EstateFolder folder;
  private final SortedMap<String, byte[]> edited = new TreeMap<>();
  private final List<Issue> issues = new ArrayList<>();

  EstateEdit(EstateFolder folder) {
    this.folder = folder;
  }

  /**
   * Puts a value into a JSON file, with the objects that lead to it where they are missing.
   *
   * @param pointer a JSON Pointer (RFC 6901): {@code /properties/url}
   * @param value a string, number, boolean, list or map
   */
  public EstateEdit setJson(String path, String pointer, Object value) {
    return json(path, (edit, at) -> edit.set(at, value), pointer);
  }

  /** Removes a member or element from a JSON file; nothing if there is none. */
  public EstateEdit removeJson(String path, String pointer) {
    return json(path, JsonEdit::remove, pointer);
  }

  /** Gives a single backend another URL. */
  public EstateEdit setBackendUrl(BackendArtifact backend, String url) {
    try {
      return setJson(backend.file(), "/properties/url", BaseUrl.parse(url).toString());
    } catch (IllegalArgumentException e) {
      issues.add(Issue.error(ArtifactIssues.VALUE, String.valueOf(e.getMessage())));
      return this;
    }
  }

  /** Changes a policy document: the consumer gets its tree and what collects changes of it. */
  public EstateEdit policy(String path, BiConsumer<PolicyTree, PolicyEdit> change) {
    text(path)
        .ifPresent(
            text -> {
              SourceText source = SourceText.of(folder.shown(path), withoutMark(text));
              PolicyTree tree = PolicyParser.parse(source).tree();
              PolicyEdit edit = tree.edit();
              change.accept(tree, edit);
              keep(path, text, edit.apply().text());
            });
    return this;
  }

  /**
   * The folder with all changes.
   *
   * @throws IssueException with everything that cannot be done; nothing is then
   */
  public EstateFolder apply() {
    if (!issues.isEmpty()) {
      throw new IssueException(issues);
    }
    return folder.with(edited);
  }

  private interface JsonChange {
    String apply(JsonEdit edit, JsonPointer pointer) throws JsonEdit.NoSuchPlace;
  }

  private EstateEdit json(String path, JsonChange change, String pointer) {
    JsonPointer at = JsonPointer.compile(pointer);
    text(path)
        .ifPresent(
            text -> {
              String plain = withoutMark(text);
              SourceText source = SourceText.of(folder.shown(path), plain);
              try {
                if (JSON.readTree(plain).isMissingNode()) {
                  issues.add(issue(path, source, 0, "the file is empty"));
                } else {
                  keep(path, text, change.apply(new JsonEdit(plain), at));
                }
              } catch (JsonProcessingException e) {
                long offset = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
                issues.add(issue(path, source, (int) Math.max(0, offset), "not JSON"));
              } catch (JsonEdit.NoSuchPlace e) {
                issues.add(issue(path, source, e.offset(), String.valueOf(e.getMessage())));
              }
            });
    return this;
  }

  /** With its line, unless the file may have a secret in it. */
  private static Issue issue(String path, SourceText source, int offset, String message) {
    int at = Math.min(offset, source.length());
    return ArtifactPath.of(path).kind().mayHoldSecrets()
        ? Issue.error(ArtifactIssues.JSON, source.span(at, at) + ": " + message)
        : Issue.error(
            ArtifactIssues.JSON, source.span(at, Math.min(at + 1, source.length())), message);
  }

  private Optional<String> text(String path) {
    byte[] bytes = edited.get(path);
    Optional<byte[]> content = bytes == null ? folder.bytes(path) : Optional.of(bytes);
    if (content.isEmpty()) {
      issues.add(Issue.error(ArtifactIssues.FILE, folder.shown(path) + ": no such file"));
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content.get())).toString());
    } catch (CharacterCodingException e) {
      issues.add(Issue.error(ArtifactIssues.FILE, folder.shown(path) + ": not UTF-8 text"));
      return Optional.empty();
    }
  }

  private void keep(String path, String before, String after) {
    String whole = before.startsWith(MARK) ? MARK + after : after;
    if (!whole.equals(before)) {
      edited.put(path, whole.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith(MARK) ? text.substring(1) : text;
  }
}
