package dev.assay.text;

import java.util.ArrayList;
import java.util.List;

/// The words of a block as they are read, white space collapsed, and the links among them.
final class RunningText {
  private static final int MAX_LINK_TEXT = 400;

  private final StringBuilder out = new StringBuilder();
  private final List<Link> links = new ArrayList<>();

  void put(char c) {
    if (Character.isWhitespace(c) || c == '\u00a0') {
      if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    } else {
      out.append(c);
    }
  }

  /// Puts characters that stand for themselves, blanks as they are.
  void putPlain(String text, int from, int to) {
    out.append(text, from, to);
  }

  /// Puts text, its addresses as links.
  void put(String text) {
    boolean addresses = text.contains("://");
    int i = 0;
    while (i < text.length()) {
      if (addresses && Inline.isAddress(text, i)) {
        i = putAddress(text, i);
      } else {
        put(text.charAt(i++));
      }
    }
  }

  /// Puts the address that begins at `i` as a link without words.
  ///
  /// @return where it ends
  int putAddress(String text, int i) {
    int end = Inline.addressEnd(text, i);
    putLink(text.substring(i, end));
    return end;
  }

  /// Puts an address as a link without words.
  void putLink(String address) {
    links.add(new Link("", address, false, out.length()));
    put(' ');
  }

  void putPicture(String words, String address) {
    links.add(new Link(words, address, true, out.length()));
  }

  /// Makes what was put since `at` a link.
  void linkSince(int at, String target) {
    int from = Math.min(at, out.length());
    links.add(new Link(linkWords(from), target, false, from));
  }

  /// Makes what was put since `at` the alternative text of a picture, which is none of the words.
  void pictureSince(int at, String address) {
    int from = Math.min(at, out.length());
    links.add(new Link(linkWords(from), address, true, from));
    out.setLength(from);
  }

  private String linkWords(int from) {
    return out.substring(from, Math.min(out.length(), from + MAX_LINK_TEXT)).strip();
  }

  /// Adds what another reading holds.
  void putAll(Inline.Reading reading) {
    int at = out.length();
    out.append(reading.text());
    for (Link l : reading.links()) {
      links.add(new Link(l.text(), l.target(), l.image(), at + l.at()));
    }
  }

  int length() {
    return out.length();
  }

  int links() {
    return links.size();
  }

  boolean isEmpty() {
    return out.isEmpty() && links.isEmpty();
  }

  boolean endsWith(String words) {
    int from = out.length() - words.length();
    return from >= 0 && out.indexOf(words, from) == from;
  }

  String since(int at) {
    return out.substring(Math.min(at, out.length()));
  }

  Inline.Reading reading() {
    return new Inline.Reading(out.toString().strip(), List.copyOf(links));
  }
}
