package dev.fanout.policies.liquid;

import dev.fanout.expressions.ExpressionFailure;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a template sees as {@code body} of an XML document: {@code body.order.item}. Elements are
 * known by their local names, those that come again are a list, one without children is its text.
 * The documentation does not say more; attributes cannot be seen.
 */
public final class XmlBody {
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final int DEEPEST = 128;

  private XmlBody() {}

  /**
   * Reads XML without DTD and entities.
   *
   * @param nullable whether an element with {@code xsi:nil="true"} is null and not an empty text
   * @throws ExpressionFailure for a text that is no such XML
   */
  public static Object of(String xml, boolean nullable) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        if (reader.getEventType() == XMLStreamConstants.DTD) {
          throw new XMLStreamException("a DTD is not allowed");
        }
      }
      Map<String, @Nullable Object> root = new LinkedHashMap<>();
      String name = reader.getLocalName();
      root.put(name, element(reader, nullable, 0));
      while (reader.hasNext()) {
        reader.next();
      }
      return root;
    } catch (XMLStreamException e) {
      throw new ExpressionFailure("System.Xml.XmlException", "The body is not valid XML.", e);
    }
  }

  private static @Nullable Object element(XMLStreamReader reader, boolean nullable, int depth)
      throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException("nested too deeply");
    }
    boolean nil = "true".equals(reader.getAttributeValue(INSTANCE, "nil"));
    Map<String, @Nullable Object> children = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        add(children, name, element(reader, nullable, depth + 1));
      } else if (reader.isCharacters()) {
        text.append(reader.getText());
      }
    }
    if (nil && nullable) {
      return null;
    }
    return children.isEmpty() ? text.toString() : children;
  }

  private static void add(
      Map<String, @Nullable Object> children, String name, @Nullable Object value) {
    if (!children.containsKey(name)) {
      children.put(name, value);
    } else if (children.get(name) instanceof Repeated known) {
      known.items.add(value);
    } else {
      Repeated items = new Repeated();
      items.items.add(children.get(name));
      items.items.add(value);
      children.put(name, items);
    }
  }

  /** The elements of one name, in their order. */
  private static final class Repeated extends java.util.AbstractList<@Nullable Object> {
    private final List<@Nullable Object> items = new ArrayList<>();

    @Override
    public @Nullable Object get(int index) {
      return items.get(index);
    }

    @Override
    public int size() {
      return items.size();
    }
  }
}
