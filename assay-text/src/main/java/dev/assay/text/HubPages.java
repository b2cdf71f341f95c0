package dev.assay.text;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Cards that stand on the page of a hub: a repository that links its weights or its data there
/// shows their card there too, as a rule. Not having looked is not absence.
final class HubPages {
  /// Hubs where the page of a data set is, or shows, a card that its publisher writes. A store of
  /// files, or the site of a project, shows none.
  private static final List<String> DATA_PAGES =
      List.of(
          "huggingface.co/datasets/",
          "hf.co/datasets/",
          "modelscope.cn/datasets/",
          "kaggle.com/datasets/",
          "tensorflow.org/datasets/catalog/",
          "zenodo.org/record");

  private HubPages() {}

  /// The card of the weights or of the data behind a link to their page; empty where no document
  /// links one.
  ///
  /// @param documents those that speak for the release
  static Optional<Finding> card(Component component, List<Document> documents) {
    boolean model = component == Component.MODEL_CARD;
    List<Linked> links = new ArrayList<>();
    for (Document document : documents) {
      links.addAll(model ? weights(document) : data(document));
    }
    if (links.isEmpty()) {
      return Optional.empty();
    }
    if (model) {
      links = ofThePublisher(links, title(documents));
    }
    String page = links.getFirst().target;
    List<Evidence> evidence = links.stream().map(Linked::evidence).toList();
    String what =
        model
            ? "Linked, not inspected: the page of the weights shows their card: "
            : "Linked, not inspected: the page of the data shows its card: ";
    return Optional.of(
        Findings.found(component, State.LINKED, Set.of(), what + page, evidence, List.of()));
  }

  /// A licence that lies beside the weights is no page with their card.
  private static final Pattern LICENCE =
      Pattern.compile("/blob/[^/]+/licen[sc]e", Pattern.CASE_INSENSITIVE);

  private record Linked(String target, Evidence evidence) {}

  private static List<Linked> weights(Document document) {
    List<Linked> links = new ArrayList<>();
    for (Sign sign : document.signs()) {
      String link = sign.link();
      if (sign.component() == Component.WEIGHTS
          && sign.state() == State.LINKED
          && link != null
          && !sign.qualifiers().contains(Qualifier.OF_BASE)
          && Address.kind(link) == Address.Kind.MODEL
          && !LICENCE.matcher(link).find()) {
        links.add(new Linked(link, sign.evidence()));
      }
    }
    return links;
  }

  /// The pages that bear a word of the release's title, and their owners' others: beside them stand
  /// those of bases and of models to compare with. All where none bears one.
  private static List<Linked> ofThePublisher(List<Linked> links, Set<String> title) {
    Set<String> owners =
        links.stream()
            .filter(
                l -> words(l.target.substring(owner(l.target).length())).anyMatch(title::contains))
            .map(l -> owner(l.target))
            .collect(Collectors.toSet());
    List<Linked> own = links.stream().filter(l -> owners.contains(owner(l.target))).toList();
    return own.isEmpty() ? links : own;
  }

  /// The words of the titles with which the documents at the root introduce the release.
  private static Set<String> title(List<Document> documents) {
    return documents.stream()
        .filter(d -> d.file().path().indexOf('/') < 0 && d.kind() == Document.Kind.README)
        .flatMap(d -> words(d.title()))
        .collect(Collectors.toSet());
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(w -> w.length() >= 3 && !COMMON.contains(w));
  }

  private static final Set<String> COMMON =
      Set.of("model", "models", "language", "large", "pretrained", "the", "and", "for", "base");

  /// What stands before the last part of a page's address.
  private static String owner(String target) {
    int from = target.indexOf("://") + 3;
    int host = target.indexOf('/', from);
    int slash = target.indexOf('/', host + 1);
    return host < 0 || slash < 0 ? target : target.substring(0, slash);
  }

  private static List<Linked> data(Document document) {
    List<Linked> links = new ArrayList<>();
    for (Passage passage : document.passages()) {
      // What a recipe has its readers train on is not what this model was trained on.
      if (passage.own() && !passage.recipe()) {
        for (Passage.Source source : passage.sources()) {
          if (showsCard(source.link())) {
            links.add(new Linked(source.link(), passage.evidence()));
          }
        }
      }
    }
    return links;
  }

  private static boolean showsCard(String link) {
    String lower = link.strip().toLowerCase(Locale.ROOT);
    int scheme = lower.indexOf("://");
    String rest = scheme < 0 ? "" : lower.substring(scheme + 3);
    return Address.kind(link) == Address.Kind.DATA_SET
        && DATA_PAGES.stream().anyMatch(p -> rest.startsWith(p) || rest.startsWith("www." + p));
  }
}
