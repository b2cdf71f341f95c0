package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Data sets that a sentence enumerates without a link: sources behind "collected from", and what
/// stands between those that are linked.
final class Enumerated {
  private static final int MOST = 12;
  private static final int LONGEST = 60;

  /// How a sentence comes to the sources that its data were taken from.
  private static final Pattern SOURCES =
      Pattern.compile(
          "(?i)\\b(?:collected|gathered|compiled|curated|sourced|drawn|derived|cleaned|taken) from"
              + " (?:[\\p{L}\\d -]{1,60},? (?:including|such as|namely) |the following:? )?");

  /// What is called data, where it is not given by whom.
  private static final Pattern GIVEN =
      Pattern.compile(
          "^(?:an?|the|another|one) ((?:[\\p{L}-]{2,20} ){0,3}(?:corpus|dataset|data ?set|data)"
              + " (?:provided|given|collected|crawled|compiled|donated|shared) by [\\p{L}. -]{2,40})$");

  /// A dump, a crawl or a collection by its name.
  private static final Pattern NAMED =
      Pattern.compile(
          "^(?:an?|the|various|recent|full|latest|our|,| )*((?:[\\p{Lu}\\d][\\p{L}\\d.+-]*"
              + " ){1,4}(?:dumps?|corpus|corpora|crawls?|data ?sets?|collection|data))$");

  /// What was taken beside a data set and has no name.
  private static final Pattern EXTRA =
      Pattern.compile(
          "(?:\\+|,? (?:and|plus|as well as|along with|together with)) (?:an?|our|some) ((?:additional|extra"
              + "|internal|private|proprietary|in-house|non-public) (?:[\\p{L}-]{2,20} ){0,3}(?:data ?set|corpus"
              + "|data)(?: of [\\d.,]+[kKMB]? [\\p{L}]{3,20})?)");

  /// How a sentence comes to the names of some of its data: "data sets (e.g., X, Y)", "5K letters
  /// from X and Y", "sources such as X".
  private static final Pattern SOME =
      Pattern.compile(
          "(?i)\\b(?:data ?sets?|corpora|corpus|sources|data|collections|benchmarks)"
              + "(?: ?[(,] ?| )(?:e\\.?g\\.?,?|i\\.?e\\.?,?|such as|including|namely|like) (?:the )?"
              + "|\\b(?:data ?sets?|data|samples|examples|pairs|questions|problems|texts?|images|instructions|conversations|documents|trajectories)"
              + " (?:sampled |taken |drawn |coming |selected |derived )?from (?:the )?");

  private static final Pattern NAME =
      Pattern.compile(
          "^(?:the |both )?(\\p{Lu}[\\w.+-]*(?: (?:[\\p{Lu}\\d][\\w.+-]*|of|data)){0,3})(?=$| [a-z(\\d\\[])");

  private static final Pattern SHARE =
      Pattern.compile(
          "\\b\\d{1,3}(?:\\.\\d{1,2})? ?% (?:of |from )?(?:the )?(\\p{Lu}[\\w+-]*(?: \\p{Lu}[\\w+-]*){0,2})");

  /// The data sets of which a sentence says what share of them, or which share they are, was taken:
  /// "5% of Harbour, 40% of Dune".
  static List<String> shares(String text) {
    List<String> names = new ArrayList<>();
    Matcher share = SHARE.matcher(text);
    while (names.size() < MOST && share.find()) {
      names.add(share.group(1));
    }
    return names.size() < 2 ? List.of() : names;
  }

  static boolean tellsShares(String text) {
    return text.indexOf('%') > 0 && !shares(text).isEmpty();
  }

  private Enumerated() {}

  /// The data sets that a sentence names as some of its data.
  ///
  /// @param fetched whether it tells where data can be had: then that stands behind "from"
  static List<String> some(String text, boolean fetched) {
    List<String> names = new ArrayList<>();
    Matcher some = SOME.matcher(text);
    while (names.size() < MOST && some.find()) {
      if (fetched && FROM.matcher(some.group()).find()) {
        continue;
      }
      String list = text.substring(some.end(), Math.min(text.length(), some.end() + FAR));
      int close = closing(list);
      for (String member : members(close < 0 ? list : list.substring(0, close))) {
        String plain =
            SUBSETS.matcher(BEHIND.matcher(member).replaceFirst("")).replaceFirst("").strip();
        Matcher named = NAME.matcher(plain);
        if (plain.length() > LONGEST
            || !named.find()
            || !DataNames.begins(String.valueOf(named.group(1)) + " ")) {
          break;
        }
        names.add(named.group(1));
      }
    }
    return names;
  }

  private static final Pattern FROM = Pattern.compile("(?i) from (?:the )?$");

  /// How far behind the words that announce them the names may stand.
  private static final int FAR = 200;

  /// What stands behind a name in its member: a bracket, a number of the next one.
  private static final Pattern BEHIND = Pattern.compile("\\s*[(\\[].*$|\\s+\\(?\\d\\).*$");

  private static final Pattern SUBSETS =
      Pattern.compile(
          " (?:subsets?|splits?|parts?|portions?|data ?sets?|corpus|corpora)(?: of .*)?$");

  /// Where a bracket closes that was opened before; -1 for nowhere.
  private static int closing(String list) {
    int depth = 0;
    for (int i = 0; i < list.length(); i++) {
      depth += list.charAt(i) == '(' ? 1 : list.charAt(i) == ')' ? -1 : 0;
      if (depth < 0) {
        return i;
      }
    }
    return -1;
  }

  /// What a sentence adds to the data sets that it names, in words: "+ an extra training dataset of
  /// 800 songs".
  static List<String> extra(String text) {
    Matcher extra = EXTRA.matcher(text);
    return extra.find() ? List.of(extra.group(1)) : List.of();
  }

  /// The sources behind "collected from".
  static List<String> sources(String text) {
    Matcher from = SOURCES.matcher(text);
    return from.find() ? names(text.substring(from.end())) : List.of();
  }

  /// The members of an enumeration as far as they are names.
  private static List<String> names(String list) {
    List<String> names = new ArrayList<>();
    for (String member : members(list)) {
      int bracket = member.indexOf('(');
      String name = (bracket < 0 ? member : member.substring(0, bracket)).strip();
      boolean proper =
          name.length() >= 2
              && name.length() <= LONGEST
              && Character.isUpperCase(name.charAt(0))
              && name.split(" ").length <= 4
              && DataNames.begins(name + " ");
      if (!proper) {
        break;
      }
      names.add(name);
    }
    return names.size() < 2 || names.size() > MOST ? List.of() : List.copyOf(names);
  }

  /// What stands between the linked members of an enumeration and is data too.
  ///
  /// @param text the sentence
  /// @param links its links that are data, with their places in the sentence
  static List<String> between(String text, List<Link> links, int at) {
    if (links.size() < 2) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      int from = links.get(i).at() - at + links.get(i).text().length();
      int to = i + 1 < links.size() ? links.get(i + 1).at() - at : text.length();
      if (from < 0 || to > text.length() || from >= to) {
        continue;
      }
      String gap = text.substring(from, to);
      if (gap.startsWith(",") || gap.startsWith(" and ")) {
        for (String member : members(gap)) {
          named(member.strip(), names);
        }
      }
    }
    return names.size() > MOST ? List.of() : names;
  }

  private static void named(String member, List<String> names) {
    if (member.length() > 2 * LONGEST) {
      return;
    }
    Matcher named = NAMED.matcher(member);
    Matcher given = GIVEN.matcher(member);
    if (named.matches()) {
      names.add(named.group(1));
    } else if (given.matches()) {
      names.add(given.group(1));
    }
  }

  /// An enumeration cut at its commas and at "and", outside of brackets, up to the end of the
  /// sentence.
  private static List<String> members(String list) {
    List<String> members = new ArrayList<>();
    var member = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < list.length() && members.size() <= 2 * MOST; i++) {
      char c = list.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean and = depth == 0 && list.startsWith(" and ", i);
      boolean end =
          depth == 0
              && (c == ';' || c == '.' && (i + 1 == list.length() || list.charAt(i + 1) == ' '));
      if (depth == 0 && c == ',' || and || end) {
        add(member, members);
        i += and ? " and".length() : 0;
      } else {
        member.append(c);
      }
      if (end) {
        return members;
      }
    }
    add(member, members);
    return members;
  }

  private static void add(StringBuilder member, List<String> members) {
    String said = member.toString().strip();
    member.setLength(0);
    if (said.startsWith("and ")) {
      said = said.substring(4);
    }
    if (!said.isEmpty()) {
      members.add(said);
    }
  }
}
