package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Citations in BibTeX, by which a release bids to cite its own paper.
final class BibTeX {
  private BibTeX() {}

  /// Whether a block of code is a citation.
  static boolean isOne(String code) {
    return code.stripLeading().startsWith("@");
  }

  private static final Pattern UNFENCED =
      Pattern.compile("^\\s{0,3}@[A-Za-z]{4,20}\\s?\\{\\s?[^\\s,{}]{1,100},");

  /// Whether words outside of code begin with an entry, as it is pasted in.
  static boolean unfenced(String text) {
    return text.indexOf('@') >= 0 && UNFENCED.matcher(text).find();
  }

  /// A block of words that is an entry as one of code: line for line, as the file has it.
  static Block asCode(Block block, TextFile file) {
    var lines = new StringBuilder();
    for (int n = block.first(); n <= block.last(); n++) {
      lines.append(file.line(n).strip()).append('\n');
    }
    String code = lines.toString().replaceFirst("^`{1,3}", "").replaceFirst("`{1,3}\\s*$", "\n");
    return new Block(
        Block.Kind.CODE,
        block.first(),
        block.last(),
        code,
        block.links(),
        block.headings(),
        block.lead(),
        block.cells(),
        block.header());
  }

  /// Whether the first entry of a block is called by the document's name: that is its key, or its
  /// title begins with it and a colon.
  static boolean isNamed(String code, String title) {
    Matcher entitled = TITLE.matcher(code);
    if (entitled.find() && bare(entitled.group(1)).startsWith(name(title) + ":")) {
      return true;
    }
    int open = code.indexOf('{');
    int comma = code.indexOf(',');
    String name = name(title);
    return !name.isEmpty()
        && open >= 0
        && open < comma
        && name.equals(
            code.substring(open + 1, comma).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", ""));
  }

  /// What a block of entries cites as the release's own; empty where that is no paper or it is not
  /// said where it can be had. The first entry is the release's own, and so is a later one that has
  /// its name.
  ///
  /// @param title the document's title
  /// @param first whether no other block of entries stands before this one in its section
  static Optional<PaperSigns.Cited> cited(Block block, String title, boolean first) {
    String name = name(title);
    boolean before = !first;
    for (String entry : block.text().strip().split("(?m)^\\s*(?=@)")) {
      if (entry.isBlank()) {
        continue;
      }
      boolean own =
          !before
              || !name.isEmpty() && entry.toLowerCase(Locale.ROOT).contains(name)
              || sharesName(entry, title);
      before = true;
      Optional<PaperSigns.Cited> cited = own ? entry(block, entry) : Optional.empty();
      if (cited.isPresent()) {
        return cited;
      }
    }
    return Optional.empty();
  }

  /// The first word of a title, which is the release's name in most; empty for a short one.
  private static String name(String title) {
    String lower = title.strip().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < lower.length() && Character.isLetterOrDigit(lower.charAt(end))) {
      end++;
    }
    return end < 4 ? "" : lower.substring(0, end);
  }

  private static String bare(String title) {
    return title.replaceAll("[{}]", "").strip().toLowerCase(Locale.ROOT);
  }

  /// Whether the first word of an entry's title is a word of the document's title.
  private static boolean sharesName(String entry, String title) {
    String lower = entry.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("title");
    while (at >= 0 && at > 0 && Character.isLetter(lower.charAt(at - 1))) {
      at = lower.indexOf("title", at + 1);
    }
    if (at < 0) {
      return false;
    }
    int from = at + "title".length();
    while (from < lower.length() && !Character.isLetterOrDigit(lower.charAt(from))) {
      from++;
    }
    String name = name(lower.substring(Math.min(from, lower.length())));
    // "A reproduction of X" is not X.
    String of = " " + title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
    return !name.isEmpty()
        && of.contains(" " + name + " ")
        && !of.contains(" of " + name + " ")
        && !of.contains(" for " + name + " ");
  }

  private static Optional<PaperSigns.Cited> entry(Block block, String entry) {
    String lower = entry.toLowerCase(Locale.ROOT);
    List<Link> links =
        block.links().stream()
            .filter(l -> lower.contains(l.target().toLowerCase(Locale.ROOT)))
            .toList();
    String link = lower.contains("arxiv") ? arxiv(lower) : null;
    for (Link l : links) {
      if (link == null && Address.kind(l.target()) == Address.Kind.PAPER) {
        link = l.target();
      }
    }
    boolean report = lower.contains("@techreport{");
    boolean article =
        report
            || lower.contains("@article{")
            || lower.contains("@inproceedings{")
            || lower.contains("@incollection{");
    if (link == null && article) {
      link = doi(lower);
      for (Link l : links) {
        if (link == null && Address.kind(l.target()) != Address.Kind.CODE) {
          link = l.target();
        }
      }
    }
    if (link == null && article) {
      link = appeared(entry);
    }
    // What calls itself a report is one, wherever it is kept.
    Matcher entitled = TITLE.matcher(entry);
    if (link == null && (report || isOfAuthors(entry)) && entitled.find()) {
      link = bare(String.valueOf(entitled.group(1)));
    }
    boolean post = link == null && BLOG.matcher(lower).find();
    for (Link l : links) {
      if (link == null && post && Address.kind(l.target()) == Address.Kind.OTHER) {
        link = l.target();
      }
    }
    if (link == null) {
      return Optional.empty();
    }
    boolean isReport =
        report || post || lower.contains("technical report") || lower.contains("tech report");
    return Optional.of(
        new PaperSigns.Cited(
            isReport ? Component.TECHNICAL_REPORT : Component.RESEARCH_PAPER, link));
  }

  /// A post that is cited as a work of its own: a report that its authors keep in a journal of
  /// theirs.
  private static final Pattern BLOG =
      Pattern.compile("\\bblog\\b|://[^\\s{}\"]{0,80}\\b(?:blogs?|posts?)\\b");

  private static final Pattern AUTHORS =
      Pattern.compile("(?i)(?<![a-z])author\\s*=\\s*[{\"]+([^}\"]{10,2000})");

  /// A name, a colon and what it is: as papers are entitled, and programs seldom.
  private static final Pattern NAMED =
      Pattern.compile("^[\\p{L}\\p{N}-]{2,30}: (?:[^ ]{1,40} ){5}");

  /// What is no paper has an address, a version or one author.
  private static final List<String> OF_PROGRAMS =
      List.of("://", "url", "software", "version", "github", "zenodo", "data", "publisher");

  /// Whether an entry of no kind, which gives no address, has the title and the many authors of a
  /// paper that is to appear.
  private static boolean isOfAuthors(String entry) {
    String lower = entry.toLowerCase(Locale.ROOT);
    Matcher title = TITLE.matcher(entry);
    Matcher authors = AUTHORS.matcher(entry);
    return OF_PROGRAMS.stream().noneMatch(lower::contains)
        && title.find()
        && NAMED.matcher(bare(String.valueOf(title.group(1))) + " ").find()
        && authors.find()
        && String.valueOf(authors.group(1)).split(" and |,").length >= MANY;
  }

  private static final int MANY = 3;

  private static final Pattern VENUE =
      Pattern.compile("(?i)\\b(?:journal|booktitle)\\s*=\\s*[{\"]+([^}\"]{3,200})");

  private static final Pattern TITLE =
      Pattern.compile("(?i)(?<![a-z])title\\s*=\\s*[{\"]+([^\"\\n]{10,250})");

  /// The title of what has appeared in a journal or at a conference, or is to: where that is can be
  /// looked up by it. A repository is no journal.
  private static @Nullable String appeared(String entry) {
    Matcher venue = VENUE.matcher(entry);
    Matcher title = TITLE.matcher(entry);
    // An article that names no journal may be to appear; a program calls itself one too, and gives
    // its address.
    boolean told = venue.find();
    String lower = entry.toLowerCase(Locale.ROOT);
    if (!title.find() || !told && (lower.contains("://") || lower.contains("software"))) {
      return null;
    }
    String where = told ? String.valueOf(venue.group(1)).toLowerCase(Locale.ROOT) : "";
    boolean place =
        where.contains("repository") || where.contains("github") || where.contains("url");
    return place ? null : String.valueOf(title.group(1)).replaceAll("[{}]|,\\s*$", "").strip();
  }

  /// The address of the first DOI in a BibTeX entry.
  private static @Nullable String doi(String entry) {
    int key = entry.indexOf("doi");
    int at = key < 0 ? -1 : entry.indexOf("10.", key);
    if (at < 0 || at - key > 40) {
      return null;
    }
    int end = at;
    while (end < entry.length()
        && end - at < 100
        && "\"{},; \n\r\t".indexOf(entry.charAt(end)) < 0) {
      end++;
    }
    return entry.indexOf('/', at) > 0 && entry.indexOf('/', at) < end
        ? "https://doi.org/" + entry.substring(at, end)
        : null;
  }

  /// The address of the first arXiv number in a BibTeX entry.
  private static @Nullable String arxiv(String entry) {
    for (int i = 0; i + 9 < entry.length(); i++) {
      if (Character.isDigit(entry.charAt(i))
          && entry.charAt(i + 4) == '.'
          && (i == 0 || !Character.isDigit(entry.charAt(i - 1)))) {
        int n = i;
        while (n < entry.length()
            && n < i + 10
            && (Character.isDigit(entry.charAt(n)) || n == i + 4)) {
          n++;
        }
        if (n - i >= 9) {
          return "https://arxiv.org/abs/" + entry.substring(i, n);
        }
      }
    }
    return null;
  }
}
