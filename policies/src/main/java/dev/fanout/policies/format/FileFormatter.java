package dev.fanout.policies.format;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.PolicyFormat;
import dev.fanout.policies.model.PolicyCatalog;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.ParsedPolicy;
import dev.fanout.policies.syntax.PolicyParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Formats files in UTF-8. A document is a file whose root is {@code policies} or {@code fragment}.
 */
public final class FileFormatter {
  /** A character takes at most three bytes, or two of them four. */
  private static final long MOST_BYTES = 3L * PolicyParser.MAX_LENGTH;

  private FileFormatter() {}

  /** Reads the file and changes nothing. With a format, expressions are converted to it. */
  public static FileOutcome format(PolicyFile file, Optional<PolicyFormat> format)
      throws IOException {
    String name = file.path().toString().replace('\\', '/');
    if (Files.size(file.path()) > MOST_BYTES) {
      return unreadable(
          file, "POLICY_TOO_LARGE", name + ": the file has more than " + MOST_BYTES + " bytes");
    }
    byte[] bytes = Files.readAllBytes(file.path());
    Optional<String> text = decoded(bytes);
    ParsedPolicy parsed =
        PolicyParser.parse(
            SourceText.of(name, text.orElseGet(() -> new String(bytes, StandardCharsets.UTF_8))));
    String root = parsed.tree().root().map(ElementNode::name).orElse("");
    if (PolicyCatalog.root(root).isEmpty()) {
      return unreadable(
          file,
          "FORMAT_NO_POLICY",
          name + ": the root of a policy document is <policies>, <fragment> or a data source");
    }
    if (text.isEmpty()) {
      return new FileOutcome.Refused(
          List.of(Issue.error("FORMAT_ENCODING", name + ": the file is not in UTF-8")));
    }
    FormattedPolicy formatted = PolicyFormatter.format(parsed, format);
    if (!formatted.errors().isEmpty()) {
      return new FileOutcome.Refused(formatted.errors());
    }
    return formatted.isChanged() ? new FileOutcome.Changed(formatted) : new FileOutcome.Unchanged();
  }

  /**
   * Puts the formatted document in the place of the file at once: another program sees the old file
   * or the new one. Owner, group and permissions stay, and a link stays a link. Fails if the file
   * was changed since it was read.
   */
  public static void write(Path file, FormattedPolicy formatted) throws IOException {
    Path target = file.toRealPath();
    if (!Files.isWritable(target)) {
      throw new AccessDeniedException(file.toString());
    }
    Path directory = target.getParent();
    Path temporary = Files.createTempFile(directory, ".fanout-fmt-", ".tmp");
    try {
      Files.write(temporary, formatted.text().getBytes(StandardCharsets.UTF_8));
      copyAttributes(target, temporary);
      byte[] before = formatted.source().text().getBytes(StandardCharsets.UTF_8);
      if (!Arrays.equals(Files.readAllBytes(target), before)) {
        throw new FileSystemException(
            file.toString(), null, "was changed by another program meanwhile");
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static FileOutcome unreadable(PolicyFile file, String code, String message) {
    return file.isNamed()
        ? new FileOutcome.Refused(List.of(Issue.error(code, message)))
        : new FileOutcome.Skipped();
  }

  private static Optional<String> decoded(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static void copyAttributes(Path from, Path to) throws IOException {
    PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (target == null) {
      return;
    }
    PosixFileAttributes attributes = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributes present = target.readAttributes();
    if (!attributes.owner().equals(present.owner())) {
      target.setOwner(attributes.owner());
    }
    if (!attributes.group().equals(present.group())) {
      target.setGroup(attributes.group());
    }
    target.setPermissions(attributes.permissions());
  }
}
