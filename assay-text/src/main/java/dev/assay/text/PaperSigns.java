package dev.assay.text;

import dev.assay.io.AnyWord;
import dev.assay.model.Component;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which links, titles and citations of a document are the release's own paper or report. Papers
/// are cited for many reasons; this one's own is called so by its link, its badge, the sentence or
/// the document's title.
final class PaperSigns {
  /// The page by which a manual begins, which often is the README itself.
  private static final Pattern FRONT =
      Pattern.compile("(?i)^docs?/(?:source/)?(?:index|readme)\\.");

  /// Names that a link to something else bears are not longer than this many words.
  private static final int NAME = 3;

  /// A title has at least so many words.
  private static final int TITLE = 4;

  private final String path;

  /// The words of the document's title, lower case.
  private final String title;

  /// The name before the colon or the bracket of that title, or empty.
  private final String called;

  PaperSigns(String path, String title) {
    this.path = path;
    this.title = plain(title);
    int end = title.indexOf(':');
    end = end < 0 ? title.indexOf('(') : end;
    this.called = end > 1 ? plain(title.substring(0, end)) : "";
  }

  /// A paper of the release's own.
  ///
  /// @param link its address, or its title where no address is given
  record Cited(Component component, String link) {}

  /// What a link to a publisher of papers is.
  ///
  /// @param words the phrases in the link's own words
  /// @param s those of its sentence, in which the link begins at `at`
  Optional<Cited> linked(
      Block block, Link link, Signals words, Signals s, int at, Setting setting) {
    if (setting.aside() || explains() && !setting.citation()) {
      return Optional.empty();
    }
    int end = at + link.text().length();
    if (isFrontPage(link)
        || besideAnother(block, link)
        || OthersPapers.calledSo(link) && !setting.citation()
        || OthersPapers.taken(block)
        || OthersPapers.inARowOfAnother(block, s, title)
        || OthersPapers.ofAPartUsed(block, link)
        || PaperRows.repeats(block, link, title)
        || OthersPapers.ofUsers(block.heading())
        || OthersPapers.ofAModelUsed(block, link, s, title)) {
      return Optional.empty();
    }
    // A title may have the word in it: "Writing Reports of Harbours with Small Nets".
    boolean isReport =
        isTitle(link.text())
            ? isReport(link.text()) || calledReport(s, at, end)
            : words.has(Topic.REPORT) || s.near(Topic.REPORT, at, end, 20);
    // References are of others, but for the one that a reader is bidden to cite.
    boolean others = OthersPapers.listed(block);
    if (isReport && !others && !ofAnother(block, link)) {
      return Optional.of(new Cited(Component.TECHNICAL_REPORT, link.target()));
    }
    // Whole entries of a list of references have words for papers in them.
    boolean entry = others && isTitle(link.text());
    boolean own =
        !entry && (calls(block, link, words, s) || beside(block, link, s, at))
            || entitled(link.text())
            || bidsToCite(block)
            || headsAuthors(block, link)
            || !others && Signals.of(block.heading()).has(Topic.PAPER)
            || PaperNews.tells(block, link, title)
            || !others && OwnPaper.called(block, link)
            || !others && isNear() && OwnPaper.carriedOut(block, link)
            || OwnPaper.leads(block.lead())
            || !others && isNear() && (PaperRows.is(block, link) || PaperRows.follows(block.lead()))
            || headsWithName(block, link)
            || isNear() && followsTitle(block, link)
            || isFileOfTheName(block, link)
            || setting.citation() && !others;
    return own
            && !isReport
            && !entitledByAnother(block, link, s)
            && !PaperNews.isElsewhere(block, link)
        ? Optional.of(new Cited(Component.RESEARCH_PAPER, link.target()))
        : Optional.empty();
  }

  /// A publisher's front page is no paper: "letters from the [arXiv](https://arxiv.org)".
  private static boolean isFrontPage(Link link) {
    String target = link.target().strip();
    int host = target.indexOf("//");
    int path = target.indexOf('/', host + 2);
    return host >= 0 && (path < 0 || path == target.length() - 1);
  }

  /// Whether a document is a page of the documentation, which cites what it explains; the first one
  /// says what the release is.
  private boolean explains() {
    String lower = path.toLowerCase(Locale.ROOT);
    boolean manual =
        lower.startsWith("doc/")
            || lower.startsWith("docs/")
            || lower.contains("/doc/")
            || lower.contains("/docs/");
    return manual && !FRONT.matcher(path).find();
  }

  /// Whether a document lies where it introduces the release, and not a folder further down, which
  /// may hold what was taken over.
  private boolean isNear() {
    int folder = path.indexOf('/');
    return folder < 0 || path.indexOf('/', folder + 1) < 0 || FRONT.matcher(path).find();
  }

  private static boolean isPdf(Link link) {
    return link.text().strip().equalsIgnoreCase("pdf");
  }

  /// Whether a heading links a name that the document's title begins with: "What is [Net](...)?".
  private boolean headsWithName(Block block, Link link) {
    String name = plain(link.text());
    return block.kind() == Block.Kind.HEADING
        && name.length() >= SHORTEST_NAME
        && name.indexOf(' ') < 0
        && (title + " ").startsWith(name + " ");
  }

  private static final int SHORTEST_NAME = 4;

  /// Whether the introduction links a PDF that is called as the release is: "in [a
  /// study](Net.pdf)".
  private boolean isFileOfTheName(Block block, Link link) {
    String target = link.target().toLowerCase(Locale.ROOT);
    if (block.headings().size() > 1
        || !target.endsWith(".pdf")
        || OwnPaper.saysAnother(block, link)) {
      return false;
    }
    String name =
        plain(target.substring(target.lastIndexOf('/') + 1, target.length() - ".pdf".length()));
    return name.length() >= SHORTEST_NAME && (title + " ").startsWith(name + " ");
  }

  private static final Pattern TO_CITE =
      Pattern.compile("(?i)^(?:.{0,80}\\b)?(?:please|kindly) (?:also )?cite\\b[^.]{0,60}[:.]$");

  private static final AnyWord CITE = AnyWord.of("cite");

  /// Whether a reader is bid to cite what follows: "Please cite the following work:".
  static boolean bidsToCite(Block block) {
    return CITE.in(block.lead()) && TO_CITE.matcher(block.lead().strip()).find();
  }

  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)\\bif you (?:use|make use of|used) (?:this|our|the|any of this) [^.:]{1,60}?\\b(?:in|for) (?:an?|your|any)"
              + " (?:\\w{2,20} ){0,2}(?:publications?|research|papers?|articles?|works?|study|studies|manuscripts?)\\b[^.:]{0,80}\\bour (?:manuscript|paper|article|publication)\\b");

  private static final AnyWord USERS = AnyWord.of("if you ");

  /// Whether words ask something of whoever uses the release in a publication, and speak of its
  /// paper: that is to be cited, whatever the verb.
  static boolean asksUsers(String lead) {
    return USERS.in(lead)
        && ASKED.matcher(lead.substring(0, Math.min(lead.length(), 1_000))).find();
  }

  /// A title is followed by at least so many of its authors.
  private static final int AUTHORS = 3;

  /// Whether a link has a title for its words and begins a paragraph that goes on with links to its
  /// authors, as the head of a release does.
  private static boolean headsAuthors(Block block, Link link) {
    if (block.kind() != Block.Kind.PARAGRAPH
        || block.headings().size() > 1
        || link.at() > 2
        || !isTitle(link.text())) {
      return false;
    }
    int people = 0;
    for (Link other : block.links()) {
      boolean page = Address.kind(other.target()) == Address.Kind.OTHER && isPerson(other.text());
      people += page ? 1 : 0;
    }
    return people >= AUTHORS;
  }

  private static final Pattern PERSON =
      Pattern.compile("^\\p{Lu}[\\p{L}.'-]{0,20}(?: \\p{Lu}[\\p{L}.'-]{0,20}){1,3}[*†‡\\d,]{0,4}$");

  private static boolean isPerson(String text) {
    return text.length() <= 60 && PERSON.matcher(text).find();
  }

  /// How far behind the link to a project that of its paper stands.
  private static final int BEHIND = 12;

  /// Whether a link follows the name and the address of another project, whose paper it then is:
  /// "[Other](https://github.com/x/Other), [report](...)".
  private boolean besideAnother(Block block, Link link) {
    for (Link project : block.links()) {
      int gap = link.at() - project.at() - project.text().length();
      String target = project.target();
      String name = project.text().strip();
      boolean other =
          PaperNews.isOfProject(block, project, link, title)
              || gap >= 0
                  && gap <= BEHIND
                  && name.length() > 2
                  && !title.isEmpty()
                  && Address.kind(target) == Address.Kind.CODE
                  && target.toLowerCase(Locale.ROOT).endsWith("/" + name.toLowerCase(Locale.ROOT))
                  && !title.contains(plain(name))
                  && !plain(name).contains(title.split(" ", 2)[0]);
      if (other) {
        return true;
      }
    }
    return false;
  }

  /// Whether the words right beside a link call what it leads to a report.
  private static boolean calledReport(Signals s, int at, int end) {
    return AnyOf.is(
        s.of(Topic.REPORT),
        hit ->
            hit.to() <= at && at - hit.to() <= BESIDE
                || hit.from() >= end && hit.from() - end <= BESIDE);
  }

  private static final int BESIDE = 20;

  /// Whether the words of a link are as many as those of a title.
  private static boolean isTitle(String text) {
    return text.split(" ").length >= TITLE;
  }

  /// Whether a link or its badge calls what it leads to a paper.
  private boolean calls(Block block, Link link, Signals words, Signals s) {
    boolean report = words.has(Topic.REPORT) && !isTitle(link.text());
    if (words.has(Topic.PAPER) || report) {
      return isOurs(block, link, s) || !calledAfterAnother(link.text());
    }
    String text = Badges.of(block, link).toLowerCase(Locale.ROOT);
    boolean badge = link.text().isEmpty() || link.image();
    return text.startsWith("arxiv")
        || badge && (text.contains("arxiv") || Signals.of(text).hasAny(Topic.PAPER, Topic.REPORT))
        || link.image();
  }

  /// Whether a paper that is called after something is ours: "our [Net paper](...)". Where its name
  /// is written as one, a sentence that speaks of us says so of it.
  private static boolean isOurs(Block block, Link link, Signals s) {
    int to = Math.min(block.text().length(), link.at());
    String before = block.text().substring(Math.max(0, to - 8), to).toLowerCase(Locale.ROOT);
    String name = ARTICLE.matcher(link.text().strip()).replaceFirst("");
    return s.has(Topic.OWN)
        && (before.contains("our ")
            || before.contains("my ")
            || !name.isEmpty() && Character.isUpperCase(name.charAt(0)));
  }

  /// Whether a link is called "the X paper", where X is a name that the document's title has not.
  private boolean calledAfterAnother(String text) {
    String[] words = ARTICLE.matcher(text.strip()).replaceFirst("").split(" ");
    boolean paper = words.length == 2 && words[1].equalsIgnoreCase("paper");
    if (!paper || words[0].length() < 4 || KINDS.contains(words[0].toLowerCase(Locale.ROOT))) {
      return false;
    }
    // Names of conferences are written in capitals.
    boolean name =
        Character.isUpperCase(words[0].charAt(0))
                && words[0].substring(1).chars().allMatch(Character::isLowerCase)
            || Character.isLowerCase(words[0].charAt(0)) && words[0].indexOf('-') > 0;
    return name && !title.contains(plain(words[0]));
  }

  private static final Pattern ARTICLE =
      Pattern.compile("^(the|this|an?|see)\\s+", Pattern.CASE_INSENSITIVE);

  /// What stands before "paper" and is no name.
  private static final Set<String> KINDS =
      Set.of(
          "research",
          "original",
          "full",
          "main",
          "conference",
          "journal",
          "workshop",
          "technical",
          "short",
          "long",
          "white",
          "official",
          "read",
          "view",
          "paper",
          "preprint",
          "pre-print",
          "peer-reviewed",
          "open-access",
          "full-length",
          "in-depth",
          "state-of-the-art",
          "published",
          "related",
          "accompanying",
          "associated",
          "model",
          "data",
          "dataset",
          "nature",
          "science",
          "interspeech",
          "arxiv",
          "springer",
          "elsevier");

  /// Whether the words around a link say that it is the release's paper.
  private boolean beside(Block block, Link link, Signals s, int at) {
    int end = at + link.text().length();
    if (!s.has(Topic.OTHER_MODEL)) {
      boolean near =
          s.near(Topic.PAPER, at, end, 15)
              && !ofAnother(block, link)
              && (isOurs(block, link, s) || !calledAfterAnother(link.text()));
      boolean offered =
          (link.target().endsWith(".pdf")
                  || POINTING.contains(plain(link.text()))
                  || link.text().startsWith("http")
                  || link.text().isEmpty() && !hasPicture(block, link))
              && s.has(Topic.OFFERED)
              && !isOfData(s)
              && s.near(Topic.PAPER, at, end, 140);
      if (near || offered) {
        return true;
      }
    }
    boolean detailed = detailed(block, link) && !OthersPapers.isNamed(link, title);
    if (implemented(block, link) || detailed && !s.has(Topic.OTHER_MODEL)) {
      return true;
    }
    String lead = block.lead().strip();
    if (!lead.endsWith(":")) {
      return false;
    }
    Signals led = Signals.of(lead);
    String lower = lead.toLowerCase(Locale.ROOT);
    return !led.has(Topic.OTHER_MODEL)
        && !APART.matcher(lower).find()
        && (led.has(Topic.PAPER) || DESCRIBED.stream().anyMatch(lower::endsWith));
  }

  /// Whether it is data, and no paper, that a sentence says is to be had: "the data are available
  /// via the library's publications".
  private static boolean isOfData(Signals s) {
    int offered = first(s, Topic.OFFERED);
    return first(s, Topic.DATA) < offered && first(s, Topic.PAPER) > offered;
  }

  private static int first(Signals s, Topic topic) {
    return s.of(topic).stream().mapToInt(Phrases.Hit::from).min().orElse(Integer.MAX_VALUE);
  }

  /// Whether a link shows a picture for its words: an address that stands bare shows none.
  private static boolean hasPicture(Block block, Link link) {
    return link.image() || AnyOf.is(block.links(), l -> l.image() && l.at() == link.at());
  }

  /// How a list is introduced of where something departs from a paper, or of what it took
  /// elsewhere.
  private static final Pattern APART =
      Pattern.compile(
          "\\b(?:differs?|different|deviat\\w+|departs?|unlike|instead of|other|related|similar|comparison|compared|cites?|citing|mention\\w*|us(?:es|ing) (?:this|our)|following (?:papers|works) (?:use|cite|build))\\b");

  /// How an introduction sends the reader on: "details about the model can be found at".
  private static final Pattern DETAILS =
      Pattern.compile(
          "\\b(details?|description|described|information)\\b[^.]{0,60}\\b(at|in|here|see)[: (]*$");

  private static boolean detailed(Block block, Link link) {
    int to = Math.min(block.text().length(), link.at());
    String before = block.text().substring(0, to).toLowerCase(Locale.ROOT);
    return block.headings().size() <= 1 && DETAILS.matcher(before).find();
  }

  /// Words of a link by which a sentence points at what it has just named.
  private static final Set<String> POINTING = Set.of("here", "link", "this link");

  /// How a sentence ends that introduces the papers which a release carries out.
  private static final List<String> DESCRIBED =
      List.of("described in:", "presented in:", "introduced in:", "proposed in:", "reported in:");

  /// Whether a link bears the name of something else, whose paper it then is: "the paper of
  /// [Name](...)". A name that stands in the document's title is the release's own.
  private boolean ofAnother(Block block, Link link) {
    String text = link.text().strip();
    if (text.isEmpty() || text.split(" ").length > NAME || !Character.isUpperCase(text.charAt(0))) {
      return false;
    }
    int to = Math.min(block.text().length(), link.at());
    String before = block.text().substring(Math.max(0, to - 12), to).toLowerCase(Locale.ROOT);
    boolean of = before.endsWith("paper of ") || REPORT_OF.matcher(before).find();
    return of && !title.contains(plain(text));
  }

  /// How a report is called by whose it is: "the report (2023) of".
  private static final Pattern REPORT_OF = Pattern.compile("(?:report|\\)) (?:of|by) $");

  /// Whether a section further down says that something is described in the paper that begins with
  /// its name, "X: a better Y", where neither the title nor a heading above has that name: what the
  /// release builds on.
  private boolean entitledByAnother(Block block, Link link, Signals s) {
    String text = link.text().strip();
    int end = text.indexOf(':');
    end = end < 0 ? text.indexOf(',') : end;
    String name = end > 2 ? plain(text.substring(0, end)) : "";
    if (name.isEmpty()
        || name.indexOf(' ') >= 0
        || title.isEmpty()
        || block.headings().size() < 2
        || plain(text).split(" ").length < TITLE
        || s.has(Topic.CITATION_HEADING)
        || block.text().toLowerCase(Locale.ROOT).contains("our paper")
        || Signals.of(block.heading()).hasAny(Topic.PAPER, Topic.CITATION_HEADING)) {
      return false;
    }
    int to = Math.min(block.text().length(), link.at());
    String before = block.text().substring(Math.max(0, to - 200), to);
    boolean described =
        IN_THE.matcher(before.toLowerCase(Locale.ROOT)).find()
            && ((" " + plain(before) + " ").contains(" " + name + " ")
                || !s.has(Topic.OWN)
                    && text.substring(0, end).chars().filter(Character::isUpperCase).count() > 1);
    return described
        && block.headings().stream()
            .noneMatch(h -> (" " + plain(h) + " ").contains(" " + name + " "))
        && !(" " + title + " ").contains(" " + name + " ");
  }

  private static final Pattern IN_THE =
      Pattern.compile(
          "(?:presented|introduced|proposed|described|found|detailed) in (?:the )?[\"“]?$");

  /// Whether a link's words are the title of the document, or begin with its name and a colon, as
  /// titles of papers do.
  private boolean entitled(String text) {
    String words = plain(text);
    if (words.split(" ").length < TITLE || title.isEmpty()) {
      return false;
    }
    int colon = text.indexOf(':');
    String name = colon > 1 ? plain(text.substring(0, colon)) : "";
    return title.contains(words) || !name.isEmpty() && (name.equals(title) || name.equals(called));
  }

  /// Whether a block has the title of the document in it, which is as long as that of a paper:
  /// among works of others stands the one whose title the release bears.
  boolean holdsTitle(Block block) {
    return title.split(" ").length >= TITLE
        && block.kind() != Block.Kind.HEADING
        && block.headings().size() > 1
        && block.text().length() <= LONGEST_REFERENCE
        && plain(block.text()).contains(title);
  }

  private static final int LONGEST_REFERENCE = 600;

  private static final Pattern PAPERS =
      Pattern.compile("^\\W*(our )?(papers?|publications?)( list)?\\W*$");

  /// Whether a block stands below a heading that only says "Papers": the release's own.
  static boolean headsPapers(Block block) {
    return PAPERS.matcher(block.heading().toLowerCase(Locale.ROOT)).matches();
  }

  /// A link to a page of no known kind: a report by name, a paper by its words or title.
  Optional<Cited> page(Block block, Link link, Signals words, Signals s, Setting setting) {
    if (setting.aside()
        || link.image()
        || OthersPapers.taken(block)
        || explains() && !setting.citation()) {
      return Optional.empty();
    }
    if (isReport(link.text()) && !s.has(Topic.OTHER_MODEL) && !OthersPapers.listed(block)) {
      return Optional.of(new Cited(Component.TECHNICAL_REPORT, link.target()));
    }
    // An address that stands for itself has no words.
    boolean called =
        words.has(Topic.PAPER) && !link.text().contains("://") && !isAName(link, words);
    return called
            || OwnPaper.called(block, link)
            || isNear()
                && (s.has(Topic.PAPER) || Signals.of(block.lead()).has(Topic.PAPER) || isPdf(link))
                && OwnPaper.carriedOut(block, link)
            || title.contains(plain(link.text())) && entitled(link.text())
            || titledAsPaper(block, link) && !s.has(Topic.OTHER_MODEL)
            || isNear() && PaperRows.follows(block.lead())
        ? Optional.of(new Cited(Component.RESEARCH_PAPER, link.target()))
        : Optional.empty();
  }

  /// Whether the word for a paper stands within the name of an office, a corpus or a series.
  private static boolean isAName(Link link, Signals words) {
    String text = link.text().strip();
    int first = text.indexOf(' ');
    int last = text.lastIndexOf(' ');
    return first < last
        && !text.toLowerCase(Locale.ROOT).contains("paper")
        && Character.isUpperCase(text.charAt(last + 1))
        && words.of(Topic.PAPER).stream()
            .allMatch(hit ->
                hit.from() > first
                    && hit.to() <= last
                    && Character.isUpperCase(link.text().charAt(hit.from())));
  }

  /// How a text names a paper right before the link that bears its title.
  private static final Pattern THE_PAPER =
      Pattern.compile("\\b(of|from|for|in) (the|our) paper[:,]?\\s*[\"“'*]*$");

  /// Whether the introduction says that the release carries out a paper, and the link is its title:
  /// "a reproduction of the work in the paper [Title of it](...)".
  private static boolean titledAsPaper(Block block, Link link) {
    if (block.headings().size() > 1 || link.text().split(" ").length < TITLE) {
      return false;
    }
    int to = Math.min(block.text().length(), link.at());
    String before = block.text().substring(0, to).toLowerCase(Locale.ROOT);
    String said = before.substring(before.lastIndexOf(". ") + 1);
    return implemented(block, link)
        || THE_PAPER.matcher(said).find() && CARRIED.stream().anyMatch(said::contains);
  }

  /// What carries out a paper.
  private static final List<String> CARRIED =
      List.of("implement", "reproduc", "replicat", "code", "official", "repository");

  /// A link to a PDF that lies in the release.
  static Optional<Cited> inRelease(Link link, Signals words) {
    boolean paper =
        !link.image()
            && link.target().toLowerCase(Locale.ROOT).endsWith(".pdf")
            && words.hasAny(Topic.PAPER, Topic.REPORT);
    return paper
        ? Optional.of(
            new Cited(
                words.has(Topic.REPORT) ? Component.TECHNICAL_REPORT : Component.RESEARCH_PAPER,
                link.target()))
        : Optional.empty();
  }

  /// Whether a bare address follows the document's title, which is as long as that of a paper:
  /// "code of paper Title of It (https://...)".
  private boolean followsTitle(Block block, Link link) {
    boolean bare = !link.image() && (link.text().isEmpty() || link.text().contains("://"));
    int to = Math.min(block.text().length(), Math.max(0, link.at()));
    return bare
        && title.split(" ").length >= TITLE
        && plain(block.text().substring(Math.max(0, to - LONGEST_REFERENCE), to)).endsWith(title);
  }

  /// Letters and digits in lower case, all else as single spaces.
  private static String plain(String text) {
    var plain = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(c -> {
          if (Character.isLetterOrDigit(c)) {
            plain.appendCodePoint(c);
          } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
          }
        });
    return plain.toString().strip();
  }

  /// Whether the document begins by saying that this is an implementation of the paper.
  private static boolean implemented(Block block, Link link) {
    int to = Math.min(block.text().length(), link.at());
    String before =
        block.text().substring(Math.max(0, to - 80), to).toLowerCase(Locale.ROOT).strip();
    boolean first =
        block.headings().size() <= 1
            || block.kind() == Block.Kind.HEADING && block.headings().size() == 2;
    boolean title = link.text().split(" ").length >= TITLE;
    return first
        && (before.endsWith("implementation of")
            || before.endsWith("implementation for")
            || title && before.endsWith(" for") && CODE_FOR.stream().anyMatch(before::contains)
            || titled(block.text().substring(0, to).toLowerCase(Locale.ROOT)));
  }

  /// What a sentence offers before "for" and the title of a paper.
  private static final List<String> CODE_FOR =
      List.of("code", "official", "implementation", "repository", "repo ", "checkpoints");

  /// Words after which a paper's title, and then its link, say what a release carries out.
  private static final List<String> CARRIES_OUT =
      List.of(
          "implementation of",
          "implementation for",
          "code for the paper",
          "based on the paper",
          "described in the paper",
          "introduced in the paper");

  /// Whether what stands before a link says that this is an implementation of something, in the
  /// same sentence: its title, and then the link.
  private static boolean titled(String before) {
    return CARRIES_OUT.stream()
        .anyMatch(words -> {
          int at = before.lastIndexOf(words);
          return at >= 0
              && before.length() - at <= 250
              && before.indexOf(". ", at) < 0
              && before.indexOf("inspired", at) < 0
              && !ofAnother(before.substring(before.lastIndexOf(". ", at) + 1, at))
              && !restsOnAnother(before.substring(at + words.length()))
              && !before.substring(Math.max(0, at - 30), at).contains("unofficial");
        });
  }

  /// Whether a sentence has said by then that the release rests on something else, which it goes on
  /// to speak of: "this is based on X, an implementation of".
  private static boolean ofAnother(String before) {
    return RESTS.stream().anyMatch(before::contains);
  }

  /// Whether what is carried out is told in the release's own words, and the paper is what that
  /// rests on: "an implementation of a counter based on [Gull et al.](...)".
  private static boolean restsOnAnother(String between) {
    return ofAnother(between) && !between.contains("paper");
  }

  private static final List<String> RESTS =
      List.of("based on ", "based off ", "built on ", "built upon ", "fork of ", "derived from ");

  /// Whether a link's words mean a report on the release, and not that one may report something.
  private static boolean isReport(String words) {
    String lower = words.toLowerCase(Locale.ROOT).strip();
    boolean named =
        lower.contains("technical report")
            || lower.contains("tech report")
            || lower.contains("system card")
            || lower.contains("white paper")
            || lower.contains("技术报告")
            || lower.endsWith("report");
    return named && !lower.contains("bug") && !lower.contains("issue");
  }
}
