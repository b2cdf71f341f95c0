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
    String page = "";
    List<Evidence> evidence = new ArrayList<>();
    for (Document document : documents) {
      for (Linked link : model ? weights(document) : data(document)) {
        page = page.isEmpty() ? link.target : page;
        evidence.add(link.evidence);
      }
    }
    if (evidence.isEmpty()) {
      return Optional.empty();
    }
    String what =
        model
            ? "Linked, not inspected: the page of the weights shows their card: "
            : "Linked, not inspected: the page of the data shows its card: ";
    return Optional.of(
        Findings.found(component, State.LINKED, Set.of(), what + page, evidence, List.of()));
  }

  private record Linked(String target, Evidence evidence) {}

  private static List<Linked> weights(Document document) {
    List<Linked> links = new ArrayList<>();
    for (Sign sign : document.signs()) {
      String link = sign.link();
      if (sign.component() == Component.WEIGHTS
          && sign.state() == State.LINKED
          && link != null
          && !sign.qualifiers().contains(Qualifier.OF_BASE)
          && Address.kind(link) == Address.Kind.MODEL) {
        links.add(new Linked(link, sign.evidence()));
      }
    }
    return links;
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
