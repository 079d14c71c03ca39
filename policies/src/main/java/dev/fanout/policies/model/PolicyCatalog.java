package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlValue;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every element of the policy language that has a bean, read once from the annotations of the
 * beans.
 */
public final class PolicyCatalog {
  private static final List<Class<? extends Policy>> POLICY_CLASSES =
      List.of(
          Base.class,
          IncludeFragment.class,
          SetBackendService.class,
          RewriteUri.class,
          ForwardRequest.class,
          SetHeader.class,
          SetQueryParameter.class,
          SetMethod.class,
          SetUrl.class,
          SetVariable.class,
          SetStatus.class,
          SetBody.class,
          Choose.class,
          ReturnResponse.class,
          AuthenticationBasic.class,
          AuthenticationCertificate.class,
          AuthenticationManagedIdentity.class,
          AuthenticationToken.class,
          AuthenticationTokenStore.class,
          AzureOpenaiEmitTokenMetric.class,
          AzureOpenaiSemanticCacheLookup.class,
          AzureOpenaiSemanticCacheStore.class,
          AzureOpenaiTokenLimit.class,
          Block.class,
          CacheLookup.class,
          CacheLookupValue.class,
          CacheRemoveValue.class,
          CacheStore.class,
          CacheStoreValue.class,
          CheckHeader.class,
          Cors.class,
          EmitMetric.class,
          FindAndReplace.class,
          GetAuthorizationContext.class,
          InvokeDaprBinding.class,
          InvokeRequest.class,
          IpFilter.class,
          JsonToXml.class,
          Jsonp.class,
          LimitConcurrency.class,
          LlmContentSafety.class,
          LlmEmitTokenMetric.class,
          LlmSemanticCacheLookup.class,
          LlmSemanticCacheStore.class,
          LlmTokenLimit.class,
          LogToEventhub.class,
          MockResponse.class,
          Proxy.class,
          PublishToDapr.class,
          Quota.class,
          QuotaByKey.class,
          RateLimit.class,
          RateLimitByKey.class,
          RedirectContentUrls.class,
          Retry.class,
          SendOneWayRequest.class,
          SendRequest.class,
          SendServiceBusMessage.class,
          SetRequestMetricDimensionValue.class,
          Trace.class,
          ValidateAzureAdToken.class,
          ValidateClientCertificate.class,
          ValidateContent.class,
          ValidateGraphqlRequest.class,
          ValidateHeaders.class,
          ValidateJwt.class,
          ValidateOdataRequest.class,
          ValidateParameters.class,
          ValidateStatusCode.class,
          Wait.class,
          XmlToJson.class,
          CacheValue.class,
          CosmosdbDataSource.class,
          CrossDomain.class,
          GraphqlDataSource.class,
          HttpDataSource.class,
          PublishEvent.class,
          SqlDataSource.class,
          XslTransform.class);

  private static final AttributeDefinition ID =
      new AttributeDefinition(
          "id",
          false,
          ValueKind.TEXT,
          List.of(),
          Long.MIN_VALUE,
          Long.MAX_VALUE,
          Expressions.UNSTATED,
          "",
          "");
  private static final Map<String, ElementDefinition> POLICIES = readPolicies();
  private static final Map<Class<?>, ElementDefinition> BY_CLASS = byClass();
  private static final Map<Class<?>, ElementDefinition> PARTS = new ConcurrentHashMap<>();
  private static final ElementDefinition ROOT = define("policies", Policies.class);
  private static final ElementDefinition FRAGMENT = define("fragment", PolicyFragment.class);

  private PolicyCatalog() {}

  /** The beans of all policies. */
  public static List<Class<? extends Policy>> policyClasses() {
    return POLICY_CLASSES;
  }

  public static Collection<ElementDefinition> policies() {
    return POLICIES.values();
  }

  public static Optional<ElementDefinition> policy(String elementName) {
    return Optional.ofNullable(POLICIES.get(elementName));
  }

  /** Is there a policy of this name? */
  public static boolean isPolicyName(String elementName) {
    return POLICIES.containsKey(elementName);
  }

  /**
   * What may be the root of a document: {@code policies}, {@code fragment}, or the data source of a
   * GraphQL resolver.
   */
  public static Optional<ElementDefinition> root(String elementName) {
    return switch (elementName) {
      case "policies" -> Optional.of(ROOT);
      case "fragment" -> Optional.of(FRAGMENT);
      default ->
          policy(elementName).filter(policy -> PolicyRoot.class.isAssignableFrom(policy.bean()));
    };
  }

  /** Names of the attributes of a bean, in the order in which they are written. */
  public static Set<String> attributesOf(Class<? extends PolicyPart> bean) {
    return definitionOf(bean).attributes().keySet();
  }

  /** The definition of a bean, without the name that its element has in another one. */
  static ElementDefinition definitionOf(Class<? extends PolicyPart> bean) {
    return PARTS.computeIfAbsent(bean, any -> define("", bean));
  }

  static String nameOf(Class<?> policyClass) {
    return Objects.requireNonNull(BY_CLASS.get(policyClass), policyClass::getName).name();
  }

  private static Map<String, ElementDefinition> readPolicies() {
    Map<String, ElementDefinition> policies = new LinkedHashMap<>();
    for (Class<? extends Policy> policyClass : POLICY_CLASSES) {
      String name = policyClass.getAnnotation(XmlRootElement.class).name();
      policies.put(name, define(name, policyClass));
    }
    return Collections.unmodifiableMap(policies);
  }

  private static Map<Class<?>, ElementDefinition> byClass() {
    Map<Class<?>, ElementDefinition> byClass = new LinkedHashMap<>();
    POLICIES.values().forEach(policy -> byClass.put(policy.bean(), policy));
    return byClass;
  }

  private static ElementDefinition define(String name, Class<? extends PolicyPart> bean) {
    Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();
    Map<String, ChildDefinition> children = new LinkedHashMap<>();
    Set<String> holds = new LinkedHashSet<>();
    Set<String> mustHold = new LinkedHashSet<>();
    Optional<AttributeDefinition> text = Optional.empty();
    if (Policy.class.isAssignableFrom(bean)) {
      attributes.put("id", ID);
    }
    for (Field field : bean.getDeclaredFields()) {
      XmlAttribute attribute = field.getAnnotation(XmlAttribute.class);
      XmlElement element = field.getAnnotation(XmlElement.class);
      if (attribute != null) {
        String attributeName = nameOf(attribute.name(), field);
        attributes.put(
            attributeName,
            AttributeDefinition.of(attributeName, attribute.required(), literal(field)));
      } else if (element != null) {
        String childName = nameOf(element.name(), field);
        children.put(childName, child(childName, element.required(), field));
      } else if (field.isAnnotationPresent(XmlValue.class)) {
        text = Optional.of(AttributeDefinition.of(name, false, literal(field)));
      } else if (field.isAnnotationPresent(XmlAnyElement.class)) {
        Holds some = field.getAnnotation(Holds.class);
        holds.addAll(some == null ? namesOf(POLICY_CLASSES) : namesOf(List.of(some.value())));
        mustHold.addAll(some == null ? List.of() : namesOf(List.of(some.required())));
      }
    }
    return new ElementDefinition(
        name,
        bean,
        Optional.ofNullable(bean.getAnnotation(Placement.class)),
        Collections.unmodifiableMap(attributes),
        Collections.unmodifiableMap(children),
        Collections.unmodifiableSet(holds),
        Collections.unmodifiableSet(mustHold),
        text);
  }

  private static ChildDefinition child(String name, boolean required, Field field) {
    if (field.getGenericType() instanceof ParameterizedType list) {
      Class<?> part = (Class<?>) list.getActualTypeArguments()[0];
      return new ChildDefinition(define(name, part.asSubclass(PolicyPart.class)), required, true);
    }
    return new ChildDefinition(
        define(name, field.getType().asSubclass(PolicyPart.class)), required, false);
  }

  private static List<String> namesOf(List<Class<? extends Policy>> classes) {
    return classes.stream().map(held -> held.getAnnotation(XmlRootElement.class).name()).toList();
  }

  private static Literal literal(Field field) {
    return Objects.requireNonNull(field.getAnnotation(Literal.class), field::toString);
  }

  static String nameOf(String annotated, Field field) {
    return annotated.equals("##default") ? field.getName() : annotated;
  }
}
