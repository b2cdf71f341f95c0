package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import dev.assay.model.Order;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// From what the documents say to the state of the components that are data and documents.
public final class DocumentJudge {
  private static final Set<Component> PASSED_ON =
      EnumSet.of(
          Component.WEIGHTS,
          Component.CHECKPOINTS,
          Component.ARCHITECTURE,
          Component.TRAINING_CODE,
          Component.FINE_TUNING_CODE,
          Component.INFERENCE_CODE,
          Component.EVALUATION_CODE,
          Component.DATA_PROCESSING_CODE);

  private final List<Document> ordered;
  private final Listing names;

  private DocumentJudge(List<Document> ordered, Listing names) {
    this.ordered = ordered;
    this.names = names;
  }

  /// @param documents every document that {@link DocumentReader#read} gave
  /// @param listing every name of every source (data files and papers in hand are known by name,
  ///   size and head)
  public static DocumentJudge of(List<Document> documents, List<FileEntry> listing) {
    return of(documents, listing, Set.of());
  }

  /// @param lists those of the listing that {@link NameLists} told to be lists of names
  public static DocumentJudge of(
      List<Document> documents, List<FileEntry> listing, Set<FileEntry> lists) {
    List<Document> ordered = new ArrayList<>(documents);
    ordered.sort(
        Order.both(
            Order.by((Document d) -> FileNames.depth(d.file().path())),
            Order.both(
                Order.of((Document d) -> !introduces(d)),
                Order.both(
                    Order.of((Document d) -> d.file().path()),
                    Order.of((Document d) -> d.file().source())))));
    return new DocumentJudge(
        ordered, Listing.of(listing.stream().filter(e -> !lists.contains(e)).toList()));
  }

  /// The release's name as its documents give it; empty when they do not.
  public String name() {
    return name(ordered);
  }

  /// What the documents say about weights and code elsewhere, to come, or refused: known before the
  /// code is judged, which needs it.
  public List<Mention> mentions() {
    List<Mention> mentions = new ArrayList<>();
    for (Document document : ordered) {
      for (Sign sign : document.signs()) {
        if (PASSED_ON.contains(sign.component())) {
          mentions.add(sign.mention());
        }
      }
    }
    mentions.addAll(DvcReader.weights(ordered, names));
    return List.copyOf(mentions);
  }

  /// The components that are data and documents, of a release that is called as its title says.
  ///
  /// @param trains whether code of the release trains a model
  /// @param fromScratch whether code of the release trains one from fresh weights
  public Result judge(boolean trains, boolean fromScratch) {
    return judge(trains, fromScratch, OwnNames.of(List.of(name())));
  }

  /// The components that are data and documents.
  ///
  /// @param trains whether code of the release trains a model, as its own judge found: data that
  ///   readers are bid to fetch beside it is to train on
  /// @param fromScratch whether code of the release trains one from fresh weights
  /// @param own what the release calls itself: a model of its own is no base
  public Result judge(boolean trains, boolean fromScratch, OwnNames own) {
    DataJudge data = new DataJudge(ordered, names, trains, fromScratch, own);
    List<Finding> findings = new ArrayList<>(data.findings());
    findings.addAll(new PaperworkJudge(ordered, names).findings());
    List<Claim> claims = new ArrayList<>();
    for (Document document : ordered) {
      // What a project inside the project says of itself is no claim of the release.
      if (!names.embedded(document.file().path())) {
        document.claims().stream()
            .filter(c -> !ClaimReader.isOfItself(c, own))
            .forEach(claims::add);
      }
    }
    return new Result(findings, data.dataSets(), claims);
  }

  /// Whether a document is the one that a reader opens first in its folder.
  private static boolean introduces(Document document) {
    return document.kind() == Document.Kind.MODEL_CARD || document.kind() == Document.Kind.README;
  }

  private static String name(List<Document> documents) {
    for (Document document : documents) {
      String named = document.head().text("model_name");
      if (!named.isEmpty() && document.kind() == Document.Kind.MODEL_CARD) {
        return named;
      }
    }
    for (Document document : documents) {
      boolean root =
          Place.of(document.file().path()).depth() == 0
              && (document.kind() == Document.Kind.MODEL_CARD || isReadme(document));
      if (root && !document.title().isEmpty()) {
        String name = Titles.clean(document.title());
        if (Titles.isName(name)) {
          return name;
        }
      }
    }
    return "";
  }

  /// The README itself; one of several, such as `README_WEIGHTS.md`, is named for its subject.
  private static boolean isReadme(Document document) {
    String name = document.file().path().toLowerCase(Locale.ROOT);
    return document.kind() == Document.Kind.README
        && (name.equals("readme") || name.startsWith("readme."));
  }

  /// @param findings one for each component that this judge answers for: data and documents, access
  /// @param data each data set named
  /// @param claims what the release says of itself, still {@link Claim.Verdict#UNDECIDABLE}: the
  ///   engine decides them against the facts
  public record Result(List<Finding> findings, List<DataSet> data, List<Claim> claims) {
    public Result {
      findings = List.copyOf(findings);
      data = List.copyOf(data);
      claims = List.copyOf(claims);
    }
  }
}
