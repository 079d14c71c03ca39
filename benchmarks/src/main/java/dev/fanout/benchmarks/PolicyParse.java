package dev.fanout.benchmarks;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.model.PolicyBinding;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.PolicyNode;
import dev.fanout.policies.syntax.PolicyParser;
import dev.fanout.policies.syntax.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Three readers over the same documents in the same process, in turn and in a random order within
 * each round: the JDK's StAX parser (all events, names, values and the location of each element),
 * the policy tree (the same, and the span of each attribute and expression), and the beans over it.
 * Documents that StAX rejects are left out. Throughput is of UTF-8 bytes.
 */
public final class PolicyParse {
  private static final long SEED = 20261124L;
  private static final long BYTES_PER_TURN = 24L << 20;

  private final XMLInputFactory factory = XMLInputFactory.newFactory();
  private long checksum;

  private PolicyParse() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private interface Reader {
    long read(SourceText document) throws XMLStreamException;
  }

  private record Contender(String name, Reader reader, List<Double> wall, List<Double> cpu) {
    Contender(String name, Reader reader) {
      this(name, reader, new ArrayList<>(), new ArrayList<>());
    }
  }

  public static void main(String[] arguments) throws Exception {
    List<String> texts = texts(Path.of(arguments[0]));
    int rounds = Integer.parseInt(arguments[1]);
    PolicyParse parse = new PolicyParse();
    List<String> wellFormed = texts.stream().filter(parse::isWellFormed).toList();
    System.out.printf(
        Locale.ROOT,
        "%d documents, %d of them rejected by the JDK's parser; the others have %d bytes%n",
        texts.size(),
        texts.size() - wellFormed.size(),
        bytes(wellFormed));
    parse.compare("documents as they are", wellFormed, true, rounds);
    // Documents in one root: a tree, but nothing that beans could be of.
    parse.compare("one document of 0.9 MB", List.of(joined(wellFormed)), false, rounds);
    System.out.println("checksum " + parse.checksum);
  }

  private void compare(String what, List<String> texts, boolean withBeans, int rounds)
      throws XMLStreamException {
    long bytes = bytes(texts);
    int repeats = (int) Math.max(1, BYTES_PER_TURN / bytes);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new Contender("JDK StAX", this::stax));
    contenders.add(new Contender("policy tree", PolicyParse::tree));
    if (withBeans) {
      contenders.add(new Contender("tree and beans", PolicyParse::beans));
    }
    List<Contender> order = new ArrayList<>(contenders);
    Random random = new Random(SEED);
    for (int round = -2; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (Contender contender : order) {
        turn(contender, texts, bytes, repeats, round >= 0);
      }
    }
    System.out.printf(
        "%n%s, %d rounds, median [minimum, maximum] of MB/s and of the ratio to StAX in a round%n",
        what, rounds);
    Contender stax = contenders.get(0);
    for (Contender contender : contenders) {
      System.out.printf(
          Locale.ROOT,
          "%-16s wall %s  cpu %s  cpu ratio %s%n",
          contender.name(),
          figures(contender.wall()),
          figures(contender.cpu()),
          figures(ratios(contender.cpu(), stax.cpu())));
    }
  }

  private void turn(
      Contender contender, List<String> texts, long bytes, int repeats, boolean counts)
      throws XMLStreamException {
    var threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    for (int i = 0; i < repeats; i++) {
      for (String text : texts) {
        checksum += contender.reader().read(SourceText.of("policy.xml", text));
      }
    }
    double megabytes = (double) bytes * repeats / 1e6;
    if (counts) {
      contender.wall().add(megabytes / ((System.nanoTime() - wall) / 1e9));
      contender.cpu().add(megabytes / ((threads.getCurrentThreadCpuTime() - cpu) / 1e9));
    }
  }

  private long stax(SourceText document) throws XMLStreamException {
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(document.text()));
    long sum = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        sum += reader.getLocalName().length() + reader.getLocation().getCharacterOffset();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
          sum += reader.getAttributeLocalName(i).length() + reader.getAttributeValue(i).length();
        }
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        sum += reader.getText().length();
      }
    }
    return sum;
  }

  private static long tree(SourceText document) {
    long sum = 0;
    for (PolicyNode node : PolicyParser.parse(document).tree().nodes()) {
      sum += walk(node);
    }
    return sum;
  }

  private static long walk(PolicyNode node) {
    if (node instanceof ElementNode element) {
      long sum = element.name().length() + element.nameSpan().position().line();
      for (AttributeNode attribute : element.attributes()) {
        sum += attribute.name().length() + attribute.value().length();
        sum += attribute.valueSpan().start();
        if (attribute.expression().isPresent()) {
          sum += attribute.expression().get().span().end();
        }
      }
      for (PolicyNode child : element.children()) {
        sum += walk(child);
      }
      return sum;
    }
    return node instanceof TextNode text ? text.value().length() : node.span().length();
  }

  private static long beans(SourceText document) {
    return PolicyBinding.read(PolicyParser.parse(document).tree()).hashCode();
  }

  private boolean isWellFormed(String text) {
    try {
      stax(SourceText.of("policy.xml", text));
      return true;
    } catch (XMLStreamException e) {
      return false;
    }
  }

  private static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static String joined(List<String> texts) {
    StringBuilder joined = new StringBuilder("<policies>\n");
    for (int i = 0; joined.length() < 900_000; i++) {
      String text = texts.get(i % texts.size());
      joined.append(text.substring(text.startsWith("<?") ? text.indexOf("?>") + 2 : 0));
    }
    return joined.append("</policies>\n").toString().replace("\uFEFF", "");
  }

  private static long bytes(List<String> texts) {
    return texts.stream().mapToLong(t -> t.getBytes(StandardCharsets.UTF_8).length).sum();
  }

  private static List<Double> ratios(List<Double> of, List<Double> to) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      ratios.add(of.get(i) / to.get(i));
    }
    return ratios;
  }

  private static String figures(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(d -> d).toArray();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%6.2f [%.2f, %.2f]",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }
}
