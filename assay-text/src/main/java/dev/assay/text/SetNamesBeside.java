package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of data sets by their nouns in languages other than English: before the noun without a
/// space in Chinese, Japanese and Korean ("Harbour-9K数据集"), behind it where the noun comes first
/// ("o conjunto de dados Harbour", "датасет Harbour"), joined to it in German
/// ("Harbour-Datensatz"), and behind a label ("Corpus : Harbour (900 lignes) + Dune").
final class SetNamesBeside {
  private static final int MOST = 12;
  private static final int LONGEST = 60;
  private static final int WORDS = 6;

  private static final List<String> OF_ASIA =
      List.of(
          "数据集", "資料集", "数据", "データセット", "コーパス", "データ", "데이터셋", "데이터 세트", "데이터", "말뭉치", "코퍼스", "语料");

  private static final List<String> NOUN_FIRST =
      List.of(
          "conjunto de dados",
          "conjunto de datos",
          "conjuntos de datos",
          "jeu de données",
          "jeux de données",
          "insieme di dati",
          "датасет",
          "корпус",
          "данн");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:corpus|corpora|data ?sets?|training data(?: ?sets?)?|data ?sources?|données|jeu de données"
              + "|datos|conjunto de datos|dados|conjunto de dados|datensatz|daten|trainingsdaten|датасет|данные"
              + "|数据集|训练数据|训练集|データセット|データソース|学習データ|訓練データ|데이터셋|학습 데이터)\\W{0,3} ?[:：] ?(?=\\S)");

  private SetNamesBeside() {}

  /// The names in a text, possibly none.
  static List<String> in(String text, Signals s) {
    List<String> names = new ArrayList<>();
    for (Topic topic : List.of(Topic.DATA, Topic.TRAINING_DATA)) {
      for (Phrases.Hit hit : s.of(topic)) {
        if (names.size() >= MOST) {
          return names;
        }
        String noun = text.substring(hit.from(), hit.to()).toLowerCase(Locale.ROOT);
        if (AnyOf.is(OF_ASIA, noun::startsWith)) {
          add(latinBefore(text, hit.from()), names);
        } else if (AnyOf.is(NOUN_FIRST, noun::startsWith)
            || noun.equals("dataset") && Tongue.isAnother(text)) {
          add(behind(text, hit.to()), names);
        } else if (noun.startsWith("daten") || noun.startsWith("korpus")) {
          add(joined(text, hit.from()), names);
        }
      }
    }
    return names;
  }

  /// The names behind a label that means data, at the beginning of an item: each member of what is
  /// joined there that is written as a name.
  static List<String> behindLabel(String text) {
    Matcher label = LABEL.matcher(text.length() > 400 ? text.substring(0, 400) : text);
    List<String> names = new ArrayList<>();
    if (!label.find()) {
      return names;
    }
    String list = text.substring(label.end(), Math.min(text.length(), label.end() + 300));
    for (String member :
        BRACKETS.matcher(list).replaceAll(" ").split(" ?[+,;；、] ?| and | et | y | und ")) {
      String name = leading(member.strip());
      if (!name.isEmpty() && names.size() < MOST) {
        names.add(name);
      }
    }
    return names;
  }

  private static final Pattern BRACKETS = Pattern.compile("\\([^()]{0,120}\\)");

  /// The words of a name that a text begins with.
  private static String leading(String text) {
    int end = 0;
    int words = 0;
    while (end < text.length() && words < WORDS) {
      int from = end;
      while (from < text.length() && text.charAt(from) == ' ') {
        from++;
      }
      int to = from;
      while (to < text.length() && text.charAt(to) != ' ') {
        to++;
      }
      String word = text.substring(from, to);
      boolean joins = words > 0 && JOINS.contains(word) && to < text.length();
      if (!joins && !isNameWord(word, words == 0)) {
        break;
      }
      end = to;
      words++;
      char last = word.charAt(word.length() - 1);
      if (".:,;)".indexOf(last) >= 0) {
        break;
      }
    }
    return isName(trim(text.substring(0, end))) ? trim(text.substring(0, end)) : "";
  }

  private static final Set<String> JOINS = Set.of("of", "and", "/", "&", "in", "the", "for");

  private static boolean isNameWord(String word, boolean first) {
    String plain = trim(word);
    return !plain.isEmpty()
        && plain.chars().anyMatch(Character::isLetterOrDigit)
        && (Character.isUpperCase(plain.charAt(0))
            || !first && Character.isDigit(plain.charAt(0))
            || isCoined(plain));
  }

  /// The name right behind a noun, without marks of quotation.
  private static String behind(String text, int at) {
    int from = at;
    // The ending of the noun.
    while (from < text.length() && Character.isLetter(text.charAt(from))) {
      from++;
    }
    while (from < text.length() && " \"'`«“”[(*_:".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return from - at > 12 || from >= text.length()
        ? ""
        : leading(text.substring(from, Math.min(text.length(), from + 2 * LONGEST)));
  }

  /// The Latin letters right before a noun of a script without spaces.
  private static String latinBefore(String text, int at) {
    int end = at;
    while (end > 0 && at - end < 3 && " `」』\"”》*".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int from = end;
    while (from > 0 && end - from < LONGEST && isLatin(text.charAt(from - 1))) {
      from--;
    }
    String run = text.substring(from, end);
    // A run begins with the words of the sentence where that mixes scripts.
    int words = run.length();
    for (int count = 0; count < WORDS && words > 0; count++) {
      int space = run.lastIndexOf(' ', words - 1);
      String word = run.substring(space + 1, words);
      if (!word.isEmpty() && !isNameWord(word, false)) {
        break;
      }
      words = Math.max(space, 0);
      if (space < 0) {
        return isName(trim(run)) ? trim(run) : "";
      }
    }
    String name = trim(run.substring(Math.min(words, run.length())));
    return isName(name) ? name : "";
  }

  /// What is joined to a noun by a hyphen, where it is a word made for something.
  private static String joined(String text, int at) {
    if (at < 2 || "-\u2010\u2011".indexOf(text.charAt(at - 1)) < 0) {
      return "";
    }
    int from = at - 1;
    while (from > 0 && at - from < LONGEST && isNamePart(text.charAt(from - 1))) {
      from--;
    }
    String name = text.substring(from, at - 1);
    if (from > 3 && text.startsWith(" / ", from - 3)) {
      int first = from - 3;
      while (first > 0 && from - first < LONGEST && isNamePart(text.charAt(first - 1))) {
        first--;
      }
      name = text.substring(first, at - 1);
    }
    return isCoined(name) ? trim(name) : "";
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "-_+.".indexOf(c) >= 0;
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && (Character.isLetterOrDigit(c) || " -_+./".indexOf(c) >= 0);
  }

  /// Whether a word has a capital or a digit within it: it was made for something.
  static boolean isCoined(String word) {
    if (word.length() < 3 || !Character.isLetterOrDigit(word.charAt(0))) {
      return false;
    }
    boolean letter = word.chars().anyMatch(Character::isLetter);
    return letter
        && word.substring(1)
            .chars()
            .anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  private static boolean isName(String name) {
    return name.length() >= 3
        && name.length() <= LONGEST
        && name.chars().anyMatch(Character::isLetter)
        && !AMOUNT.matcher(name).matches()
        && (Character.isUpperCase(name.charAt(0)) || isCoined(name))
        && !DataKinds.is(name)
        && !Signals.of(name).hasAny(Topic.WEIGHTS, Topic.HARDWARE, Topic.EVALUATION_HEADING)
        && !NONE.contains(name.toLowerCase(Locale.ROOT))
        && !MethodNames.isOne(name);
  }

  private static final Pattern AMOUNT = Pattern.compile("[\\d.,]+[A-Za-z]{0,2}");

  private static final Set<String> NONE =
      Set.of(
          "train",
          "test",
          "val",
          "dataset",
          "data",
          "json",
          "jsonl",
          "csv",
          "api",
          "kaggle",
          "github",
          "google drive",
          "hugging face",
          "huggingface",
          "roboflow",
          "python");

  private static void add(String name, List<String> names) {
    if (!name.isEmpty() && !names.contains(name)) {
      names.add(name);
    }
  }

  private static String trim(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && !Character.isLetterOrDigit(name.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(name.charAt(to - 1))) {
      to--;
    }
    return name.substring(from, to);
  }
}
