package dev.fanout.policies.model;

import dev.fanout.policies.syntax.ElementNode;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlValue;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a bean holds now, by the names of the document and in the order in which it is written.
 *
 * @param attributes the value of each attribute that the element can have; null if it is not given
 * @param text empty if the element holds no text
 */
public record PartContent(
    Map<String, @Nullable String> attributes, Optional<String> text, List<Child> children) {
  public PartContent {
    attributes = Collections.unmodifiableMap(attributes);
    children = List.copyOf(children);
  }

  /**
   * A part in an element, with the name that it has there.
   *
   * @param held true if it is one of the policies that the element holds in one ordered list
   */
  public record Child(String name, PolicyPart part, boolean held) {}

  public static PartContent of(PolicyPart part) {
    Map<String, @Nullable String> attributes = new LinkedHashMap<>();
    List<Child> children = new ArrayList<>();
    Optional<String> text = Optional.empty();
    if (part instanceof Policy policy && !(part instanceof UnknownElement)) {
      attributes.put("id", policy.id());
    }
    for (Field field : part.getClass().getDeclaredFields()) {
      XmlAttribute attribute = field.getAnnotation(XmlAttribute.class);
      XmlElement element = field.getAnnotation(XmlElement.class);
      if (attribute != null) {
        attributes.put(PolicyCatalog.nameOf(attribute.name(), field), (String) read(field, part));
      } else if (element != null) {
        add(children, PolicyCatalog.nameOf(element.name(), field), read(field, part));
      } else if (field.isAnnotationPresent(XmlAnyElement.class)) {
        add(children, "", read(field, part));
      } else if (field.isAnnotationPresent(XmlValue.class)) {
        text = Optional.ofNullable((String) read(field, part));
      }
    }
    return new PartContent(attributes, text, children);
  }

  /** The children of the bean's element that were read into beans, in document order. */
  public static List<ElementNode> childrenRead(PolicyPart part) {
    return part.node()
        .filter(node -> !(part instanceof UnknownElement))
        .map(
            node ->
                ReadableChild.of(node, PolicyCatalog.definitionOf(part.getClass())).stream()
                    .map(ReadableChild::node)
                    .toList())
        .orElse(List.of());
  }

  private static void add(List<Child> children, String name, @Nullable Object value) {
    if (value instanceof List<?> list) {
      list.forEach(item -> add(children, name, item));
    } else if (value instanceof Policy policy && name.isEmpty()) {
      children.add(new Child(policy.elementName(), policy, true));
    } else if (value instanceof PolicyPart part) {
      children.add(new Child(name, part, false));
    }
  }

  private static @Nullable Object read(Field field, PolicyPart part) {
    try {
      field.setAccessible(true);
      return field.get(part);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a bean of this package hides " + field, e);
    }
  }
}
