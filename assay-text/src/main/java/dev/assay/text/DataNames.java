package dev.assay.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Proper names of data sets in a sentence, by how names are written: words with capitals or digits
/// that stand before "dataset" or "corpus", or after "trained on".
final class DataNames {
  private static final int MOST = 20;
  private static final Set<String> NOT_NAMES =
      Set.of(
          "we",
          "the",
          "our",
          "this",
          "these",
          "it",
          "all",
          "a",
          "an",
          "in",
          "for",
          "training",
          "data",
          "dataset",
          "datasets",
          "english",
          "chinese",
          "internet",
          "web",
          "gpu",
          "gpus",
          "tpu",
          "tpus",
          "and",
          "or",
          "with",
          "i",
          "however",
          "note",
          "json",
          "jsonl",
          "csv",
          "html",
          "pretraining",
          "pre-training",
          "both",
          "each",
          "some",
          "many",
          "several",
          "other",
          "most",
          "more",
          "such",
          "various",
          "different",
          "additional",
          "large",
          "public",
          "main",
          "primary",
          "key",
          "core",
          "following",
          "supported",
          "available",
          "required",
          "raw",
          "test",
          "sample",
          "custom",
          "synthetic",
          "processed",
          "preprocessed",
          "download",
          "unnamed",
          "multiple",
          "mixed",
          "hf",
          "huggingface",
          "kb",
          "mb",
          "gb",
          "tb",
          "pb");

  /// Words behind which a sentence has left its list of data.
  private static final Set<String> LEAVING =
      Set.of("from", "by", "using", "with", "via", "at", "for", "to", "while", "because");

  /// Words behind which stand the tools of a training, once its data have been told of.
  private static final Set<String> TOOLS = Set.of("using", "via", "by");

  /// Words behind which stands what the data do not hold.
  private static final Set<String> WITHOUT =
      Set.of("without", "(without", "excluding", "(excluding", "except", "(except");

  /// Languages and what is called after them: alone they say in which language the data are, and
  /// are no name.
  private static final Set<String> LANGUAGES =
      Set.of(
          "english",
          "chinese",
          "german",
          "french",
          "spanish",
          "italian",
          "portuguese",
          "dutch",
          "russian",
          "polish",
          "turkish",
          "arabic",
          "hebrew",
          "hindi",
          "bengali",
          "tamil",
          "urdu",
          "persian",
          "korean",
          "japanese",
          "vietnamese",
          "thai",
          "indonesian",
          "malay",
          "greek",
          "czech",
          "slovak",
          "hungarian",
          "romanian",
          "bulgarian",
          "ukrainian",
          "swedish",
          "norwegian",
          "danish",
          "finnish",
          "icelandic",
          "estonian",
          "latvian",
          "lithuanian",
          "catalan",
          "basque",
          "galician",
          "latin",
          "cantonese",
          "mandarin",
          "swahili",
          "european",
          "african",
          "asian",
          "nordic",
          "indic");

  private DataNames() {}

  static List<String> in(String text, Signals s) {
    Set<String> names = new LinkedHashSet<>();
    for (Phrases.Hit data : s.of(Topic.DATA)) {
      String word = text.substring(data.from(), data.to()).toLowerCase(Locale.ROOT);
      if (isOfAForm(text, data.to())) {
        continue;
      }
      if (word.startsWith("dataset") || word.startsWith("data set") || word.startsWith("corp")) {
        String name = before(text, data.from());
        if (!name.isEmpty()) {
          names.add(name);
        }
      } else if (word.equals("data")) {
        String name = before(text, data.from());
        if (isCoined(name)) {
          names.add(name);
        }
      }
    }
    names.addAll(SetNamesBeside.in(text, s));
    names.addAll(NamesByVerb.in(text, s));
    boolean german = Tongue.isOf(text, Tongue.DE);
    if (german) {
      beforeVerb(text, s, names);
    }
    for (Phrases.Hit trained : s.of(Topic.TRAINED)) {
      for (Phrases.Hit on : s.of(Topic.ON)) {
        boolean joins = on.from() >= trained.to() && on.from() - trained.to() <= 30;
        if (joins
            && (!JOINS_TOOLS.contains(word(text, on))
                || isOfData(s, on.to())
                || SET.matcher(text.substring(on.to())).lookingAt())) {
          Set<String> found = new LinkedHashSet<>();
          after(text.substring(0, end(s, on.to(), text.length())), on.to(), found);
          // All nouns have capitals in German: a name is told by those within it.
          found.removeIf(name -> german && !hasCoined(name));
          names.addAll(found);
        }
      }
    }
    List<String> list = new ArrayList<>(names);
    return list.size() > MOST ? list.subList(0, MOST) : list;
  }

  /// Whether "data" is said of something else: "data format", "dataset class".
  private static boolean isOfAForm(String text, int at) {
    for (String form : FORMS) {
      if (text.regionMatches(true, at, form, 0, form.length())) {
        return true;
      }
    }
    return false;
  }

  private static final List<String> FORMS =
      List.of(
          " format",
          " loader",
          " module",
          " class",
          " type",
          " structure",
          " director",
          " folder",
          " path",
          " file",
          " card",
          " augment",
          " preparation",
          " preprocess",
          " name",
          " statistic",
          " split",
          " parallel");

  private static boolean hasCoined(String name) {
    for (String word : name.split(" ")) {
      if (SetNamesBeside.isCoined(word)) {
        return true;
      }
    }
    return false;
  }

  /// "auf ImageNet trainiert": what stands between the joint and a verb that comes last.
  private static void beforeVerb(String text, Signals s, Set<String> names) {
    for (Phrases.Hit on : s.of(Topic.ON_BEFORE)) {
      for (Phrases.Hit trained : s.of(Topic.TRAINED)) {
        int length = trained.from() - on.to();
        if (length < 3 || length > BEFORE_VERB) {
          continue;
        }
        for (String word : text.substring(on.to(), trained.from()).strip().split("[\\s,]+")) {
          String name = trim(word);
          if (SetNamesBeside.isCoined(name) && isName(name) && name.indexOf('-') < 0) {
            names.add(name);
          }
        }
      }
    }
  }

  private static final int BEFORE_VERB = 80;

  /// Words that join training and its data, or as well its tools, losses and teachers.
  private static final Set<String> JOINS_TOOLS = Set.of("with", "using", "from");

  /// How far behind such a word one for data makes it the former.
  private static final int NEAR = 40;

  /// A name that ends in the word for a set, as many do.
  private static final Pattern SET = Pattern.compile("^ (?:the )?\\p{Lu}\\w{2,30}[sS]et\\b");

  private static boolean isOfData(Signals s, int at) {
    return AnyOf.is(
        s.of(Topic.DATA),
        data ->
            data.from() >= at && data.from() - at <= NEAR && !s.between(Topic.ON, at, data.from()));
  }

  private static String word(String text, Phrases.Hit hit) {
    return text.substring(hit.from(), hit.to()).toLowerCase(Locale.ROOT);
  }

  /// Where a sentence turns from what a model was trained on to what it does.
  private static int end(Signals s, int from, int to) {
    int end = to;
    for (Topic turn : List.of(Topic.OUTCOME, Topic.COMPARED)) {
      for (Phrases.Hit hit : s.of(turn)) {
        if (hit.from() >= from && hit.from() < end) {
          end = hit.from();
        }
      }
    }
    return end;
  }

  /// Whether a text begins with a proper name, such as "Harbour-1K" or "LAION".
  static boolean begins(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != ' ') {
      end++;
    }
    return end > 2 && isName(text.substring(0, end));
  }

  /// Whether a word is made for something: "E5S", "WebText" and not "English".
  private static boolean isCoined(String name) {
    return name.indexOf(' ') < 0
        && name.length() >= 3
        && name.substring(1)
            .chars()
            .anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  /// What stands behind "Turkish part of" and the like; the text itself where it does not begin so.
  static String whole(String text) {
    int space = text.indexOf(' ');
    String first = space < 0 ? text : text.substring(0, space);
    String rest =
        space > 0 && LANGUAGES.contains(first.toLowerCase(Locale.ROOT))
            ? text.substring(space + 1)
            : text;
    for (String part : List.of("part of ", "portion of ", "subset of ", "split of ")) {
      if (rest.startsWith(part)) {
        String behind = rest.substring(part.length());
        return behind.startsWith("the ") ? behind.substring(4) : behind;
      }
    }
    return text;
  }

  /// The name that stands right before a place; empty for none.
  static String before(String text, int end) {
    int from = end;
    int words = 0;
    int at = end;
    while (words < 4 && at > 0) {
      int wordEnd = at;
      while (wordEnd > 0 && text.charAt(wordEnd - 1) == ' ') {
        wordEnd--;
      }
      int wordStart = wordEnd;
      while (wordStart > 0 && text.charAt(wordStart - 1) != ' ' && wordEnd - wordStart < 40) {
        wordStart--;
      }
      if (wordStart == wordEnd || !isName(text.substring(wordStart, wordEnd))) {
        break;
      }
      from = wordStart;
      at = wordStart;
      words++;
    }
    return called(text.substring(from, end).strip());
  }

  private static void after(String text, int start, Set<String> names) {
    int at = start;
    StringBuilder name = new StringBuilder();
    int others = 0;
    while (at < text.length() && at - start < 300 && others < 6) {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      int end = at;
      while (end < text.length() && text.charAt(end) != ' ' && end - at < 60) {
        end++;
      }
      String word = text.substring(at, end);
      if (WITHOUT.contains(word.toLowerCase(Locale.ROOT))) {
        // What is left out ends with its bracket.
        int close = text.indexOf(')', end);
        at = word.startsWith("(") && close > 0 ? close + 1 : text.length();
        continue;
      }
      if (!(names.isEmpty() && name.isEmpty()) && LEAVING.contains(word.toLowerCase(Locale.ROOT))) {
        break;
      }
      if (others > 0 && TOOLS.contains(word.toLowerCase(Locale.ROOT))) {
        break;
      }
      boolean named = isName(word);
      if (named) {
        name.append(name.isEmpty() ? "" : " ").append(word);
        others = 0;
      } else {
        others++;
      }
      boolean ends = !named || word.endsWith(",") || word.endsWith(".") || word.endsWith(";");
      if (ends && !name.isEmpty()) {
        String found = called(name.toString());
        if (!found.isEmpty()) {
          names.add(found);
        }
        name.setLength(0);
      }
      if (word.endsWith(".") || end == at) {
        break;
      }
      at = end;
    }
    String last = called(name.toString());
    if (!last.isEmpty()) {
      names.add(last);
    }
  }

  /// What words are as a name; nothing where they only say what data are made of.
  private static String called(String words) {
    String name = trim(words);
    return DataKinds.is(name) ? "" : name;
  }

  private static String trim(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && !Character.isLetterOrDigit(name.charAt(from))) {
      from++;
    }
    while (to > from
        && !Character.isLetterOrDigit(name.charAt(to - 1))
        && name.charAt(to - 1) != '+') {
      to--;
    }
    // "Harbour[12%]": a share is no part of the name.
    int share = name.indexOf('[', from);
    if (share > from + 1
        && share < to
        && share + 1 < name.length()
        && Character.isDigit(name.charAt(share + 1))) {
      to = share;
    }
    String trimmed = name.substring(from, to);
    boolean says =
        trimmed.length() >= 2
            && trimmed.length() <= 80
            && !LANGUAGES.contains(trimmed.toLowerCase(Locale.ROOT));
    return says ? trimmed : "";
  }

  private static boolean isName(String word) {
    String plain = trim(word);
    if (plain.isEmpty()
        || NOT_NAMES.contains(plain.toLowerCase(Locale.ROOT))
        || MethodNames.isOne(plain)
        || word.startsWith("I'")
        || word.startsWith("I\u2019")) {
      return false;
    }
    if (!Character.isUpperCase(plain.charAt(0))) {
      return false;
    }
    return plain.chars().anyMatch(Character::isLetter);
  }
}
