package dev.assay.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a link can be where data is spoken of, told by its words and its address.
final class DataLinks {
  private DataLinks() {}

  static String name(Link link) {
    if (!link.text().isEmpty() && link.text().length() <= 80) {
      String lower = link.text().toLowerCase(Locale.ROOT);
      boolean says =
          !lower.equals("here")
              && !lower.equals("link")
              && !lower.equals("download")
              && !lower.equals("this")
              && !lower.equals("repo")
              && !lower.equals("repository")
              && !lower.contains("://");
      if (says) {
        return link.text();
      }
    }
    String target = PAGE.matcher(link.target()).replaceFirst("");
    int mark = target.indexOf("/datasets/");
    String tail =
        mark >= 0 ? target.substring(mark + 10) : target.substring(target.lastIndexOf('/') + 1);
    int end = tail.indexOf('?');
    String name = INSIDE.matcher(end < 0 ? tail : tail.substring(0, end)).replaceFirst("");
    int part = name.indexOf('#');
    name = part < 0 ? name : part == 0 ? name.substring(1) : name.substring(0, part);
    return name.isEmpty() ? target : name;
  }

  /// The branch that is looked at of what a hub keeps.
  private static final Pattern INSIDE = Pattern.compile("/(?:tree|blob|resolve)/[\\w.-]{1,40}$");

  /// The page that a server shows for a folder.
  private static final Pattern PAGE = Pattern.compile("/(?:index\\.(?:html?|php))?$");

  /// Whether a link is a button named for the data: "Dataset", "Training data".
  static boolean isButton(String text) {
    String lower = text.toLowerCase(Locale.ROOT).strip();
    return switch (lower) {
      case "dataset",
          "datasets",
          "data",
          "training data",
          "training dataset",
          "pretraining data",
          "pretraining dataset",
          "pre-training data",
          "数据集",
          "训练数据" ->
          true;
      default -> false;
    };
  }

  /// Whether a link's words are a name.
  static boolean isProper(String text) {
    return !text.isEmpty() && text.length() <= 60 && Character.isUpperCase(text.charAt(0));
  }

  /// Whether a link is nothing but its address.
  static boolean isBare(Link link) {
    return link.text().isEmpty() || link.text().contains("://");
  }

  /// Whether a block is nothing but addresses, which are no words.
  static boolean areAll(Block block) {
    return !block.links().isEmpty()
        && block.kind() != Block.Kind.CODE
        && block.kind() != Block.Kind.HEADING
        && block.text().chars().noneMatch(Character::isLetterOrDigit)
        && AnyOf.is(block.links(), l -> !l.image())
        && !AnyOf.is(block.links(), l -> !isBare(l));
  }

  private static final Set<String> POINTING =
      Set.of(
          "here",
          "link",
          "links",
          "this",
          "download",
          "downloaded",
          "downloading",
          "from",
          "the",
          "url",
          "website",
          "project",
          "homepage",
          "web",
          "site",
          "page",
          "official",
          "address",
          "at",
          "via",
          "found",
          "available",
          "obtained",
          "accessed",
          "hier",
          "ici",
          "lien",
          "aquí",
          "aqui",
          "enlace",
          "qui",
          "здесь",
          "тут",
          "ссылка",
          "ссылке",
          "ссылку",
          "ссылки",
          "этой",
          "neste",
          "este",
          "esta",
          "questo",
          "ce",
          "diesem",
          "questa",
          "página",
          "网盘",
          "百度网盘",
          "地址",
          "下载地址",
          "下载链接",
          "此链接",
          "本链接",
          "这个链接",
          "链接地址",
          "点击下载",
          "点击这里",
          "点击此处",
          "点这里",
          "отсюда",
          "点此下载",
          "ここ",
          "リンク先",
          "ダウンロード",
          "이",
          "링크에서",
          "链接",
          "此处",
          "这里",
          "下载",
          "こちら",
          "リンク",
          "링크",
          "여기",
          "다운로드");

  /// How large what a link leads to is, at the end of its words: "(~15MB)", ", 1.2 GB".
  private static final Pattern SIZE =
      Pattern.compile(
          "(?i)[\\s(（,~≈约]{0,4}\\d{1,5}(?:[.,]\\d{1,3})? ?(?:[kmgt]i?b?|bytes)[)）]?\\s?$");

  /// A link's words without how large what it leads to is.
  static String withoutSize(String words) {
    return words.length() <= 40 ? SIZE.matcher(words).replaceFirst("") : words;
  }

  /// Whether a link's words only point: "here", "downloaded here", "this link", "here (15 MB)".
  static boolean isHere(String words) {
    String text = withoutSize(words);
    if (text.toLowerCase(Locale.ROOT).endsWith(" link")) {
      return true;
    }
    return text.length() <= 40
        && !text.isEmpty()
        && Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
            .filter(w -> !w.isEmpty())
            .allMatch(POINTING::contains);
  }

  private static final Pattern STORE =
      Pattern.compile(
          "(?i)^(?:our |the )?(?:hugging ?face|hf|zenodo|google drive|onedrive|dropbox|kaggle|modelscope|figshare)"
              + "(?: (?:space|hub|page|organi[sz]ation|collection|folder|repo|repository|website))?$");

  /// Whether a link is called by the store that it leads to, and not by what is there.
  static boolean isStore(String text) {
    return text.length() <= 40 && STORE.matcher(text).find();
  }

  /// Whether a target is a source file or a page of documentation, which are no data.
  static boolean isSource(String target) {
    String whole = target.toLowerCase(Locale.ROOT);
    int mark = whole.indexOf('#');
    String lower = mark < 0 ? whole : whole.substring(0, mark);
    if (lower.contains("://docs.") && !lower.contains("://docs.google.")) {
      return true;
    }
    for (String page : List.of("/wiki/", "/issues", "/pull/", "/discussions")) {
      if (lower.contains(page) && lower.contains("://")) {
        return true;
      }
    }
    if (isPost(lower) || lower.contains("://store.") || lower.contains("://shop.")) {
      return true;
    }
    for (String ending : List.of(".py", ".md", ".sh", ".ipynb", ".yaml", ".yml", ".cpp", ".rst")) {
      if (lower.endsWith(ending)) {
        return true;
      }
    }
    // At a site of its own a page may be that of a data set.
    boolean manual = !lower.contains("://") || lower.contains("/doc") || lower.contains("tutorial");
    return lower.endsWith(".html") && manual;
  }

  /// Parts of addresses of what people write about data, or show.
  private static final List<String> POSTS =
      List.of("/blog/", "://blog.", "medium.com/", "towardsai.net/", "youtube.com/", "youtu.be/");

  private static boolean isPost(String target) {
    return AnyOf.is(POSTS, target.toLowerCase(Locale.ROOT)::contains);
  }

  /// Whether an address leads to a folder for data inside what is kept at a hub for models.
  static boolean isDataFolder(String target) {
    int tree = target.indexOf("/tree/");
    return tree > 0
        && Address.kind(target) == Address.Kind.MODEL
        && Place.of(target.substring(tree + 1) + "/").inFolder(Place.DATA);
  }

  /// Whether an address tells nothing of what it leads to, so that the words decide: a number that
  /// archives give to papers and data alike, the page of a publisher at a hub.
  static boolean mayBePageOfData(String target) {
    String lower = target.toLowerCase(Locale.ROOT);
    int host = lower.indexOf("://") + 3;
    if (host < 3) {
      return false;
    }
    String path = lower.substring(host);
    boolean number = path.startsWith("doi.org/") || path.startsWith("dx.doi.org/");
    int slash = path.indexOf('/');
    String owner = slash < 0 ? "" : path.substring(slash + 1);
    boolean publisher =
        Address.kind(target) == Address.Kind.MODEL
            && !owner.isEmpty()
            && (owner.startsWith("collections/")
                || owner.indexOf('/') < 0
                    && owner
                        .chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_'));
    return number || publisher;
  }

  private static final Pattern REPOSITORY =
      Pattern.compile(
          "(?i)^https?://(?:www\\.)?(?:github|gitlab)\\.com/[\\w.-]{1,60}/([\\w.-]{1,100})/?$");

  private static final Pattern OF_DATA =
      Pattern.compile("(?i)(?:^|[-_.\\d\\p{L}])(?:data[-_]?sets?|corpus|corpora)$");

  /// Whether an address is that of a repository which is called a data set at the end of its name.
  static boolean isRepositoryOfData(String target) {
    var repository = REPOSITORY.matcher(target);
    return repository.find() && OF_DATA.matcher(String.valueOf(repository.group(1))).find();
  }

  static boolean mayHoldData(Address.Kind kind) {
    return kind == Address.Kind.OTHER || kind == Address.Kind.CODE || kind == Address.Kind.STORAGE;
  }

  static boolean isData(String target) {
    Address.Kind kind = Address.kind(target);
    return kind == Address.Kind.RELATIVE
        ? Address.isDataFile(target)
            && !(target.endsWith(".json") && Place.of(target).any(SETTINGS))
        : isData(kind);
  }

  /// What folders and files of settings are called, whose ending data have too.
  private static final Set<String> SETTINGS =
      Set.of("config", "configs", "configuration", "configurations", "settings", "hparams");

  static boolean isData(Address.Kind kind) {
    return kind == Address.Kind.DATA_SET || kind == Address.Kind.DATA_FILE;
  }
}
