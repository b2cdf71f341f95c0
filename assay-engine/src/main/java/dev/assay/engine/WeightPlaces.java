package dev.assay.engine;

import dev.assay.io.FileNames;
import dev.assay.model.Component;
import dev.assay.model.Mention;
import dev.assay.model.Order;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The order in which places of weights are named to a reader: the page of this very model in the
/// README before that of its owner, of a measuring network or of the model that it is compared
/// with. What is only written like a place of weights (a discussion at the hub, a tokenizer, an
/// address to be filled in) is none.
final class WeightPlaces {
  private static final int OWN_NAME = 8;
  private static final int README = 6;
  private static final int AT_ROOT = 3;
  private static final int DOCUMENT = 2;
  private static final int A_FILE = 2;
  private static final int A_LIST = -3;
  private static final int AN_OWNER = -4;
  private static final int ASIDE = -12;
  private static final int A_PAGE = -12;

  /// What a library fetches by the name of a program's repository comes behind whatever is linked.
  private static final int A_PROGRAM = -30;

  private static final String BY_LIBRARY = "torch.hub:";

  private static boolean isRepository(String link) {
    return link.startsWith(BY_LIBRARY);
  }

  /// Folders that hold what measures or shows a model, not the model.
  private static final Set<String> BESIDE =
      Set.of("metric", "metrics", "eval", "evaluation", "example", "examples", "demo", "demos");

  /// How the link to a model begins that a program loads by its name alone.
  static final String BY_NAME = "https://huggingface.co/";

  private WeightPlaces() {}

  /// The mentions with those of weights in this order, without those that lead to none; all others
  /// stay as they are.
  static List<Mention> ordered(List<Mention> mentions, ReleaseNames names) {
    var weights = new ArrayList<Mention>();
    var others = new ArrayList<Mention>();
    Set<String> bases = bases(mentions);
    for (Mention m : mentions) {
      boolean linked =
          m.component() == Component.WEIGHTS && m.state() == State.LINKED && m.link() != null;
      boolean known = linked && !isOfBase(m) && bases.contains(place(m));
      if (!linked) {
        others.add(m);
      } else if (!known && !leadsElsewhere(String.valueOf(m.link())) && !loadsAnother(m, names)) {
        weights.add(m);
      }
    }
    weights.sort(Order.by((Mention m) -> -worth(m, names)));
    withoutOthers(weights, names);
    weights.addAll(others);
    return List.copyOf(weights);
  }

  /// The addresses that a document's words call a base: where the same file is also read for
  /// addresses alone, they are no more than that.
  private static Set<String> bases(List<Mention> mentions) {
    Set<String> bases = new HashSet<>();
    for (Mention m : mentions) {
      if (m.component() == Component.WEIGHTS && m.state() == State.LINKED && isOfBase(m)) {
        bases.add(place(m));
      }
    }
    return bases;
  }

  private static boolean isOfBase(Mention m) {
    return m.qualifiers().contains(Qualifier.OF_BASE);
  }

  private static String place(Mention m) {
    return m.evidence().path() + " " + m.link();
  }

  /// Takes out the pages of other owners than the one of the release's own page, which comes first:
  /// models that it is compared with, and what others made of it. An owner that bears the release's
  /// name is one of its own, and so is one at another hub.
  private static void withoutOthers(List<Mention> weights, ReleaseNames names) {
    String first = weights.isEmpty() ? "" : String.valueOf(weights.getFirst().link());
    String owner = owner(first);
    if (owner.isEmpty() || !names.isIn(first)) {
      return;
    }
    String hub = host(first);
    weights.removeIf(m -> {
      String link = String.valueOf(m.link());
      String of = owner(link);
      return !of.isEmpty()
          && m.qualifiers().isEmpty()
          && !of.equals(owner)
          && host(link).equals(hub)
          && !names.isIn(of);
    });
  }

  private static String host(String link) {
    String lower = link.toLowerCase(Locale.ROOT);
    int at = hub(lower);
    return at < 0 ? "" : lower.substring(0, at);
  }

  /// The places of weights that mentions name, in their order.
  static List<String> of(List<Mention> mentions) {
    return mentions.stream()
        .filter(m -> m.component() == Component.WEIGHTS && m.state() == State.LINKED)
        .filter(m -> m.link() != null && !m.qualifiers().contains(Qualifier.OF_BASE))
        .map(m -> String.valueOf(m.link()))
        .toList();
  }

  /// Whether a program loads a model of the hub that is called otherwise than the release.
  private static boolean loadsAnother(Mention m, ReleaseNames names) {
    String link = String.valueOf(m.link());
    String path = m.evidence().path();
    boolean code = path.endsWith(".py") || path.endsWith(".ipynb");
    return code
        && link.startsWith(BY_NAME)
        && link.indexOf('/', BY_NAME.length()) == link.lastIndexOf('/')
        && !names.isIn(link.substring(link.lastIndexOf('/') + 1));
  }

  /// Whether a link is surely meant for this release's own weights: it bears its name, or stands in
  /// a document at the root.
  static boolean isOfThis(Mention m, ReleaseNames names) {
    String path = m.evidence().path();
    return names.isIn(String.valueOf(m.link()))
        || FileNames.depth(path) == 0 && isProse(path.toLowerCase(Locale.ROOT));
  }

  private static int worth(Mention m, ReleaseNames names) {
    String link = String.valueOf(m.link()).toLowerCase(Locale.ROOT);
    String path = m.evidence().path().toLowerCase(Locale.ROOT);
    int worth = 0;
    long called = names.in(link);
    if (called > 0) {
      worth += OWN_NAME + (int) Math.min(called, 3);
    }
    if (isProse(path)) {
      worth += DOCUMENT;
      if (FileNames.depth(path) == 0) {
        worth += path.startsWith("readme") ? README : AT_ROOT;
      }
    }
    if (!SetAside.own(path) || !SetAside.folder(path, BESIDE).isEmpty()) {
      worth += ASIDE;
    }
    if (DOCUMENTATION.stream().anyMatch(link::contains)) {
      worth += A_PAGE;
    }
    return worth + kind(link);
  }

  /// Where documentation is kept, which tells of weights and does not give them.
  private static final List<String> DOCUMENTATION =
      List.of("://docs.", "://developers.", "readthedocs.", "/guides/", "/documentation/");

  private static final List<String> PROSE =
      List.of(".md", ".markdown", ".rst", ".adoc", ".org", ".html", ".htm", ".txt", "readme");

  private static boolean isProse(String path) {
    return PROSE.stream().anyMatch(path::endsWith);
  }

  /// A file or a model's own page, a list of models, their owner's page.
  private static int kind(String link) {
    if (link.contains("/organization/")) {
      return AN_OWNER;
    }
    if (isRepository(link)) {
      return A_PROGRAM;
    }
    int at = hub(link);
    if (at < 0) {
      return FILES.stream().anyMatch(link::endsWith) ? A_FILE : 0;
    }
    String page = link.substring(at);
    if (page.startsWith("collections/")) {
      return A_LIST;
    }
    int slash = page.indexOf('/');
    return slash < 0 || slash == page.length() - 1 ? AN_OWNER : 0;
  }

  private static final List<String> FILES =
      List.of(".safetensors", ".gguf", ".pt", ".pth", ".ckpt", ".onnx", ".h5", ".tflite");

  private static final List<String> ARCHIVES =
      List.of(
          ".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".7z", ".bin", ".npz", ".pkl");

  /// Whether an address is one of a file on a plain server or in a bucket, which give it to whoever
  /// asks, of the releases of a public repository, or of a program here that fetches it. A hub and
  /// a drive may ask for something before they give a file.
  static boolean asksForNothing(String link) {
    String lower = link.toLowerCase(Locale.ROOT);
    if (lower.startsWith("hf://")) {
      return false;
    }
    if (!lower.contains("://") || lower.startsWith("gs://") || lower.startsWith("s3://")) {
      return true;
    }
    int end = lower.indexOf('?');
    String path = end < 0 ? lower : lower.substring(0, end);
    return hub(lower) < 0
        && (lower.contains("://github.com/") && lower.contains("/releases")
            || FILES.stream().anyMatch(path::endsWith)
            || ARCHIVES.stream().anyMatch(path::endsWith));
  }

  private static final List<String> HUBS =
      List.of(
          "://huggingface.co/", "://hf.co/", "://www.huggingface.co/", "://modelscope.cn/models/");

  /// Whose page at a hub an address leads to; empty where it leads to none.
  static String owner(String link) {
    String lower = link.toLowerCase(Locale.ROOT);
    int at = hub(lower);
    int slash = at < 0 ? -1 : lower.indexOf('/', at);
    return slash < 0 ? "" : lower.substring(at, slash);
  }

  private static int hub(String link) {
    for (String hub : HUBS) {
      int at = link.indexOf(hub);
      if (at > 0) {
        return at + hub.length();
      }
    }
    return -1;
  }

  /// What an address has that a reader is to fill in himself.
  private static final List<String> TO_BE_FILLED =
      List.of("://your", "your-", "your_", "/xxx", "path/to", "<", "example.com");

  /// What a page is called that holds words about weights.
  private static final List<String> PAGES =
      List.of("/discussions", "/issues", "/commit/", "/pull/", "/licenses/", "/blob/main/license");

  /// What a file beside weights is called.
  private static final List<String> NO_WEIGHTS =
      List.of(
          "tokenizer.json",
          "tokenizer.model",
          "spiece.model",
          "vocab.json",
          "vocab.txt",
          "merges.txt");

  /// What an application ends in that a reader installs: the model may be within, and is not given.
  private static final List<String> APPLICATIONS =
      List.of(".dmg", ".exe", ".msi", ".apk", ".ipa", ".deb", ".rpm", ".appimage");

  private static boolean leadsElsewhere(String target) {
    String link = target.toLowerCase(Locale.ROOT);
    int query = link.indexOf('?');
    String last = query < 0 ? link : link.substring(0, query);
    return TO_BE_FILLED.stream().anyMatch(link::contains)
        || PAGES.stream().anyMatch(link::contains)
        || NO_WEIGHTS.stream().anyMatch(last::endsWith)
        || APPLICATIONS.stream().anyMatch(last::endsWith);
  }
}
