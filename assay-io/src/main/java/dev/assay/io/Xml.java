package dev.assay.io;

import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
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
/// @param lastLine the line it ends at
public record Xml(String name, String text, List<Xml> children, int line, int lastLine) {
  /// What is not there.
  public static final Xml NONE = new Xml("", "", List.of(), 0, 0);

  private static final int DEPTH = 64;
  private static final int MOST = 200_000;

  /// It may name an element, whose name may be as long as the document.
  private static final int LONGEST_REASON = 200;

  public Xml {
    children = List.copyOf(children);
  }

  /// The parser of this JDK over an untrusted document, set up so that no declaration in it is
  /// acted on: no entity is put in for its name, and no other file is opened. It gets characters,
  /// because left to decode bytes by itself it writes to the error stream.
  ///
  /// @throws Malformed when the document cannot even be begun
  public static XMLStreamReader parser(Reader document) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    try {
      return factory.createXMLStreamReader(document);
    } catch (XMLStreamException e) {
      throw wrong(e);
    }
  }

  /// What comes next in a document, one of {@link XMLStreamConstants}; {@link
  /// XMLStreamConstants#END_DOCUMENT} at its end.
  ///
  /// @throws Malformed when the document is broken there
  public static int next(XMLStreamReader in) {
    try {
      return in.hasNext() ? in.next() : XMLStreamConstants.END_DOCUMENT;
    } catch (XMLStreamException e) {
      throw wrong(e);
    } catch (RuntimeException e) {
      // The parser of the JDK says so of some broken documents: with exceptions of collections, and
      // with one of its own that it does not export.
      throw new Malformed(in.getLocation().getCharacterOffset(), "broken off");
    }
  }

  private static Malformed wrong(XMLStreamException e) {
    String why = String.valueOf(e.getMessage()).replace('\n', ' ');
    int message = why.indexOf("Message: ");
    String said = message < 0 ? why : why.substring(message + "Message: ".length());
    Location at = e.getLocation();
    return new Malformed(
        at == null ? -1 : at.getCharacterOffset(),
        (at == null ? "" : "line " + at.getLineNumber() + ": ")
            + (said.length() <= LONGEST_REASON ? said : said.substring(0, LONGEST_REASON) + "..."));
  }

  /// Reads the bytes of a document.
  ///
  /// @throws Malformed when it is none or over a limit
  public static Xml parse(byte[] document) {
    return parse(TextFile.of("", "", document, true).text());
  }

  /// Reads the text of a document.
  ///
  /// @throws Malformed when it is none or over a limit
  public static Xml parse(String document) {
    String text = document.startsWith("\uFEFF") ? document.substring(1) : document;
    return tree(parser(new StringReader(text)));
  }

  private record Open(String name, StringBuilder text, List<Xml> children, int line) {}

  private static Xml tree(XMLStreamReader in) {
    var open = new ArrayDeque<Open>();
    int count = 0;
    Xml root = NONE;
    int event;
    while ((event = next(in)) != XMLStreamConstants.END_DOCUMENT) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++count > MOST || open.size() >= DEPTH) {
            throw new Malformed(
                -1,
                "line "
                    + in.getLocation().getLineNumber()
                    + ": more than "
                    + MOST
                    + " elements, or nested deeper than "
                    + DEPTH);
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
              new Xml(
                  done.name(),
                  done.text().toString().strip(),
                  done.children(),
                  done.line(),
                  in.getLocation().getLineNumber());
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
  }

  /// The first child of a name.
  public Xml get(String child) {
    return children.stream().filter(c -> c.name().equals(child)).findFirst().orElse(NONE);
  }

  /// All children of a name.
  public List<Xml> all(String child) {
    return children.stream().filter(c -> c.name().equals(child)).toList();
  }
}
