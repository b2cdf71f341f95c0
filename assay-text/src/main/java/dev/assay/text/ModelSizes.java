package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sizes in which a sentence gives the release's models, without the word "parameters": "in two
/// sizes, 7B and 13B", "we release a 24B model", "包含 3B、7B 规模". Sizes of other models stand in
/// comparisons, behind a name, and where a sentence names models that are not the release's.
final class ModelSizes {
  private static final int MOST = 8;

  private static final String ONE = "\\d{1,4}(?:\\.\\d{1,2})? ?(?:B|b|M|亿|億)(?![\\p{L}\\d%])";

  private static final String ASIDE = "(?: ?[(（][^()（）\\d]{0,40}[)）])?";

  private static final Pattern LIST =
      Pattern.compile(
          "(?<![\\p{L}\\d._/~≤<>=-])"
              + ONE
              + ASIDE
              + "(?: ?(?:,|，|、|/|;|；|and|&|or|和|及|与) ?(?:and |an? |and an? |和)?"
              + ONE
              + ASIDE
              + "){0,9}");

  private static final Pattern SIZE = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,2})?) ?(B|b|M|亿|億)");

  /// What the sizes are of, behind them.
  private static final Pattern NOUN =
      Pattern.compile(
          "^(?:-?[ ]?(?:[\\p{L}][\\p{L}\\d+-]*[ -](?:and )?){0,4}?(?:models?|versions?|variants?|sizes?|checkpoints?|llms?|lms|vlms?|chatbots?|flavou?rs)\\b"
              + "|\\)? ?(?:\\p{IsHan}{0,4}(?:规模|尺寸|版本|模型|參數|参数)))",
          Pattern.CASE_INSENSITIVE);

  /// What announces the sizes, before them.
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?:\\b(?:sizes?|scales?|variants?|versions?|checkpoints?|weights|models)|尺寸|规模|大小|版本|サイズ)"
              + "[^\\d.;。；]{0,30}?(?:[:：(（—–]| - |, ) ?(?:an? |和)?$",
          Pattern.CASE_INSENSITIVE);

  /// "A coding LLM (24B)".
  private static final Pattern IN_BRACKETS = Pattern.compile("\\b(?:LLM|VLM|LM|model|Model) [(（]$");

  /// Words of a release that is given.
  private static final Pattern GIVEN =
      Pattern.compile(
          "\\b(?:releas(?:e|es|ed|ing)|provid(?:e|es|ed|ing)|offer(?:s|ed|ing)?|available|introduc(?:e|es|ed|ing)|present|launch(?:ed|es)?"
              + "|open-?sourc(?:e|ed|ing)|publish(?:ed)?|consists? of|compris(?:e|es|ing)|comes? in|check out|download(?:s|ed)?"
              + "|series|family|variants|is an?|(?:three|two|four|five|several|various|multiple|different) (?:model )?sizes)\\b"
              + "|发布|开源|提供|包含|推出|包括|训练了|公開|공개",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BEGINS =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]{0,6}(?:\\[?[xX]\\] ?)?(?:(?:an?|the|our) )?$",
          Pattern.CASE_INSENSITIVE);

  /// Words near before that make the sizes others'.
  private static final Pattern OTHERS =
      Pattern.compile(
          "\\b(?:all|among|amongst|other|others|than|every|each|any|most|many|similar|like|as|for|vs\\.?|versus|over|existing|leading"
              + "|previous|larger|smaller|bigger|popular|with|to|against|between|from|on|using|of)(?: (?:the|other|all|our|its|an?|[\\w-]+-?sized?|size|open(?:-source)?))*[ (]*$"
              + "|(?:同等|同类|其他|其它|超过|优于|相比|对比|所有|基于|使用|需要?)\\p{IsHan}{0,4} ?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TO_COME =
      Pattern.compile(
          "\\b(?:will be|soon|upcoming|coming|plan(?:s|ned)? to|todo|in the future)\\b|即将|将在|后续|未来|计划",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CONDITION =
      Pattern.compile("\\bif you\\b|\\brequest access\\b|如果", Pattern.CASE_INSENSITIVE);

  private static final Pattern NEEDED =
      Pattern.compile(
          "\\b(?:gpus?|vram|ram|memory|gb|gib|tokens/s|needs?|requires?|outperform\\w*|surpass\\w*|compar\\w+|leaderboard|benchmarks?)\\b|显存|内存|优于|超过",
          Pattern.CASE_INSENSITIVE);

  /// A name with a number, as models have, with the words of the name before it.
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?<![\\p{L}\\d./_-])((?:\\p{Lu}[\\p{L}\\d-]{0,24} ){0,3})"
              + "(?!(?:Apache|MIT|CC|GPL|AGPL|BSD|Python|PyTorch|CUDA|Version|Table|Figure|Fig|Section|Stage|Phase|Jan|Feb|Mar"
              + "|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October"
              + "|November|December)[ -]?\\d)"
              + "\\p{Lu}\\p{L}{0,24}[-_ ]?[Vv]?\\d[\\p{L}\\d.]*(?:-[\\p{L}\\d.]+){0,6}");

  private static final Pattern HYPHENATED =
      Pattern.compile(
          "(?<![\\p{L}\\d-])\\p{Lu}[\\p{L}\\d]{1,24}(?:-\\p{Lu}[\\p{L}\\d]{1,24}){1,4}");

  private ModelSizes() {}

  /// The sizes that a sentence tells of the release's own models.
  ///
  /// @param own the names that are the release's
  /// @param news whether news are told, which are of its makers' other models, too
  static List<ParameterCounts.Count> in(String text, OwnNames own, boolean news) {
    if (text.length() > 1_000 || !LIST.matcher(text).find()) {
      return List.of();
    }
    if (TO_COME.matcher(text).find()
        || NEEDED.matcher(text).find()
        || Tongue.isAnother(text)
        || isSupposed(text)
        || news && HYPHENATED.matcher(text).results().anyMatch(m -> !isOwn(m.group(), own))) {
      return List.of();
    }
    boolean given = GIVEN.matcher(text).find();
    var sizes = new ArrayList<ParameterCounts.Count>();
    Matcher list = LIST.matcher(text);
    while (list.find() && sizes.size() < MOST) {
      String before = text.substring(Math.max(0, list.start() - 64), list.start());
      String after = text.substring(list.end(), Math.min(text.length(), list.end() + 60));
      boolean several = SIZE.matcher(list.group()).results().limit(2).count() > 1;
      boolean announced = ANNOUNCED.matcher(before).find();
      boolean noun = NOUN.matcher(after).find();
      boolean bracket = IN_BRACKETS.matcher(before).find();
      boolean begins = list.start() < 12 && BEGINS.matcher(text.substring(0, list.start())).find();
      boolean told =
          announced && (several || noun) || noun && (given || begins) || bracket && given;
      if (told && !isOthers(before, own) && !namesOthers(text.substring(0, list.start()), own)) {
        read(list, sizes);
      }
    }
    return sizes;
  }

  /// Whether a sentence tells what a reader may do, or ask for.
  static boolean isSupposed(String text) {
    return CONDITION.matcher(text).find();
  }

  private static void read(Matcher list, List<ParameterCounts.Count> sizes) {
    Matcher size = SIZE.matcher(list.group());
    while (size.find() && sizes.size() < MOST) {
      int at = list.start() + size.start();
      String written = size.group();
      String unit = String.valueOf(size.group(2)).toLowerCase(Locale.ROOT);
      ParameterCounts.count(String.valueOf(size.group(1)), unit)
          .map(n -> new ParameterCounts.Count(written, n.longValue(), at))
          .ifPresent(sizes::add);
    }
  }

  /// A name before a size is the model's, and whose that is it says: "Other 7B and 13B models".
  private static boolean isOthers(String before, OwnNames own) {
    if (OTHERS.matcher(before).find()) {
      return true;
    }
    int space = before.stripTrailing().lastIndexOf(' ');
    String word = before.stripTrailing().substring(space + 1);
    boolean name =
        before.endsWith(" ")
            && !word.isEmpty()
            && Character.isUpperCase(word.codePointAt(0))
            && word.length() > 3
            && !before.strip().equals(word);
    return name && !own.are(word);
  }

  /// Whether a text names a model that is none of the release's.
  private static boolean namesOthers(String text, OwnNames own) {
    return NUMBERED
        .matcher(text)
        .results()
        .filter(m -> !LIST.matcher(m.group()).find())
        .anyMatch(m -> !isOwn(m.group(), own));
  }

  /// "Introducing Foo Small 2": the name may begin at any of the words.
  private static boolean isOwn(String words, OwnNames own) {
    int from = 0;
    while (from >= 0) {
      String name = words.substring(from);
      if (own.are(name) || own.beginWith(name)) {
        return true;
      }
      int space = words.indexOf(' ', from);
      from = space < 0 ? -1 : space + 1;
    }
    return false;
  }
}
