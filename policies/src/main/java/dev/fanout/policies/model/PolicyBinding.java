package dev.fanout.policies.model;

import dev.fanout.policies.syntax.PolicyTree;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamWriter;

/** Beans from trees, and beans to a writer, through JAXB. Thread-safe. */
public final class PolicyBinding {
  private PolicyBinding() {}

  /**
   * Makes the beans' machinery, which the first document needs; worth calling on another thread.
   */
  public static void warmUp() {
    Objects.requireNonNull(Context.JAXB);
  }

  /**
   * The beans of a document; empty if its root is no root of a policy document. What the beans have
   * no place for is left out, but for elements in the place of a policy.
   */
  public static Optional<PolicyRoot> read(PolicyTree tree) {
    return tree.root()
        .flatMap(
            root ->
                PolicyCatalog.root(root.name())
                    .map(definition -> unmarshal(new TreeStreamReader(root, definition))));
  }

  /** Writes the beans; {@code before} sees each bean before its start tag is written. */
  public static void write(PolicyRoot root, XMLStreamWriter writer, Consumer<Object> before) {
    try {
      Marshaller marshaller = Context.JAXB.createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
      marshaller.setListener(
          new Marshaller.Listener() {
            @Override
            public void beforeMarshal(Object bean) {
              before.accept(bean);
            }
          });
      marshaller.marshal(root, writer);
    } catch (JAXBException e) {
      throw new IllegalStateException("the beans of a policy document cannot be written", e);
    }
  }

  private static PolicyRoot unmarshal(TreeStreamReader reader) {
    try {
      Unmarshaller unmarshaller = Context.JAXB.createUnmarshaller();
      unmarshaller.setListener(
          new Unmarshaller.Listener() {
            @Override
            public void beforeUnmarshal(Object bean, Object parent) {
              if (bean instanceof PolicyPart part) {
                part.readFrom(reader.element());
              }
            }
          });
      return (PolicyRoot) unmarshaller.unmarshal(reader);
    } catch (JAXBException e) {
      throw new IllegalStateException("the reader of trees gave JAXB what no bean expects", e);
    }
  }

  /** Made once, when the first document needs it. */
  private static final class Context {
    static final JAXBContext JAXB = create();

    private static JAXBContext create() {
      List<Class<?>> classes = new ArrayList<>(PolicyCatalog.policyClasses());
      classes.add(Policies.class);
      classes.add(PolicyFragment.class);
      classes.add(UnknownElement.class);
      try {
        return JAXBContext.newInstance(classes.toArray(Class<?>[]::new));
      } catch (JAXBException e) {
        throw new IllegalStateException("the beans of policies are no JAXB beans", e);
      }
    }
  }
}
