package dev.fanout.expressions;

import static dev.fanout.expressions.CSharp.failure;
import static dev.fanout.expressions.CSharp.text;
import static dev.fanout.expressions.CSharp.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class XmlTest {
  /** How a document in C# quotes comes out again. */
  private static String written(String xml) {
    return text("@(XElement.Parse(\"" + xml + "\").ToString())");
  }

  private static String refused(String xml) {
    return failure("@(XElement.Parse(\"" + xml + "\"))").replace("System.Xml.XmlException: ", "");
  }

  @Nested
  class Parsing {
    @Test
    void leaves_blanks_between_tags_out_unless_they_are_to_be_kept() {
      assertThat(
              text(
                  "@(XElement.Parse(\"<a>\\n <b> x </b>\\n</a>\").ToString(SaveOptions.DisableFormatting))"))
          .isEqualTo("<a><b> x </b></a>");
      assertThat(
              text(
                  "@(XElement.Parse(\"<a> <b/> </a>\", LoadOptions.PreserveWhitespace)"
                      + ".ToString(SaveOptions.DisableFormatting))"))
          .isEqualTo("<a> <b /> </a>");
      assertThat(written("<a xml:space='preserve'> <b/></a>"))
          .isEqualTo("<a xml:space=\"preserve\"> <b /></a>");
    }

    @Test
    void knows_the_five_entities_and_numbers() {
      assertThat(
              text(
                  "@(XElement.Parse(\"<a>1 &lt; 2 &amp;&#x20;<![CDATA[3 > <b>]]>&#65;</a>\").Value)"))
          .isEqualTo("1 < 2 & 3 > <b>A");
    }

    @Test
    void says_what_is_wrong_and_where() {
      assertThat(refused("")).isEqualTo("Root element is missing.");
      assertThat(refused("x")).isEqualTo("Data at the root level is invalid. Line 1, position 1.");
      assertThat(refused("<x:a/>")).isEqualTo("'x' is an undeclared prefix. Line 1, position 2.");
      assertThat(refused("<a>&nbsp;</a>"))
          .isEqualTo("Reference to undeclared entity 'nbsp'. Line 1, position 5.");
      assertThat(refused("<a>\\n<b></a>"))
          .isEqualTo(
              "The 'b' start tag on line 2 position 2 does not match the end tag of 'a'. Line 2,"
                  + " position 6.");
      assertThat(refused("<a x='1' x='2'/>"))
          .isEqualTo("'x' is a duplicate attribute name. Line 1, position 10.");
      assertThat(refused("<a/><b/>"))
          .isEqualTo("There are multiple root elements. Line 1, position 6.");
      assertThat(refused("<a x=1/>"))
          .isEqualTo(
              "'1' is an unexpected token. The expected token is '\"' or '''. Line 1, position 6.");
    }

    @Test
    void takes_no_document_types_and_no_endless_depth() {
      assertThat(refused("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"))
          .startsWith("For security reasons DTD is prohibited");
      assertThat(
              failure(
                  """
                  @{
                    var text = "";
                    for (var i = 0; i < 2000; i++) { text += "<a>"; }
                    return XElement.Parse(text);
                  }"""))
          .startsWith("System.Xml.XmlException: The elements are nested deeper than 1000.");
    }
  }

  @Nested
  class Writing {
    @Test
    void puts_elements_on_lines_unless_there_is_text_beside_them() {
      assertThat(written("<a><b><c/></b><!--n--></a>"))
          .isEqualTo("<a>\n  <b>\n    <c />\n  </b>\n  <!--n-->\n</a>");
      assertThat(written("<a>t<b><c/></b></a>")).isEqualTo("<a>t<b><c /></b></a>");
      assertThat(written("<a><b/>t</a>")).isEqualTo("<a>\n  <b />t</a>");
    }

    @Test
    void tells_an_empty_element_from_one_with_empty_text() {
      assertThat(
              text(
                  "@(new XElement(\"a\").ToString() + new XElement(\"a\", \"\") + XElement.Parse(\"<a></a>\"))"))
          .isEqualTo("<a /><a></a><a></a>");
    }

    @Test
    void escapes_text_and_attributes_each_in_its_way() {
      assertThat(
              text(
                  "@(new XElement(\"a\", new XAttribute(\"q\", \"\\\"x\\\" & 'y' <z>\\n\"), \"1 < 2 > 0 & \\\"q\\\"\").ToString())"))
          .isEqualTo(
              "<a q=\"&quot;x&quot; &amp; 'y' &lt;z&gt;&#xA;\">1 &lt; 2 &gt; 0 &amp; \"q\"</a>");
      assertThat(text("@(new XElement(\"a\", new XCData(\"x]]>y\")).ToString())"))
          .isEqualTo("<a><![CDATA[x]]]]><![CDATA[>y]]></a>");
    }

    @Test
    void declares_namespaces_where_they_begin() {
      assertThat(
              text(
                  """
                  @{
                    XNamespace s = "urn:s"; XNamespace m = "urn:m";
                    return new XElement(s + "E", new XAttribute(XNamespace.Xmlns + "p", "urn:s"),
                        new XElement(m + "Ping", new XElement("id", 1))).ToString(SaveOptions.DisableFormatting);
                  }"""))
          .isEqualTo(
              "<p:E xmlns:p=\"urn:s\"><Ping xmlns=\"urn:m\"><id xmlns=\"\">1</id></Ping></p:E>");
      assertThat(text("@(XElement.Parse(\"<a xmlns='u'><b/></a>\").Elements().First().ToString())"))
          .isEqualTo("<b xmlns=\"u\" />");
      assertThat(text("@(new XElement(\"a\", new XAttribute(\"{u}x\", 1)).ToString())"))
          .isEqualTo("<a p1:x=\"1\" xmlns:p1=\"u\" />");
    }

    @Test
    void keeps_a_document_without_its_declaration() {
      assertThat(
              text(
                  "@(XDocument.Parse(\"<?xml version='1.0' encoding='utf-8'?><!--c--><a/>\").ToString())"))
          .isEqualTo("<!--c-->\n<a />");
    }
  }

  @Nested
  class Values {
    @Test
    void are_written_as_xml_does() {
      assertThat(
              text(
                  "@(new XElement(\"v\", true, 1.0, 2.50m, TimeSpan.FromMinutes(90), null, new[] { 1, 2 }).Value)"))
          .isEqualTo("true12.50PT1H30M12");
    }

    @Test
    void are_read_by_casts() {
      assertThat(
              text(
                  """
                  @{
                    var e = XElement.Parse("<e n=' 7 ' on='1' off='False' d='1.5' t='PT1H'/>");
                    return ((int)e.Attribute("n") + 1) + "," + (bool)e.Attribute("on") + "," + (bool)e.Attribute("off")
                        + "," + (double)e.Attribute("d") + "," + (TimeSpan)e.Attribute("t");
                  }"""))
          .isEqualTo("8,True,False,1.5,01:00:00");
      assertThat(value("@((int?)XElement.Parse(\"<n/>\").Element(\"m\") ?? 5)")).isEqualTo(5);
      assertThat(value("@((string)XElement.Parse(\"<n/>\").Attribute(\"m\"))")).isNull();
      assertThat(failure("@((int)XElement.Parse(\"<n/>\").Attribute(\"m\"))"))
          .isEqualTo("System.ArgumentNullException: Value cannot be null. (Parameter 'attribute')");
      assertThat(failure("@((int?)XElement.Parse(\"<n/>\"))")).startsWith("System.FormatException");
    }
  }

  @Nested
  class Changing {
    @Test
    void sets_adds_and_takes_away() {
      assertThat(
              text(
                  """
                  @{
                    var root = XElement.Parse("<r><a>1</a><b>2</b></r>");
                    root.SetElementValue("a", "one"); root.SetElementValue("b", null); root.SetElementValue("c", 3.5);
                    root.AddFirst(new XComment("top")); root.Element("c").ReplaceWith(new XElement("d"), "t");
                    root.SetAttributeValue("x", 1);
                    return root.ToString(SaveOptions.DisableFormatting);
                  }"""))
          .isEqualTo("<r x=\"1\"><!--top--><a>one</a><d />t</r>");
    }

    @Test
    void copies_what_has_a_parent() {
      assertThat(
              text(
                  """
                  @{
                    var root = XElement.Parse("<r><a/></r>");
                    root.Add(root.Element("a"));
                    root.Elements("a").Last().SetAttributeValue("n", 2);
                    return root.ToString(SaveOptions.DisableFormatting);
                  }"""))
          .isEqualTo("<r><a /><a n=\"2\" /></r>");
    }

    @Test
    void ends_an_enumeration_whose_item_goes_but_not_that_of_the_extension() {
      assertThat(
              text(
                  """
                  @{
                    var one = XElement.Parse("<r><a/><a/><a/></r>");
                    foreach (var a in one.Elements()) { a.Remove(); }
                    var all = XElement.Parse("<r><a/><a/><a/></r>");
                    all.Elements().Remove();
                    return one.Elements().Count() + "," + all.Elements().Count();
                  }"""))
          .isEqualTo("2,0");
    }

    @Test
    void keeps_a_document_well_formed() {
      assertThat(failure("@(new XDocument(new XElement(\"a\"), new XElement(\"b\")))"))
          .isEqualTo(
              "System.InvalidOperationException: This operation would create an incorrectly"
                  + " structured document.");
      assertThat(
              failure("@(new XElement(\"a\", new XAttribute(\"x\", 1), new XAttribute(\"x\", 2)))"))
          .isEqualTo("System.InvalidOperationException: Duplicate attribute.");
      assertThat(failure("@(new XElement(\"a b\"))"))
          .isEqualTo(
              "System.Xml.XmlException: The ' ' character, hexadecimal value 0x20, cannot be"
                  + " included in a name.");
    }
  }

  @Nested
  class Searching {
    @Test
    void goes_down_up_and_aside() {
      assertThat(
              text(
                  """
                  @{
                    var c = XElement.Parse("<a><b/><c><d/></c><e/></a>").Descendants("d").Single();
                    return string.Join("<", c.Ancestors().Select(x => x.Name.LocalName)) + ";"
                        + c.Parent.ElementsAfterSelf().First().Name + ";" + ((XElement)c.Parent.PreviousNode).Name;
                  }"""))
          .isEqualTo("c<a;e;b");
      assertThat(
              text(
                  "@(string.Join(\",\", XElement.Parse(\"<a>t<!--c--><?pi d?><![CDATA[x]]><b/></a>\")"
                      + ".Nodes().Select(n => n.NodeType)))"))
          .isEqualTo("Text,Comment,ProcessingInstruction,CDATA,Element");
    }

    @Test
    void compares_by_content() {
      assertThat(
              text(
                  "@(XNode.DeepEquals(XElement.Parse(\"<a x='1'><b/></a>\"), XElement.Parse(\"<a x='1'> <b/> </a>\"))"
                      + " + \",\" + XNode.DeepEquals(XElement.Parse(\"<b/>\"), XElement.Parse(\"<b></b>\")))"))
          .isEqualTo("True,False");
    }
  }

  @Nested
  class AsJson {
    private String json(String xml) {
      return text("@(JsonConvert.SerializeObject(XElement.Parse(\"" + xml + "\")))");
    }

    @Test
    void makes_properties_of_elements_and_arrays_of_those_of_one_name() {
      assertThat(json("<r><one>1</one><two>a</two><two>b</two><none/><t></t></r>"))
          .isEqualTo("{\"r\":{\"one\":\"1\",\"two\":[\"a\",\"b\"],\"none\":null,\"t\":\"\"}}");
    }

    @Test
    void marks_attributes_and_text_beside_them() {
      assertThat(json("<p:r xmlns:p='u' a='1'>t<![CDATA[c]]></p:r>"))
          .isEqualTo(
              "{\"p:r\":{\"@xmlns:p\":\"u\",\"@a\":\"1\",\"#text\":\"t\",\"#cdata-section\":\"c\"}}");
    }

    @Test
    void begins_with_the_declaration_of_a_document() {
      assertThat(
              text(
                  "@(JsonConvert.SerializeObject(XDocument.Parse(\"<?xml version='1.0'?><r a='1'>t</r>\")))"))
          .isEqualTo("{\"?xml\":{\"@version\":\"1.0\"},\"r\":{\"@a\":\"1\",\"#text\":\"t\"}}");
    }
  }

  @Nested
  class TheFence {
    @Test
    void ends_trees_that_double() {
      assertThat(
              failure(
                  """
                  @{
                    var root = XElement.Parse("<r><a/></r>");
                    for (var i = 0; i < 60; i++) { root.Add(root.Nodes().ToList()); }
                    return root.Nodes().Count();
                  }"""))
          .matches("System.(TimeoutException|OutOfMemoryException): .*");
    }

    @Test
    void ends_the_writing_of_a_tree_too_deep_for_the_stack() {
      assertThat(
              failure(
                  """
                  @{
                    var tree = new XElement("a");
                    for (var i = 0; i < 200000; i++) { tree = new XElement("a", tree); }
                    return tree.ToString().Length;
                  }"""))
          .startsWith("System.InsufficientExecutionStackException: ");
    }
  }
}
