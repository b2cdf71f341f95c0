package dev.assay.licences.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ways to make another licence of one: after each, its identifier would be wrong.
enum Alteration {
  SENTENCE_ADDED_INSIDE,
  SENTENCE_ADDED_BELOW,
  SENTENCE_ADDED_ABOVE,
  NEGATION_DROPPED,
  NEGATION_ADDED,
  NUMBER_CHANGED,
  SENTENCE_REMOVED,
  PLACE_OR_PARTY_LIMIT_ADDED;

  private static final String[] SENTENCES = {
    "You may not use this software for military purposes.",
    "Use by companies with more than 500 employees requires a separate commercial license.",
    "The software shall be used for Good, not Evil.",
    "Any use of the outputs to train another model is prohibited.",
    "This license does not apply to persons residing in the European Union.",
    "Commercial use is not permitted without prior written permission.",
    "You must display the name of the author prominently in the user interface."
  };

  private static final Pattern PERMITTED =
      Pattern.compile("\\b(may|shall|will|is|are|does|must)\\b(?! not)");
  private static final Pattern NEGATED = Pattern.compile("\\b(not|NOT|no|without) ");
  private static final Pattern NUMBER =
      Pattern.compile("(?<=[a-z] )([0-9]{2,3}|[2-9]|thirty|sixty|three|two)(?= [a-z(]{3})");

  /// The text altered, or null where the licence has nothing to alter so.
  @Nullable String of(SpdxText licence, Random random) {
    String text = licence.text();
    String sentence = SENTENCES[random.nextInt(SENTENCES.length)];
    return switch (this) {
      case SENTENCE_ADDED_INSIDE -> inserted(licence, " " + sentence + " ", random);
      case SENTENCE_ADDED_BELOW -> text + "\n\n" + sentence + "\n";
      case SENTENCE_ADDED_ABOVE -> sentence + "\n\n" + text;
      case NEGATION_DROPPED -> replaced(licence, NEGATED, "", random);
      case NEGATION_ADDED -> replaced(licence, PERMITTED, "$1 not", random);
      case NUMBER_CHANGED -> replaced(licence, NUMBER, "77", random);
      case SENTENCE_REMOVED -> removed(licence, random);
      case PLACE_OR_PARTY_LIMIT_ADDED ->
          inserted(licence, " (except by government entities)", random);
    };
  }

  /// A text and the ranges of it that the template fixes: nothing is altered that may be.
  private record Body(String text, List<int[]> fixed) {}

  private static Body body(SpdxText licence) {
    Template template = Template.of(licence.template());
    List<int[]> fixed = new ArrayList<>();
    int at = 0;
    List<Template.Part> parts = new ArrayList<>(template.parts());
    parts.sort(java.util.Comparator.comparingInt(Template.Part::from));
    for (Template.Part part : parts) {
      if (part.from() - at > 40) {
        fixed.add(new int[] {at, part.from()});
      }
      at = Math.max(at, part.to());
    }
    if (template.text().length() - at > 40) {
      fixed.add(new int[] {at, template.text().length()});
    }
    return new Body(template.text(), fixed);
  }

  private static @Nullable String inserted(SpdxText licence, String what, Random random) {
    Body body = body(licence);
    if (body.fixed().isEmpty()) {
      return null;
    }
    String text = body.text();
    int[] place = body.fixed().get(random.nextInt(body.fixed().size()));
    List<Integer> ends = new ArrayList<>();
    boolean sentence = what.endsWith(". ");
    for (int i = place[0] + 20; i + 1 < place[1]; i++) {
      char c = text.charAt(i);
      if (sentence ? c == '.' && text.charAt(i + 1) <= ' ' : c == ' ' && text.charAt(i - 1) > ' ') {
        ends.add(sentence ? i + 1 : i);
      }
    }
    if (ends.isEmpty()) {
      return null;
    }
    int at = ends.get(random.nextInt(ends.size()));
    return text.substring(0, at) + what + text.substring(at);
  }

  private static @Nullable String replaced(
      SpdxText licence, Pattern pattern, String by, Random random) {
    Body body = body(licence);
    if (body.fixed().isEmpty()) {
      return null;
    }
    String text = body.text();
    int[] place = body.fixed().get(random.nextInt(body.fixed().size()));
    Matcher m = pattern.matcher(text).region(place[0], place[1]).useTransparentBounds(true);
    List<int[]> found = new ArrayList<>();
    while (m.find()) {
      if (!heading(text, m.start())) {
        found.add(new int[] {m.start(), m.end()});
      }
    }
    if (found.isEmpty()) {
      return null;
    }
    int[] at = found.get(random.nextInt(found.size()));
    String word = text.substring(at[0], at[1]);
    return text.substring(0, at[0]) + by.replace("$1", word) + text.substring(at[1]);
  }

  /// Whether a place stands in a line of capitals or a short line: a title is no term.
  private static boolean heading(String text, int at) {
    int from = text.lastIndexOf('\n', at) + 1;
    int to = text.indexOf('\n', at);
    String line = text.substring(from, to < 0 ? text.length() : to).strip();
    return line.length() < 30 || line.toLowerCase(java.util.Locale.ROOT).contains("copyright");
  }

  private static @Nullable String removed(SpdxText licence, Random random) {
    Body body = body(licence);
    if (body.fixed().isEmpty()) {
      return null;
    }
    String text = body.text();
    int[] place = body.fixed().get(random.nextInt(body.fixed().size()));
    List<int[]> sentences = new ArrayList<>();
    Matcher m =
        Pattern.compile("(?s)(?<=[.;]\\s)[A-Z][^.;]{60,600}[.](?=\\s)")
            .matcher(text)
            .region(place[0], place[1])
            .useTransparentBounds(true);
    while (m.find()) {
      if (!m.group().toLowerCase(java.util.Locale.ROOT).contains("http")) {
        sentences.add(new int[] {m.start(), m.end()});
      }
    }
    if (sentences.isEmpty()) {
      return null;
    }
    int[] at = sentences.get(random.nextInt(sentences.size()));
    return text.substring(0, at[0]) + text.substring(at[1]);
  }
}
