package dev.assay.sources;

import dev.assay.io.FileNames;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.model.Issue;
import dev.assay.sources.git.GitRepositories;
import dev.assay.sources.hub.Hub;
import dev.assay.sources.registry.Maven;
import dev.assay.sources.registry.Npm;
import dev.assay.sources.registry.OciRegistry;
import dev.assay.sources.registry.Pypi;
import dev.assay.sources.store.HubCacheFolders;
import dev.assay.sources.store.HubDownload;
import dev.assay.sources.store.OciLayout;
import dev.assay.sources.store.Ollama;
import dev.assay.sources.web.WebArchives;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Opens what a user names: each reference is offered to every kind of source, and the first that
/// knows it opens it. The only way into this module.
public final class Sources {
  private static final List<SourceKind> KINDS =
      List.of(
          new HubCacheFolders(),
          new HubDownload(),
          new OciLayout(),
          new GitRepositories(),
          new LocalFiles(),
          new Hub(),
          new Npm(),
          new Maven(),
          new Pypi(),
          new OciRegistry(),
          new Ollama(),
          new WebArchives());

  private static final Pattern TWO_PARTS = Pattern.compile("[\\w.-]+/[\\w.-]+(:[\\w.-]+)?");
  private static final Pattern TAGGED = Pattern.compile("[\\w.-]+:[\\w.-]+");
  private static final Pattern SSH = Pattern.compile("[\\w.-]+@([\\w.-]+):(.+)");
  private static final Pattern USER = Pattern.compile("^((?:git:)?https?://)[^/]*@");

  private Sources() {}

  /// Opens references that together are one release. One that cannot be opened costs one issue and
  /// not the others. A reference named twice is opened once.
  public static Opened open(List<String> references, SourceOptions options, ReadMeter meter) {
    var trees = new ArrayList<FileTree>();
    var issues = new ArrayList<Issue>();
    var taken = new HashSet<String>();
    var session = new Session(options, meter);
    boolean wrongUse = false;
    for (String reference : new LinkedHashSet<>(references)) {
      Optional<SourceKind.Recognised> known = recognise(reference, options);
      if (known.isEmpty()) {
        wrongUse = true;
        issues.add(error(reference, unknown(reference), next(reference)));
        continue;
      }
      Reached reached = known.get().opener().open(identifier(known.get().name(), taken), session);
      // Every run passes here, and the first switch on patterns costs a cold process 10 ms.
      if (reached instanceof Reached.Tree(FileTree tree)) {
        trees.add(tree);
        taken.add(tree.info().id());
      } else if (reached instanceof Reached.Not(String message, String next, boolean wrong)) {
        wrongUse |= wrong;
        issues.add(error(reference, message, next));
      }
    }
    return new Opened(trees, issues, wrongUse, session);
  }

  /// Opens what a lock names, without the network, as it was when it was locked.
  public static Opened open(Lock lock, SourceOptions options, ReadMeter meter) {
    var trees = new ArrayList<FileTree>();
    var issues = new ArrayList<Issue>();
    var taken = new HashSet<String>();
    SourceOptions here = options.withoutNetwork();
    var session = new Session(here, meter);
    for (Lock.Entry entry : lock.entries()) {
      String reference = entry.reference();
      Optional<SourceKind.Recognised> known = recognise(reference, here);
      Reached reached =
          known.isEmpty()
              ? new Reached.Not(unknown(reference), next(reference), false)
              : known.get().opener().open(identifier(known.get().name(), taken), session);
      switch (reached) {
        case Reached.Tree(FileTree tree) -> {
          trees.add(lock.again(entry, tree));
          taken.add(tree.info().id());
        }
        case Reached.Not(String message, String _, boolean _) ->
            issues.add(
                error(entry.asked(), message, "read it once with the network, and lock it again"));
      }
    }
    return new Opened(trees, issues, false, session);
  }

  /// The same sources and more of them, with one session.
  ///
  /// @param more references; one that cannot be opened costs one issue
  public static Opened follow(Opened opened, List<String> more) {
    var trees = new ArrayList<>(opened.trees());
    var issues = new ArrayList<>(opened.issues());
    var taken = new HashSet<String>();
    trees.forEach(tree -> taken.add(tree.info().id()));
    Session session = opened.session();
    for (String reference : more) {
      Optional<SourceKind.Recognised> known = recognise(reference, session.options());
      if (known.isEmpty()) {
        continue;
      }
      switch (known.get().opener().open(identifier(known.get().name(), taken), session)) {
        case Reached.Tree(FileTree tree) -> {
          trees.add(tree);
          taken.add(tree.info().id());
        }
        case Reached.Not(String message, String next, boolean _) ->
            issues.add(error(reference, message, next));
      }
    }
    return new Opened(trees, issues, opened.wrongUse(), session);
  }

  /// How references of every kind are written, in the order in which they are tried.
  public static List<String> forms() {
    return KINDS.stream().flatMap(kind -> kind.forms().stream()).toList();
  }

  /// How a reference is understood, one sentence, without opening it.
  public static String explain(String reference, SourceOptions options) {
    String shown = shown(reference);
    return recognise(reference, options)
        .map(known -> shown + ": " + known.because())
        .orElseGet(() -> shown + " is " + unknown(reference) + "; " + next(reference));
  }

  /// Whether a reference is one of a known kind, without opening it.
  public static boolean knows(String reference, SourceOptions options) {
    return recognise(reference, options).isPresent();
  }

  /// The reference that opens a source again at a revision, where its kind has such.
  static Optional<String> pinned(String reference, String revision) {
    return KINDS.stream().flatMap(kind -> kind.pinned(reference, revision).stream()).findFirst();
  }

  private static Optional<SourceKind.Recognised> recognise(
      String reference, SourceOptions options) {
    return KINDS.stream().flatMap(kind -> kind.recognise(reference, options).stream()).findFirst();
  }

  /// What a reference that no kind knows is.
  private static String unknown(String reference) {
    if (reference.isEmpty()) {
      return "an empty reference";
    }
    if (!shown(reference).equals(FileNames.escape(reference))) {
      return "an address with a user's name or password, which would end up in reports";
    }
    if (form(reference).isPresent()) {
      return "not of the form that its beginning promises";
    }
    if (reference.startsWith("ssh://") || SSH.matcher(reference).matches()) {
      return "an address for ssh, which is not supported";
    }
    return several(reference).isEmpty()
        ? "neither a file or folder here nor a known reference"
        : "no folder here, and could be more than one thing";
  }

  /// What the user can do about it.
  private static String next(String reference) {
    if (!shown(reference).equals(FileNames.escape(reference))) {
      return "leave it out; for GitHub and the hub set GITHUB_TOKEN or HF_TOKEN";
    }
    Optional<String> form = form(reference);
    if (form.isPresent()) {
      return "write it as " + form.get();
    }
    Matcher ssh = SSH.matcher(reference);
    if (ssh.matches()) {
      return "write git:https://" + FileNames.escape(ssh.group(1) + "/" + ssh.group(2));
    }
    List<String> several = several(reference);
    return several.isEmpty()
        ? "supported are: a folder, an archive, a package or a file here, "
            + String.join(", ", forms().stream().filter(f -> f.matches(".*(:|http).*")).toList())
        : "write " + String.join(" or ", several);
  }

  /// The form of the kind whose scheme a reference begins with.
  private static Optional<String> form(String reference) {
    int colon = reference.indexOf(':');
    String scheme = colon < 0 ? "" : reference.substring(0, colon + 1);
    return scheme.isEmpty()
        ? Optional.empty()
        : KINDS.stream()
            .flatMap(kind -> kind.forms().stream())
            .filter(form -> form.startsWith(scheme))
            .findFirst();
  }

  /// What a name without a scheme could mean: two parts are a name at several places.
  private static List<String> several(String reference) {
    String shown = FileNames.escape(reference);
    if (TWO_PARTS.matcher(reference).matches()) {
      return List.of("hf:" + shown, "github:" + shown, "ollama:" + shown, "oci:" + shown);
    }
    return TAGGED.matcher(reference).matches()
        ? List.of("ollama:" + shown, "oci:" + shown)
        : List.of();
  }

  /// A reference as it may be shown: without what stands before the host, where passwords stand.
  private static String shown(String reference) {
    return FileNames.escape(USER.matcher(reference).replaceFirst("$1…@"));
  }

  private static Issue error(String reference, String message, String next) {
    String shown = shown(reference);
    // The reference stands before the message anyway.
    String rest =
        message.startsWith(shown + ": ") ? message.substring(shown.length() + 2) : message;
    return new Issue(Issue.Severity.ERROR, "", shown, rest, next);
  }

  /// A short name of letters, digits, dots and dashes that no other source of the run has.
  private static String identifier(String name, Set<String> taken) {
    var clean = new StringBuilder();
    for (int i = 0; i < name.length() && clean.length() < 40; i++) {
      char c = name.charAt(i);
      boolean plain =
          c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-');
      clean.append(plain ? c : '-');
    }
    String base = clean.isEmpty() ? "source" : clean.toString();
    String id = base;
    for (int n = 2; taken.contains(id); n++) {
      id = base + "-" + n;
    }
    return id;
  }
}
