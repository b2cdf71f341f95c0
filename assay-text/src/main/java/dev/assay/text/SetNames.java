package dev.assay.text;

import dev.assay.model.DataSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a report calls a data set: the name that was read, where it is one, and the address where
/// only "here" stands on the link.
///
/// A name is read by how names are written, so months, methods, models and places for a path are
/// read too. Better no name than one that a reader would laugh at: the passage is quoted beside it.
final class SetNames {
  private static final int LONGEST = 120;

  /// So much of a passage is looked at for what stands beside a name.
  private static final int MOST_WORDS = 4_000;

  /// Labels of links that say nothing of what lies there.
  private static final Set<String> LABELS =
      Set.of(
          "",
          "here",
          "fonte",
          "fonti",
          "quelle",
          "quellen",
          "fuente",
          "fuentes",
          "sources",
          "источник",
          "来源",
          "來源",
          "出典",
          "출처",
          "link",
          "links",
          "this link",
          "this",
          "download",
          "downloads",
          "download link",
          "download here",
          "download page",
          "data",
          "dataset",
          "datasets",
          "the dataset",
          "data set",
          "view",
          "ref",
          "url",
          "website",
          "site",
          "page",
          "source",
          "zenodo",
          "figshare",
          "huggingface",
          "hugging face",
          "hugging face hub",
          "huggingface datasets",
          "huggingface datasets!",
          "hugging face datasets",
          "hf",
          "kaggle",
          "github",
          "gitlab",
          "official website",
          "the official website",
          "project page",
          "google drive",
          "gdrive",
          "dropbox",
          "onedrive",
          "baidu",
          "train",
          "val",
          "test",
          "images",
          "videos",
          "annotations",
          "file",
          "files",
          "csv",
          "json",
          "jsonl",
          "parquet",
          "zip",
          "original",
          "preprocessed",
          "processed",
          "raw",
          "下载",
          "链接",
          "下载链接",
          "数据下载",
          "数据",
          "数据集",
          "这里",
          "此处",
          "モデル",
          "こちら",
          "リンク",
          "ダウンロード",
          "ссылка",
          "скачать",
          "датасет",
          "lien",
          "télécharger",
          "ici",
          "hier",
          "herunterladen",
          "enlace",
          "descargar",
          "aquí",
          "aqui",
          "baixar",
          "링크",
          "다운로드",
          "여기",
          "데이터셋",
          "百度网盘",
          "谷歌云盘",
          "地址",
          "下载地址",
          "homepage",
          "home page",
          "project website",
          "official site",
          "dataset link",
          "dataset url",
          "data url",
          "data link",
          "data source",
          "dataset source",
          "dataset page",
          "train set",
          "training set",
          "training data",
          "baidu pan",
          "baidu drive",
          "baidu netdisk",
          "tsinghua cloud");

  /// Words that no data set is called by alone: methods, measures, machines, and words of the page.
  private static final Set<String> NONE =
      Set.of(
          "open",
          "prepare",
          "preparing",
          "combined",
          "universal",
          "general",
          "full",
          "new",
          "note",
          "see",
          "table",
          "figure",
          "section",
          "appendix",
          "devices",
          "device",
          "code",
          "examples",
          "example",
          "flops",
          "tts",
          "asr",
          "nlp",
          "gpu",
          "gpus",
          "tpu",
          "cpu",
          "api",
          "deepspeed",
          "tensorflow",
          "pytorch",
          "jax",
          "keras",
          "mix",
          "ours",
          "none",
          "total",
          "auto",
          "yes",
          "no",
          "n/a",
          "unknown",
          "token",
          "tokens",
          "volumes",
          "default",
          "custom",
          "mine",
          "i'm",
          "we've",
          "it's",
          "github",
          "gitlab",
          "kaggle",
          "huggingface",
          "hugging face");

  private static final Pattern MONTH =
      Pattern.compile(
          "(?i)^(?:up to |until |before |early |late |mid[-"
              + " ])?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:["
              + " ,]+\\d{1,4})?$");

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)(?:^|[_/<{$])(?:path|dir|folder|your)(?:[_/>}"
              + " ]|$)|[_/](?:path|dir|folder)$|localhost|127\\.0\\.0\\.1|\\{\\w*\\}|\\.\\.\\./");

  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)^\\d[\\d.,]*[kmbt]?[- ](?-i:[a-z])|\\d+px\\b|\\bfine-?tun|\\bmethod\\b|\\bresults\\b|\\bcheckpoint|\\binference\\b|[，。；：]|训练|训練|请|进行|転換|转换|\\bterms[-"
              + " ]of|^license|^licence|[’']s$|[-\\u2010\\u2011 ](?:ready|models?|loss|losses|formats?|tokeni[sz]ers?|toolkit)$");

  /// An amount, or words that say what kind of data it is: "1.2 trillion", "4M samples", "several
  /// (3 sources)", "a new mix of online data".
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?i)^[~<>≈]?\\d[\\d.,]*(?: ?(?:[kmbt]|thousand|million|billion|trillion))?"
              + "(?:/\\d[\\d.,]*[kmbt]?| ?\\+)?"
              + "(?: (?:tokens|words|samples|examples|sentences|documents|images|videos|hours|pairs))?$"
              + "|^(?:\\d[\\d.,]*[kmbt]? )?\\([^()]{1,40}\\) pairs$"
              + "|^(?:an?|several|various|multiple|many|some|mostly|private|internal|in-house) (?-i:[(\\p{Ll}])");

  /// What stands before a name that is a model's or a program's.
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i)\\b(?:based (?:up)?on|built (?:up)?on|on top of|initiali[sz]ed"
              + " (?:from|with)|starting from|fine-?tuned from|distilled from|generated"
              + " (?:by|with|from|using)|predicted (?:by|with)|code of) +(?:the |our |a |an"
              + " )?(?:same |original |pre-?trained )?(?:[\\d.]+B )?$|\\bsame (?:[\\p{L}-]{2,15} )?(?:data|data ?sets?|corpus|corpora) (?:as|used"
              + " (?:by|for|in)) (?:the |our )?$");

  /// What stands after such a name.
  private static final Pattern AFTER =
      Pattern.compile(
          "(?i)^[*_`]*"
              + " +(?:checkpoints?|models?|weights|code\\b|codebase|framework|toolkit|library|optimi[sz]er|as"
              + " (?:the|a) (?:base|backbone))");

  /// The text of a licence is no data, though it stands beside some.
  private static final Pattern LICENCE =
      Pattern.compile(
          "//(?:www\\.)?(?:creativecommons\\.org|opensource\\.org|opendatacommons\\.org|gnu\\.org)/|/licen[cs]e");

  private SetNames() {}

  /// What to call a source.
  ///
  /// @param source a name, a link, or both
  /// @param words the passage it was read in
  /// @return the name; empty where none was read
  static String of(Passage.Source source, String words) {
    String name = bare(source.name().length() > MOST_WORDS ? "" : source.name());
    if (source.link().isEmpty()) {
      return isName(name, words) ? closed(name) : "";
    }
    if (LICENCE.matcher(source.link()).find() || isTemplate(source.link())) {
      return "";
    }
    boolean says =
        !isLabel(name)
            && !DataLinks.isHere(name)
            && !name.startsWith("#")
            && name.chars().anyMatch(Character::isLetter)
            && !isShared(name)
            && !OTHER.matcher(name).find();
    return says ? closed(name) : address(source.link());
  }

  /// Whether an address is not written out: a part of it is filled in by a program, or left out.
  static boolean isTemplate(String link) {
    return link.contains(".../") || link.contains("/...") || TEMPLATE.matcher(link).find();
  }

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\w*\\}|\\$[A-Za-z{(]");

  /// Whether the words of a link say nothing of what lies there.
  static boolean isLabel(String text) {
    return LABELS.contains(bare(text).toLowerCase(Locale.ROOT));
  }

  /// What to call each of the sources, once.
  static Set<String> of(List<Given> all) {
    Set<String> names = new LinkedHashSet<>();
    for (Given g : all) {
      boolean link = g.form() == DataSet.Form.LINK && Passage.isLinked(g.sources());
      for (Passage.Source s : g.sources()) {
        String name = link && s.link().isEmpty() ? "" : of(s, g.text());
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static boolean isName(String name, String words) {
    return name.length() > 1
        && name.length() <= LONGEST
        && !NONE.contains(name.toLowerCase(Locale.ROOT))
        && !MethodNames.isOne(name)
        && !MONTH.matcher(name).matches()
        && !PLACEHOLDER.matcher(name).find()
        && !OTHER.matcher(name).find()
        && !AMOUNT.matcher(name).find()
        && !Signals.of(name).has(Topic.HARDWARE)
        && !isOfAModel(name, words);
  }

  /// Whether the words around a name say that it is a model's or a program's at each place.
  private static boolean isOfAModel(String name, String said) {
    String words = said.length() > MOST_WORDS ? said.substring(0, MOST_WORDS) : said;
    boolean stands = false;
    for (int at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length())) {
      if (endsALongerWord(words, at)) {
        continue;
      }
      stands = true;
      int end = at + name.length();
      String after = words.substring(end, Math.min(words.length(), end + 40));
      String before = words.substring(Math.max(0, at - 60), at);
      if (!BEFORE.matcher(before).find() && !AFTER.matcher(after).find()) {
        return false;
      }
    }
    return stands;
  }

  /// Whether what begins there is the end of a word: the name of a release may end in that of what
  /// it builds on.
  private static boolean endsALongerWord(String words, int at) {
    return at > 0
        && Character.isLetter(words.charAt(at))
        && Character.UnicodeScript.of(words.charAt(at - 1)) == Character.UnicodeScript.LATIN
        && Character.isLetter(words.charAt(at - 1));
  }

  /// A place on the network by its host and what it ends with.
  private static String address(String link) {
    if (!link.contains("://") && !link.startsWith("www.") && !link.startsWith("//")) {
      return link;
    }
    String rest =
        link.replaceFirst("^(?:[a-z0-9]+:)?//(?:www\\.)?", "")
            .replaceFirst("[?#].*$", "")
            .replaceFirst("/index\\.(?:html?|php)$", "");
    int datasets = rest.indexOf("/datasets/");
    if (datasets > 0) {
      String[] parts = rest.substring(datasets + "/datasets/".length()).split("/");
      return parts.length > 1 ? parts[0] + "/" + parts[1] : parts[0];
    }
    // The page that a server shows for a folder says nothing that the folder does not.
    rest = rest.replaceFirst("/index\\.html?$", "");
    rest = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    int slash = rest.indexOf('/');
    if (slash < 0 || rest.indexOf(':') >= 0) {
      return rest.isEmpty() ? link : rest;
    }
    String last = rest.substring(rest.lastIndexOf('/') + 1);
    if (isShared(last)) {
      return rest.substring(0, slash) + "/…";
    }
    return rest.substring(0, slash) + (rest.lastIndexOf('/') == slash ? "/" : "/…/") + last;
  }

  /// Whether a part of an address is what a drive calls something that is shared, which says
  /// nothing: long, with capitals, small letters and digits in no order, so that the next character
  /// is mostly of another kind.
  private static boolean isShared(String part) {
    if (part.length() < SHORTEST_SHARED) {
      return false;
    }
    int changes = 0;
    for (int i = 1; i < part.length(); i++) {
      int kind = Character.getType(part.charAt(i));
      changes += kind == Character.getType(part.charAt(i - 1)) ? 0 : 1;
    }
    return part.chars().anyMatch(Character::isDigit)
        && part.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-')
        && changes * 5 > part.length() * 2;
  }

  private static final int SHORTEST_SHARED = 16;

  /// Without pictures at either end.
  private static String bare(String name) {
    return name.replaceAll(
        "^[\\p{So}\\p{Sk}\\x{FE0F}\\x{200D}\\s]+|[\\p{So}\\p{Sk}\\x{FE0F}\\x{200D}\\s]+$", "");
  }

  /// A bracket that was opened in the name is closed in it.
  private static String closed(String name) {
    return name.indexOf('(') >= 0 && name.indexOf(')') < 0 ? name + ")" : name;
  }
}
