package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.DataSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a model's results are told on, by name: the columns of a table of results, the
/// heading above it, the words behind "evaluated on". A name is known as that of a public set, or
/// is called a benchmark or a test set where it stands.
final class EvaluatedOn {
  /// A report names so many at most from one document.
  private static final int MOST = 40;

  /// A longer cell or heading is a sentence.
  private static final int CELL = 60;

  /// A cell of so many characters is a paragraph.
  private static final int PROSE = 120;

  /// Words that say that something is measured, after which a sentence names on what.
  private static final Pattern MEASURES =
      Pattern.compile(
          "(?i)\\b(?:evaluat\\w{0,4}|benchmark\\w{0,4}|tested|scor\\w{1,4}|achiev\\w{1,5}|attain\\w{0,3}|reach\\w{0,4}|obtain\\w{0,3}"
              + "|outperform\\w{0,4}|surpass\\w{0,3}|results?|performance|accuracy|state[- ]of[- ]the[- ]art|sota|perplexity|leaderboard)\\b"
              + "|评测|评估|测试|达到|取得|優れ|評価|평가|성능");

  /// "On the Shore benchmark": a name that is called so.
  private static final Pattern CALLED =
      Pattern.compile(
          "\\b(?:on|for|of|in) (?:the )?([A-Z][\\w+.-]{1,30}(?: [A-Z0-9][\\w+.-]{0,30}){0,2}) "
              + "(?:benchmarks?|test[- ]?sets?|leaderboards?|validation sets?|val sets?|test splits?)\\b");

  private static final String NAME = "[A-Z][\\w+.-]{0,30}(?:[ -][A-Z0-9][\\w+.-]{0,30}){0,3}";

  /// "On five public benchmarks, including A, B and C": names by what they are called together.
  private static final Pattern LISTED =
      Pattern.compile(
          "(?i)\\b(?:benchmarks?|test sets?|leaderboards?|evaluation (?:data )?sets?)\\b[^.;:]{0,40}?(?:,? ?\\(?(?:including|include|includes|such as|namely|like|i\\.e\\.,?)|[:(])\\s*(?-i:((?:"
              + NAME
              + "(?:, (?:and |& )?| and | & )){1,20}"
              + NAME
              + "))");

  /// How names in a list are parted.
  private static final Pattern PARTED = Pattern.compile(", (?:and |& )?| and | & ");

  /// What stands before a name that data for training bear.
  private static final Pattern TO_TRAIN =
      Pattern.compile("(?i)\\b(?:pre-?|fine-?)?(?:train|tun)\\w{0,5}\\b|训练|微调|学習|학습");

  /// The names of public sets by their first character.
  private static final Map<Character, List<String>> KNOWN = load();

  private EvaluatedOn() {}

  /// Folders whose documents speak for the whole release.
  private static final Set<String> PAGES =
      Set.of("doc", "docs", "documentation", "readme", "readmes", "model_zoo");

  /// What a page of others' works is called.
  private static final Set<String> OF_OTHERS =
      Set.of("papers", "references", "bibliography", "awesome", "related");

  /// Whether a document speaks for the release: one at its root or in its pages, or a card. Below
  /// lie parts that are others', as a rule.
  static boolean wants(Place place, Document.Kind kind) {
    if (place.nameHas(OF_OTHERS)) {
      return false;
    }
    return place.depth() == 0
        || kind == Document.Kind.MODEL_CARD
        || place.depth() == 1
            && PAGES.contains(
                place.path().substring(0, place.path().indexOf('/')).toLowerCase(Locale.ROOT));
  }

  /// The passages of a document with one for each block that names such sets.
  static List<Passage> add(TextFile file, List<Block> blocks, Heard heard, List<Passage> passages) {
    List<Passage> all = new ArrayList<>(passages);
    Set<String> seen = new LinkedHashSet<>();
    Settings settings = new Settings();
    Block table = null;
    for (Block block : blocks) {
      if (seen.size() >= MOST) {
        break;
      }
      Setting setting = settings.of(block.headings());
      if (setting.aside() || setting.citation() || setting.reader()) {
        continue;
      }
      Set<String> names = new LinkedHashSet<>();
      if (block.kind() == Block.Kind.ROW) {
        boolean first = table == null || !table.header().equals(block.header());
        table = block;
        boolean trains = TO_TRAIN.matcher(block.heading()).find() && !setting.evaluation();
        if (first && !trains && isOfResults(block, setting)) {
          ofTable(block, names);
        }
        // Some lay out their words in the cells of a table.
        for (String cell : block.cells()) {
          if (cell.length() > PROSE) {
            for (Sentences.Sentence sentence : Sentences.of(cell)) {
              ofSentence(sentence.text(), sentence.signals(), names);
            }
          }
        }
      } else {
        table = null;
        boolean ofData = (setting.dataSection() || setting.data()) && !setting.evaluation();
        boolean prose = block.kind() == Block.Kind.PARAGRAPH || block.kind() == Block.Kind.ITEM;
        if (prose && !ofData) {
          for (Sentences.Sentence sentence : heard.in(block)) {
            ofSentence(sentence.text(), sentence.signals(), names);
          }
        } else if (block.kind() == Block.Kind.CODE && setting.evaluation()) {
          ofCommands(block.text(), names);
        }
      }
      List<Passage.Source> sources = new ArrayList<>();
      for (String name : names) {
        if (seen.size() < MOST && seen.add(name.toLowerCase(Locale.ROOT))) {
          sources.add(new Passage.Source(name, ""));
        }
      }
      if (!sources.isEmpty()) {
        all.add(
            new Passage(
                DataSet.Stage.EVALUATION,
                DataSet.Form.NAMED,
                Set.of(),
                1,
                sources,
                List.of(),
                block.text(),
                file.evidence(block.first(), block.last())));
      }
    }
    return all;
  }

  private static boolean isOfResults(Block row, Setting setting) {
    String head = String.join(" ", row.header());
    return setting.evaluation()
        || Metrics.in(head)
        || Metrics.in(row.heading())
        || Signals.of(row.lead()).has(Topic.EVALUATION)
        || Signals.of(head).has(Topic.EVALUATION)
        || row.headings().stream().anyMatch(h -> Signals.of(h).has(Topic.EVALUATION_HEADING));
  }

  /// The heads of a table's columns, its first cells and the heading above it, where they are
  /// known.
  private static void ofTable(Block row, Set<String> names) {
    for (String cell : row.header()) {
      if (cell.length() <= CELL) {
        known(cell, names);
      }
    }
    if (row.heading().length() <= CELL) {
      known(row.heading(), names);
    }
  }

  private static void ofSentence(String text, Signals s, Set<String> names) {
    if (s.hasAny(Topic.READER, Topic.OTHER_MODEL) || text.length() > 1_000) {
      return;
    }
    Matcher measures = MEASURES.matcher(text);
    if (!measures.find()) {
      return;
    }
    Matcher called = CALLED.matcher(text);
    while (called.find()) {
      if (!isForTraining(text, called.start())) {
        names.add(String.valueOf(called.group(1)));
      }
    }
    Matcher listed = LISTED.matcher(text);
    while (listed.find()) {
      if (!isForTraining(text, listed.start())) {
        for (String name : PARTED.split(String.valueOf(listed.group(1)), MOST)) {
          names.add(name.strip().replaceAll("\\.$", ""));
        }
      }
    }
    Set<String> found = new LinkedHashSet<>();
    known(text, found);
    for (String name : found) {
      int at = text.indexOf(name);
      boolean behind = at > measures.start() || followsOn(text, at);
      if (behind && !isForTraining(text, at) && !isLinkedToTrain(s, at)) {
        names.add(name);
      }
    }
  }

  /// Whether the words right before a name are of training: "trained on A, and tested on B" names
  /// one of each.
  private static boolean isForTraining(String text, int at) {
    String before = text.substring(Math.max(0, at - 80), at);
    Matcher train = TO_TRAIN.matcher(before);
    int last = -1;
    while (train.find()) {
      last = train.end();
    }
    if (last < 0) {
      return false;
    }
    return !MEASURES.matcher(before.substring(last)).find();
  }

  private static boolean isLinkedToTrain(Signals s, int at) {
    return AnyOf.is(
        s.of(Topic.TRAINING_DATA),
        hit -> hit.to() <= at && at - hit.to() <= 30 || hit.from() >= at && hit.from() - at <= 40);
  }

  /// "On A, it reaches": the name stands before what is measured.
  private static boolean followsOn(String text, int at) {
    String before = text.substring(Math.max(0, at - 8), at).toLowerCase(Locale.ROOT);
    return before.endsWith("on ")
        || before.endsWith("on the ")
        || before.endsWith("在")
        || before.endsWith("on **");
  }

  private static final Pattern GIVEN =
      Pattern.compile(
          "(?i)--?(?:data[-_]?set(?:[-_]name)?|data|benchmark|tasks?|eval[-_]?set|split)[= ][\"']?([\\w,./+-]{2,60})");

  /// The names that a command of an evaluation is given.
  private static void ofCommands(String commands, Set<String> names) {
    Matcher m = GIVEN.matcher(commands);
    while (m.find()) {
      for (String part : String.valueOf(m.group(1)).split("[,/]")) {
        String plain = part.replace('_', '-');
        Set<String> found = new LinkedHashSet<>();
        known(plain, found);
        if (found.contains(plain)) {
          names.add(part);
        }
      }
    }
  }

  /// The known names in a text, as they are written there, longer ones first where they overlap.
  private static void known(String text, Set<String> found) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return;
    }
    int i = 0;
    while (i < lower.length()) {
      boolean starts = i == 0 || !isWord(lower.charAt(i - 1));
      int end = starts && isWord(lower.charAt(i)) ? longest(lower, i) : -1;
      if (end > 0 && isProper(text, i, end)) {
        found.add(text.substring(i, end));
        i = end;
      } else {
        i++;
      }
    }
  }

  private static int longest(String lower, int at) {
    int best = -1;
    for (String name : KNOWN.getOrDefault(lower.charAt(at), List.of())) {
      int end = at + name.length();
      if (end > best
          && lower.startsWith(name, at)
          && (end == lower.length() || !isWord(lower.charAt(end)) || isYear(lower, end))) {
        best = end;
      }
    }
    return best;
  }

  /// Whether the name of a set goes on with a year or a version: `KITTI2015`.
  private static boolean isYear(String lower, int end) {
    return end + 3 < lower.length() && lower.startsWith("20", end);
  }

  /// Whether a name is written as one: most of these words mean something else in lower case.
  private static boolean isProper(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c) || Character.isDigit(c)) {
        return true;
      }
    }
    return text.length() <= CELL && text.indexOf(' ') < 0;
  }

  /// Whether a public data set is called so.
  ///
  /// @param name in lower case
  static boolean isSet(String name) {
    return !name.isEmpty() && KNOWN.getOrDefault(name.charAt(0), List.of()).contains(name);
  }

  private static boolean isWord(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c) || c == '_';
  }

  private static Map<Character, List<String>> load() {
    Map<Character, List<String>> names = new HashMap<>();
    try (InputStream in = EvaluatedOn.class.getResourceAsStream("evaluation-sets.txt")) {
      if (in == null) {
        throw new IllegalStateException("no evaluation-sets.txt");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line : (Iterable<String>) reader.lines()::iterator) {
        String name = line.strip();
        if (!name.isEmpty() && !name.startsWith("#")) {
          names.computeIfAbsent(name.charAt(0), c -> new ArrayList<>()).add(name);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(names);
  }
}
