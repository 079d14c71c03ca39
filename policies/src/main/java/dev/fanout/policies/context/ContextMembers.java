package dev.fanout.policies.context;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import dev.fanout.expressions.runtime.TimeSpan;
import dev.fanout.expressions.runtime.Uri;
import dev.fanout.expressions.runtime.collections.ClrList;
import dev.fanout.expressions.runtime.json.JArray;
import dev.fanout.expressions.runtime.json.JObject;
import dev.fanout.expressions.runtime.json.JToken;
import dev.fanout.expressions.runtime.xml.XDocument;
import dev.fanout.expressions.runtime.xml.XElement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members of the {@code context} tree that Java's types and C#'s see differently. */
final class ContextMembers {
  private static final String[] NO_VALUES = {};

  private ContextMembers() {}

  static ReadOnlyDictionary variables(ApimContext context) {
    return context.variables();
  }

  static ReadOnlyDictionary headers(ApimRequest request) {
    return request.headers();
  }

  static ReadOnlyDictionary headers(ApimResponse response) {
    return response.headers();
  }

  static ReadOnlyDictionary matchedParameters(ApimRequest request) {
    return request.matchedParameters();
  }

  static ReadOnlyDictionary query(ApimUrl url) {
    return url.query();
  }

  static Uri toUri(ApimUrl url) {
    return Uri.create(url.text());
  }

  static ApimDeployment gateway(ApimDeployment deployment) {
    return deployment;
  }

  static ApimDeployment sustainability(ApimDeployment deployment) {
    return deployment;
  }

  static ApimRequest foundry(ApimRequest request) {
    return request;
  }

  static DateTime timestamp(ApimContext context) {
    return DateTime.of(context.timestamp());
  }

  static TimeSpan elapsed(ApimContext context) {
    return TimeSpan.of(context.elapsed());
  }

  static Object protocols(ApimApi api) {
    return api.protocols().toArray(NO_VALUES);
  }

  static DateTime createdDate(ApimSubscription subscription) {
    return DateTime.of(subscription.createdDate());
  }

  static @Nullable DateTime startDate(ApimSubscription subscription) {
    return orNull(subscription.startDate());
  }

  static @Nullable DateTime endDate(ApimSubscription subscription) {
    return orNull(subscription.endDate());
  }

  static DateTime registrationDate(ApimUser user) {
    return DateTime.of(user.registrationDate());
  }

  private static @Nullable DateTime orNull(@Nullable Instant instant) {
    return instant == null ? null : DateTime.of(instant);
  }

  /** Published is 1, as in the enum ProductState. */
  static int state(ApimProduct product) {
    return product.published() ? 1 : 0;
  }

  static Object groups(ApimUser user) {
    return list("Apim.IGroup", user.groups());
  }

  static Object identities(ApimUser user) {
    return list("Apim.IUserIdentity", user.identities());
  }

  static Object productGroups(ApimProduct product) {
    return list("Apim.IGroup", product.groups());
  }

  static Object apis(ApimProduct product) {
    return list("Apim.IApi", product.apis());
  }

  static Object as(ApimMessageBody body, boolean preserveContent, String typeName) {
    byte[] bytes = body.take(preserveContent);
    return switch (typeName) {
      case "System.String" -> text(bytes);
      case "System.Byte[]" -> bytes.clone();
      case "Newtonsoft.Json.Linq.JObject" -> JObject.parse(text(bytes));
      case "Newtonsoft.Json.Linq.JArray" -> JArray.parse(text(bytes));
      case "Newtonsoft.Json.Linq.JToken" -> JToken.parse(text(bytes));
      case "System.Xml.Linq.XElement", "System.Xml.Linq.XNode" -> XElement.parse(text(bytes));
      case "System.Xml.Linq.XDocument" -> XDocument.parse(text(bytes));
      default ->
          throw new ExpressionFailure(
              "System.InvalidOperationException", "A body cannot be read as '" + typeName + "'.");
    };
  }

  private static ClrList list(String element, List<?> items) {
    ClrList list = ClrList.create(items.size(), element);
    items.forEach(list::add);
    return list;
  }

  /** UTF-8, without a byte order mark. */
  static String text(byte[] bytes) {
    boolean mark =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    int start = mark ? 3 : 0;
    return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
  }
}
