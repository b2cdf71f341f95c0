package dev.assay.formats.xml;

import dev.assay.formats.TextHead;
import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.io.SourceStream;
import dev.assay.io.Xml;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/// Untrusted XML, element by element. A document type declaration is refused before the parser sees
/// it: it is what entity expansion and external entities need, and no model file has one.
final class XmlWalk {
  private static final long LARGEST = 64L << 20;
  private static final int DEEPEST = 64;
  private static final int PROLOG = 4096;

  private final XMLStreamReader in;
  private final List<String> open = new ArrayList<>();

  private XmlWalk(XMLStreamReader in) {
    this.in = in;
  }

  /// The name of the root element, as far as the beginning of a file shows it; empty where it shows
  /// no XML element, or a declaration before it that hides it.
  static String rootName(byte[] head) {
    if (!TextHead.mayBegin(head, '<')) {
      return "";
    }
    String text = text(head);
    int at = afterProlog(text);
    if (text.startsWith("<!DOCTYPE", at)) {
      // The name that the declaration gives is the root's.
      at += "<!DOCTYPE".length() - 1;
      do {
        at++;
      } while (at < text.length() && Character.isWhitespace(text.charAt(at)));
      at--;
    } else if (at >= text.length() || text.charAt(at) != '<') {
      return "";
    }
    int from = at + 1;
    int to = from;
    while (to < text.length() && " \t\r\n/>[".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return text.substring(Math.min(from, text.length()), to);
  }

  private static String text(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  // Passes over white space, processing instructions and comments.
  private static int afterProlog(String text) {
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("<?", at)) {
        int end = text.indexOf("?>", at);
        at = end < 0 ? text.length() : end + 2;
      } else if (text.startsWith("<!--", at)) {
        int end = text.indexOf("-->", at + 4);
        at = end < 0 ? text.length() : end + 3;
      } else {
        return at;
      }
    }
    return at;
  }

  /// Opens a document.
  ///
  /// @throws Malformed when it has a document type declaration or is over the limit
  static XmlWalk open(ByteSource source) {
    if (source.size() > LARGEST) {
      throw new Malformed(-1, "an XML document of " + source.size() + " bytes is over the limit");
    }
    String prolog = text(source.head(PROLOG));
    int at = afterProlog(prolog);
    if (prolog.startsWith("<!DOCTYPE", at)) {
      boolean external = prolog.indexOf("SYSTEM", at) >= 0 || prolog.indexOf("PUBLIC", at) >= 0;
      throw new Malformed(
          at,
          "a document type declaration, which "
              + (external ? "reads other files (XXE)" : "can expand without end (billion laughs)")
              + "; refused");
    }
    var bytes = new SourceStream(source);
    return new XmlWalk(Xml.parser(new InputStreamReader(bytes, charset(source.head(256)))));
  }

  // What is no text in the charset becomes U+FFFD, which no name or number contains.
  private static Charset charset(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff")) {
      return StandardCharsets.UTF_16;
    }
    int end = text.indexOf("?>");
    String declared = end < 0 ? "" : text.substring(0, end).toLowerCase(Locale.ROOT);
    boolean latin =
        declared.contains("iso-8859-1")
            || declared.contains("windows-1252")
            || declared.contains("us-ascii");
    return latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
  }

  /// Goes to the next beginning or end of an element or piece of text; false at the end.
  boolean next() {
    if (in.isEndElement()) {
      open.removeLast();
    }
    while (true) {
      switch (Xml.next(in)) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new Malformed(offset(), "an entity or document type declaration; refused");
        case XMLStreamConstants.START_ELEMENT -> {
          open.add(in.getLocalName());
          if (open.size() > DEEPEST) {
            throw new Malformed(offset(), "elements are nested deeper than " + DEEPEST);
          }
          return true;
        }
        case XMLStreamConstants.END_ELEMENT,
            XMLStreamConstants.CHARACTERS,
            XMLStreamConstants.CDATA -> {
          return true;
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        default -> {}
      }
    }
  }

  /// Whether an element begins here.
  boolean starts() {
    return in.isStartElement();
  }

  /// Whether the current piece is text.
  boolean isText() {
    return in.isCharacters();
  }

  /// The current piece of text.
  String text() {
    return in.getText();
  }

  /// The names of the open elements, joined by `/`, without namespaces.
  String path() {
    return String.join("/", open);
  }

  /// How many elements are open.
  int depth() {
    return open.size();
  }

  /// The name of the innermost open element.
  String name() {
    return open.getLast();
  }

  /// The namespace of the element that begins here, or empty.
  String namespace() {
    return Optional.ofNullable(in.getNamespaceURI()).orElse("");
  }

  /// An attribute of the element that begins here.
  Optional<String> attribute(String name) {
    return Optional.ofNullable(in.getAttributeValue(null, name));
  }

  /// Where the current piece ends, in characters from the start.
  long offset() {
    return Math.max(0, in.getLocation().getCharacterOffset());
  }
}
