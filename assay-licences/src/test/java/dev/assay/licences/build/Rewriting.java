package dev.assay.licences.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ways to write one licence that leave it the same licence, after the SPDX matching guidelines:
/// layout, case, markup, comment signs, quotation marks, list marks, holders, dates, spelling.
enum Rewriting {
  PLAIN,
  WRAPPED_NARROW,
  ONE_LINE_PER_PARAGRAPH,
  UPPER_CASE,
  LOWER_CASE,
  WINDOWS_LINES,
  INDENTED,
  COMMENT_SLASHES,
  COMMENT_STARS,
  COMMENT_HASH,
  COMMENT_SEMICOLONS,
  COMMENT_DASHES,
  COMMENT_PERCENT,
  COMMENT_REM,
  COMMENT_ROFF,
  COMMENT_FORTRAN,
  COMMENT_LISP_BOX,
  COMMENT_XML,
  DOCSTRING,
  HTML,
  MARKDOWN,
  MARKDOWN_QUOTE,
  SMART_QUOTES,
  DASHES,
  BULLETS,
  BRITISH,
  AMERICAN,
  SECURE_LINKS,
  COPYRIGHT_SIGN,
  HOLDER_ABOVE,
  HOLDERS_FILLED,
  OPTIONAL_LEFT_OUT,
  OTHER_WORDS_ALLOWED,
  TITLE_OFF,
  IN_A_README,
  BEFORE_ANOTHER,
  BEHIND_ANOTHER,
  HOMOGLYPHS,
  INVISIBLE,
  BIDI,
  SOFT_HYPHENS,
  FULL_WIDTH;

  private static final String[][] SPELLINGS = {
    {"licence", "license"},
    {"organisation", "organization"},
    {"favour", "favor"},
    {"recognised", "recognized"},
    {"authorised", "authorized"},
    {"utilise", "utilize"},
    {"modelling", "modeling"},
    {"acknowledgement", "acknowledgment"},
    {"fulfil ", "fulfill "},
    {"judgement", "judgment"},
    {"programme ", "program "},
    {"per cent", "percent"},
    {"sub-license", "sublicense"},
    {"noncommercial", "non-commercial"},
    {"copyright holder", "copyright owner"}
  };

  /// Whether the reader must be told of signs that hide or pretend.
  boolean trick() {
    return this == HOMOGLYPHS || this == INVISIBLE || this == BIDI;
  }

  /// The name of the file that a text written so stands in.
  String file() {
    return this == IN_A_README ? "README.md" : "LICENSE";
  }

  /// The text written anew.
  String of(SpdxText licence, Random random) {
    String text = licence.text();
    return switch (this) {
      case PLAIN -> text;
      case WRAPPED_NARROW -> wrapped(text, 44);
      case ONE_LINE_PER_PARAGRAPH -> wrapped(text, Integer.MAX_VALUE);
      case UPPER_CASE -> text.toUpperCase(Locale.ROOT);
      case LOWER_CASE -> text.toLowerCase(Locale.ROOT);
      case WINDOWS_LINES -> text.replace("\r", "").replace("\n", "\r\n");
      case INDENTED -> "\uFEFF" + prefixed(text, "\t  ", "").replace("\n\t  \n", "\n\f\n");
      case COMMENT_SLASHES -> prefixed(text, "// ", "");
      case COMMENT_STARS -> "/*\n" + prefixed(text, " * ", "") + "\n */";
      case COMMENT_HASH -> prefixed(text, "# ", "");
      case COMMENT_SEMICOLONS -> prefixed(text, ";;; ", "");
      case COMMENT_DASHES -> prefixed(text, "-- ", "");
      case COMMENT_PERCENT -> prefixed(text, "%% ", "");
      case COMMENT_REM -> prefixed(text, "REM ", "");
      case COMMENT_ROFF -> prefixed(text, ".\\\" ", "");
      case COMMENT_FORTRAN -> prefixed(text, "!     ", "");
      case COMMENT_LISP_BOX -> boxed(wrapped(text, 66));
      case COMMENT_XML -> "<!--\n" + prefixed(text, "  ~ ", "") + "\n-->";
      case DOCSTRING -> "\"\"\"\n" + text + "\n\"\"\"";
      case HTML -> html(text);
      case MARKDOWN -> markdown(text);
      case MARKDOWN_QUOTE -> prefixed(text, "> ", "");
      case SMART_QUOTES -> smart(text);
      case DASHES -> text.replace(" - ", " \u2014 ").replace("-", "\u2010");
      case BULLETS -> bullets(text);
      case BRITISH -> spelled(text, 1, 0);
      case AMERICAN -> spelled(text, 0, 1);
      case SECURE_LINKS -> text.replace("http://", "https://");
      case COPYRIGHT_SIGN -> text.replaceAll("(?i)copyright \\(c\\)", "Copyright \u00A9");
      case HOLDER_ABOVE ->
          "Copyright (c) "
              + (1990 + random.nextInt(36))
              + " The Jane Doe & Sons Authors\n"
              + "All rights reserved.\n\n"
              + text;
      case HOLDERS_FILLED -> template(licence, false, false, random);
      case OPTIONAL_LEFT_OUT -> template(licence, true, false, random);
      case OTHER_WORDS_ALLOWED -> template(licence, false, true, random);
      case TITLE_OFF -> titleOff(text);
      case IN_A_README ->
          "# A model\n\nIt was trained on many tokens, and is small.\n\n## Licence\n\n"
              + text
              + "\n\n## Citation\n\nPlease find the paper on our page, and the numbers below.\n";
      case BEFORE_ANOTHER -> text + "\n\n" + "-".repeat(70) + "\n\n" + other(licence);
      case BEHIND_ANOTHER -> other(licence) + "\n\n" + "-".repeat(70) + "\n\n" + text;
      case HOMOGLYPHS -> homoglyphs(text, random);
      case INVISIBLE -> between(text, random, '\u200B');
      case BIDI -> between(text, random, '\u202E');
      case SOFT_HYPHENS -> between(text, random, '\u00AD');
      case FULL_WIDTH -> fullWidth(text, random);
    };
  }

  /// The text without the line that heads it.
  private static String titleOff(String text) {
    List<String> paragraphs = paragraphs(text.stripLeading());
    String first = paragraphs.getFirst().strip();
    boolean title =
        paragraphs.size() > 1
            && first.length() < 80
            && first.indexOf('\n') < 0
            && !first.matches(".*[.,;:]|[0-9(].*");
    return title ? String.join("\n\n", paragraphs.subList(1, paragraphs.size())) : text;
  }

  /// A licence of other words, to stand beside.
  private static String other(SpdxText licence) {
    String holder = "Copyright (c) 2021 Jane Doe\n\n";
    return licence.id().equals("Unlicense") || licence.id().startsWith("ISC")
        ? ""
        : holder
            + "Permission to use, copy, modify, and/or distribute this software for any purpose"
            + " with or\nwithout fee is hereby granted, provided that the above copyright notice and"
            + " this permission\nnotice appear in all copies.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\" AND"
            + " THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS\nSOFTWARE INCLUDING ALL"
            + " IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE\nAUTHOR BE"
            + " LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY"
            + " DAMAGES\nWHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION"
            + " OF CONTRACT,\nNEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION"
            + " WITH THE USE OR\nPERFORMANCE OF THIS SOFTWARE.\n";
  }

  /// Of what a template's pattern allows, words other than the original where it lists some.
  private static String otherWords(String original, String match, Random random) {
    String plain =
        match.replace("\\s+", " ").replace("\\s*", "").replace("\\.", ".").replace("(?i)", "");
    if (!plain.matches("[A-Za-z ,.|'-]+") || plain.indexOf('|') < 0) {
      return original;
    }
    List<String> words = List.of(plain.split("\\|"));
    String chosen = words.get(random.nextInt(words.size())).strip();
    return chosen.isEmpty() ? original : chosen;
  }

  private static List<String> paragraphs(String text) {
    return List.of(text.replace("\r", "").split("\n[ \t]*\n+"));
  }

  private static String wrapped(String text, int width) {
    StringBuilder s = new StringBuilder();
    for (String paragraph : paragraphs(text)) {
      int column = 0;
      for (String line : paragraph.split("\n")) {
        // A list's item stays on a line of its own.
        boolean item = line.strip().matches("([0-9]{1,2}[.)]|[(]?[a-z][.)]|[*\u2022-]) .*");
        if (item && column > 0) {
          s.append('\n');
          column = 0;
        }
        for (String word : line.strip().split("\\s+")) {
          if (column > 0 && column + 1 + word.length() > width && !word.matches("[0-9.]+")) {
            s.append('\n');
            column = 0;
          } else if (column > 0) {
            s.append(' ');
            column++;
          }
          s.append(word);
          column += word.length();
        }
      }
      s.append("\n\n");
    }
    return s.toString();
  }

  private static String prefixed(String text, String before, String after) {
    StringBuilder s = new StringBuilder();
    for (String line : text.replace("\r", "").split("\n")) {
      s.append(before).append(line).append(after).append('\n');
    }
    return s.toString();
  }

  private static String boxed(String text) {
    StringBuilder s = new StringBuilder("/" + "*".repeat(70) + "\n");
    for (String line : text.split("\n")) {
      s.append("* ").append(line).append(" ".repeat(Math.max(1, 68 - line.length()))).append("*\n");
    }
    return s.append("*".repeat(70)).append("/\n").toString();
  }

  private static String html(String text) {
    StringBuilder s =
        new StringBuilder(
            "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
                + "<style>p { margin: 0 }</style></head><body class=\"licence\">\n");
    for (String paragraph : paragraphs(text)) {
      s.append("<p class=\"indent\">")
          .append(
              paragraph
                  .replace("&", "&amp;")
                  .replace("<", "&lt;")
                  .replace(">", "&gt;")
                  .replace("\"", "&quot;")
                  .replace("'", "&#39;")
                  .replace("\u00A9", "&copy;")
                  .replace("\n", "<br/>\n"))
          .append("</p>\n");
    }
    return s.append("</body></html>").toString();
  }

  private static String markdown(String text) {
    StringBuilder s = new StringBuilder();
    boolean first = true;
    for (String paragraph : paragraphs(text)) {
      if (first) {
        s.append("# ");
      }
      first = false;
      s.append(
              paragraph
                  .replaceAll("\"([A-Za-z ]{3,30})\"", "\"**$1**\"")
                  .replaceAll("(?<![-\\w])([A-Z]{6,})(?![-\\w])", "_$1_"))
          .append("\n\n");
    }
    return s.toString();
  }

  private static String smart(String text) {
    return text.replaceAll("\"(?=[A-Za-z(])", "\u201C")
        .replace("\"", "\u201D")
        .replace("``", "\u201C")
        .replace("''", "\u201D")
        .replace("'", "\u2019");
  }

  private static final Pattern ITEM =
      Pattern.compile(
          "(?m)^([ \t]*)(?:([0-9]{1,2}|[a-z])[.)]|[(]([0-9]{1,2}|[a-z])[)]|[*\u2022-])[ \t]+");

  private static String bullets(String text) {
    return ITEM.matcher(text).replaceAll("$1 \u2022 ");
  }

  private static String spelled(String text, int from, int to) {
    for (String[] pair : SPELLINGS) {
      text = text.replaceAll("\\b" + pair[from] + "(?![a-z])", pair[to]);
      String a = Character.toUpperCase(pair[from].charAt(0)) + pair[from].substring(1);
      String b = Character.toUpperCase(pair[to].charAt(0)) + pair[to].substring(1);
      text = text.replaceAll("\\b" + a + "(?![a-z])", b);
    }
    return text;
  }

  /// The template with each blank as its original or, where any name may stand, another name; its
  /// optional parts in or out.
  private static String template(
      SpdxText licence, boolean leaveOut, boolean otherWords, Random random) {
    String source = licence.template();
    StringBuilder s = new StringBuilder();
    List<Integer> open = new ArrayList<>();
    int at = 0;
    while (at < source.length()) {
      int tag = source.indexOf("<<", at);
      if (tag < 0) {
        return s.append(source, at, source.length()).toString();
      }
      s.append(source, at, tag);
      if (source.startsWith("<<beginOptional", tag)) {
        open.add(s.length());
        at = source.indexOf(">>", tag) + 2;
      } else if (source.startsWith("<<endOptional", tag)) {
        int from = open.removeLast();
        if (leaveOut) {
          s.setLength(from);
        }
        at = source.indexOf(">>", tag) + 2;
      } else if (source.startsWith("<<var;", tag)) {
        int end = source.indexOf("\">>", tag);
        String body = source.substring(tag, end + 1);
        Matcher m = Pattern.compile("(?s)original=\"(.*?)\";match=\"(.*)\"").matcher(body);
        if (m.find()) {
          String name = body.substring(0, body.indexOf(";original"));
          boolean any = m.group(2).startsWith(".") && !name.contains("bullet");
          String holder = "Jane Q. Doe-" + (char) ('A' + random.nextInt(26)) + " GmbH";
          s.append(
              !any
                  ? otherWords ? otherWords(m.group(1), m.group(2), random) : m.group(1)
                  : m.group(1).toLowerCase(Locale.ROOT).contains("copyright")
                      ? "Copyright (c) 2019-2024, " + holder + "\n"
                      : holder);
        }
        at = end + 3;
      } else {
        s.append("<<");
        at = tag + 2;
      }
    }
    return s.toString();
  }

  private static String homoglyphs(String text, Random random) {
    StringBuilder s = new StringBuilder(text);
    for (int i = 0; i < s.length(); i++) {
      int k = "aeopcxAEOPCXHKMT".indexOf(s.charAt(i));
      if (k >= 0 && random.nextInt(6) == 0) {
        s.setCharAt(
            i,
            "\u0430\u0435\u043E\u0440\u0441\u0445\u0410\u0415\u041E\u0420\u0421\u0425\u041D\u041A\u041C\u0422"
                .charAt(k));
      }
    }
    return s.toString();
  }

  private static String between(String text, Random random, char sign) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      s.append(text.charAt(i));
      if (i + 1 < text.length()
          && Character.isLetter(text.charAt(i))
          && Character.isLetter(text.charAt(i + 1))
          && random.nextInt(9) == 0) {
        s.append(sign);
      }
    }
    return s.toString();
  }

  private static String fullWidth(String text, Random random) {
    StringBuilder s = new StringBuilder(text);
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if ((c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') && random.nextInt(10) == 0) {
        s.setCharAt(i, (char) (c + 0xFEE0));
      }
    }
    return s.toString();
  }
}
