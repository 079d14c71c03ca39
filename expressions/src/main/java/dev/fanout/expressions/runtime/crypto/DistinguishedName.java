package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.runtime.ClrTyped;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import javax.naming.InvalidNameException;
import javax.naming.directory.Attribute;
import javax.naming.directory.BasicAttribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** {@code X500DistinguishedName}: the name as .NET writes it, {@code CN=a, O="b, c", C=DE}. */
public final class DistinguishedName implements ClrTyped {
  private static final Map<String, String> KEYWORDS =
      Map.of(
          "1.2.840.113549.1.9.1", "E",
          "2.5.4.8", "S",
          "2.5.4.5", "SERIALNUMBER",
          "2.5.4.4", "SN",
          "2.5.4.42", "G",
          "2.5.4.43", "I",
          "2.5.4.12", "T",
          "2.5.4.13", "Description",
          "2.5.4.46", "dnQualifier");
  private static final String QUOTED = ",+=\"\n<>#;";

  private final List<Rdn> parts;

  private DistinguishedName(List<Rdn> parts) {
    this.parts = parts;
  }

  static DistinguishedName of(X500Principal principal) {
    try {
      return new DistinguishedName(
          new LdapName(principal.getName(X500Principal.RFC2253, KEYWORDS)).getRdns());
    } catch (InvalidNameException e) {
      throw CryptoFailures.failure("The name of the certificate cannot be read.", e);
    }
  }

  /** The most specific part first. */
  public String name() {
    StringJoiner name = new StringJoiner(", ");
    for (int i = parts.size() - 1; i >= 0; i--) {
      StringJoiner together = new StringJoiner(" + ");
      for (Attribute attribute : Collections.list(parts.get(i).toAttributes().getAll())) {
        together.add(written(attribute));
      }
      name.add(together.toString());
    }
    return name.toString();
  }

  private static String written(Attribute attribute) {
    String keyword = attribute.getID();
    String shown = Character.isDigit(keyword.charAt(0)) ? "OID." + keyword : keyword;
    String value = value(attribute);
    boolean quotes =
        value.isEmpty()
            || value.startsWith(" ")
            || value.endsWith(" ")
            || value.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0);
    return shown + "=" + (quotes ? '"' + value.replace("\"", "\"\"") + '"' : value);
  }

  private static String value(Attribute attribute) {
    try {
      return String.valueOf(((BasicAttribute) attribute).get());
    } catch (javax.naming.NamingException e) {
      return "";
    }
  }

  /** The value of the first of the keywords that the name has; null without any. */
  @Nullable String first(String... keywords) {
    for (String keyword : keywords) {
      for (int i = parts.size() - 1; i >= 0; i--) {
        if (parts.get(i).getType().toUpperCase(Locale.ROOT).equals(keyword)) {
          return String.valueOf(parts.get(i).getValue());
        }
      }
    }
    return null;
  }

  @Override
  public String typeName() {
    return "System.Security.Cryptography.X509Certificates.X500DistinguishedName";
  }
}
