package dev.assay.sources.registry;

import dev.assay.io.Malformed;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An element of a small XML document, read within limits and without any entity of its own. What
/// is missing is {@link #NONE}, so that a path of names can be asked for without looking at each
/// step.
///
/// @param name its name without a prefix
/// @param text the text directly in it, without white space around it
/// @param line the line it begins at, from 1
record Xml(String name, String text, List<Xml> children, int line) {
  static final Xml NONE = new Xml("", "", List.of(), 0);
  private static final int DEPTH = 64;
  private static final int MOST = 200_000;

  Xml {
    children = List.copyOf(children);
  }

  private record Open(String name, StringBuilder text, List<Xml> children, int line) {}

  /// Reads a document.
  ///
  /// @throws Malformed when it is none or over a limit
  static Xml parse(byte[] document) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    var open = new ArrayDeque<Open>();
    int count = 0;
    Xml root = NONE;
    try {
      XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(document));
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++count > MOST || open.size() >= DEPTH) {
              throw new Malformed(-1, "XML of more than " + MOST + " elements or too deep");
            }
            int line = in.getLocation().getLineNumber();
            open.push(new Open(in.getLocalName(), new StringBuilder(), new ArrayList<>(), line));
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            Open at = open.peek();
            if (at != null) {
              at.text().append(in.getText());
            }
          }
          case XMLStreamConstants.END_ELEMENT -> {
            Open done = open.pop();
            var element =
                new Xml(done.name(), done.text().toString().strip(), done.children(), done.line());
            Open parent = open.peek();
            if (parent == null) {
              root = element;
            } else {
              parent.children().add(element);
            }
          }
          default -> {}
        }
      }
      return root;
    } catch (XMLStreamException e) {
      throw new Malformed(-1, "not XML that can be read");
    }
  }

  /// The first child of a name.
  Xml get(String child) {
    return children.stream().filter(c -> c.name().equals(child)).findFirst().orElse(NONE);
  }

  /// All children of a name.
  List<Xml> all(String child) {
    return children.stream().filter(c -> c.name().equals(child)).toList();
  }
}
