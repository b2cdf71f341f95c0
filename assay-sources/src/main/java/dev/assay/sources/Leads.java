package dev.assay.sources;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.FileTree;
import dev.assay.io.Malformed;
import dev.assay.io.SourceFact;
import dev.assay.model.Issue;
import dev.assay.sources.git.GitName;
import dev.assay.sources.hub.HubName;
import dev.assay.sources.hub.HubSettings;
import dev.assay.sources.web.Origin;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where else a release may lie: Git repositories of the same publisher that its cards link, and
/// submodules. They are proposed, and read only where the user says so.
///
/// A card is a stranger's: only http(s) addresses are taken, none on this machine or in a private
/// network unless the user's own settings name that server, and no more than {@value #MOST}.
public final class Leads {
  private static final int MOST = 8;
  private static final int CARD = 1 << 20;
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[A-Za-z0-9._~:/@%+\\[\\]-]{4,200}");

  private Leads() {}

  /// One place.
  ///
  /// @param reference what to type to read it
  /// @param source where it was named
  /// @param path the file that names it
  /// @param line the line, from 1; 0 for a submodule
  /// @param why what makes it part of the release, a clause
  public record Lead(String reference, String source, String path, int line, String why) {}

  /// What the cards and submodules of these trees name, without what was opened already.
  public static List<Lead> of(List<FileTree> trees, SourceOptions options) {
    var leads = new LinkedHashMap<String, Lead>();
    for (FileTree tree : trees) {
      String publisher = publisher(tree.info().reference(), options);
      for (FileEntry file : tree.files()) {
        if (file.kind() == FileEntry.Kind.SUBMODULE) {
          submodule(tree, file, options).ifPresent(l -> leads.putIfAbsent(key(l.reference()), l));
        } else if (!publisher.isEmpty() && isCard(file)) {
          card(tree, file, publisher, options, leads);
        }
      }
    }
    for (FileTree tree : trees) {
      GitName.parse(tree.info().reference(), options.environment())
          .map(GitName::remote)
          .ifPresent(remote -> leads.remove(key("git:" + remote)));
    }
    return leads.values().stream().limit(MOST).toList();
  }

  private static boolean isCard(FileEntry file) {
    return file.kind() == FileEntry.Kind.FILE
        && file.folder().isEmpty()
        && file.name().toLowerCase(Locale.ROOT).startsWith("readme")
        && file.size() <= CARD;
  }

  /// Who publishes a source, as its reference says; empty where it does not.
  private static String publisher(String reference, SourceOptions options) {
    Optional<HubName> hub = HubName.parse(reference, HubSettings.of(options.environment()).hosts());
    if (hub.isPresent()) {
      String id = hub.get().id();
      return id.contains("/") ? plain(id.substring(0, id.indexOf('/'))) : "";
    }
    return GitName.parse(reference, options.environment())
        .map(GitName::remote)
        .map(Leads::owner)
        .orElse("");
  }

  private static String owner(URI repository) {
    String[] parts = repository.getPath().split("/");
    return parts.length >= 3 ? plain(parts[parts.length - 2]) : "";
  }

  /// A name without what hubs spell differently.
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
  }

  private static void card(
      FileTree tree,
      FileEntry file,
      String publisher,
      SourceOptions options,
      Map<String, Lead> leads) {
    String text;
    try (ByteSource bytes = tree.open(file)) {
      text = new String(bytes.head(CARD), StandardCharsets.UTF_8);
    } catch (UncheckedIOException | Malformed e) {
      // The assessment reads the same file, and says what is wrong with it.
      return;
    }
    int line = 0;
    for (String written : text.split("\n", -1)) {
      line++;
      Matcher address = ADDRESS.matcher(written);
      while (address.find() && leads.size() < MOST) {
        Optional<URI> repository = repository(address.group(), options);
        if (repository.isPresent() && owner(repository.get()).equals(publisher)) {
          String reference = "git:" + repository.get();
          String why = "linked in the card, and of the same publisher";
          leads.putIfAbsent(
              key(reference), new Lead(reference, tree.info().id(), file.path(), line, why));
        }
      }
    }
  }

  private static Optional<Lead> submodule(FileTree tree, FileEntry file, SourceOptions options) {
    String target = file.target();
    if (target == null || target.isBlank()) {
      return Optional.empty();
    }
    String address = target;
    if (target.startsWith("../") || target.startsWith("./")) {
      Optional<URI> own =
          GitName.parse(tree.info().reference(), options.environment()).map(GitName::remote);
      address = own.map(o -> URI.create(o + "/").resolve(target).toString()).orElse("");
    }
    String written = address.endsWith(".git") ? address : address + ".git";
    String commit =
        tree.facts().stream()
            .filter(f -> f.kind() == SourceFact.Kind.SUBMODULE_AT)
            .filter(f -> f.evidence().path().equals(file.path()))
            .map(SourceFact::value)
            .findFirst()
            .map(c -> "@" + c)
            .orElse("");
    return repository(written, options)
        .map(uri ->
            new Lead(
                "git:" + uri + commit,
                tree.info().id(),
                file.path(),
                0,
                "a submodule of this source"));
  }

  /// The repository at an address, where it may be asked for.
  private static Optional<URI> repository(String address, SourceOptions options) {
    String trimmed = address.replaceAll("[.,:;)\\]]+$", "");
    return GitName.parse(trimmed, options.environment())
        .map(GitName::remote)
        .filter(uri -> isPublic(uri, options));
  }

  private static boolean isPublic(URI uri, SourceOptions options) {
    String server = options.environment().getOrDefault("GITHUB_SERVER_URL", "");
    if (!server.isEmpty() && server.equals(uri.getScheme() + "://" + uri.getAuthority())) {
      return true;
    }
    try {
      return options.offline() || !Origin.of(uri).isPrivate();
    } catch (UnknownHostException e) {
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String key(String reference) {
    String at = reference.replaceFirst("@[^/]*$", "");
    return (at.endsWith(".git") ? at.substring(0, at.length() - 4) : at).toLowerCase(Locale.ROOT);
  }

  /// The trees, each with a note for every lead that was not followed.
  public static List<FileTree> noted(List<FileTree> trees, List<Lead> leads) {
    var all = new ArrayList<FileTree>();
    Set<String> sources = Set.copyOf(leads.stream().map(Lead::source).toList());
    for (FileTree tree : trees) {
      String id = tree.info().id();
      all.add(
          sources.contains(id)
              ? new Retold(
                  tree,
                  tree.info(),
                  leads.stream()
                      .filter(l -> l.source().equals(id))
                      .map(l -> note(l, trees))
                      .toList(),
                  List.of())
              : tree);
    }
    return all;
  }

  private static Issue note(Lead lead, List<FileTree> trees) {
    String given = String.join(" ", trees.stream().map(t -> t.info().reference()).toList());
    return new Issue(
        Issue.Severity.NOTE,
        lead.source(),
        lead.path() + (lead.line() > 0 ? ":" + lead.line() : ""),
        FileNames.escape(lead.reference()) + " is " + lead.why() + "; it was not read",
        "assay inspect " + given + " " + FileNames.escape(lead.reference()) + ", or --follow");
  }
}
