package dev.assay.text;

import dev.assay.io.FrontMatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells a model card from a README that is none, and a data card from both, by content: the fields
/// of its head and the sections that cards have (Mitchell et al. 2019 for models, Gebru et al. 2021
/// for data, and the templates of model hubs).
final class CardSigns {
  private static final Set<Topic> MODEL_SECTIONS =
      EnumSet.of(
          Topic.CARD_INTENDED_USE,
          Topic.CARD_LIMITS,
          Topic.CARD_TRAINING,
          Topic.CARD_DETAILS,
          Topic.CARD_EVALUATION);
  private static final List<String> MODEL_FIELDS =
      List.of(
          "pipeline_tag",
          "library_name",
          "base_model",
          "model-index",
          "model_name",
          "datasets",
          "widget",
          "inference",
          "quantized_by",
          "new_version",
          "fine-tunable",
          "format",
          "network-architecture");
  private static final List<String> DATA_FIELDS =
      List.of(
          "task_categories",
          "task_ids",
          "size_categories",
          "annotations_creators",
          "language_creators",
          "multilinguality",
          "source_datasets",
          "dataset_info",
          "configs",
          "pretty_name",
          "viewer");

  private CardSigns() {}

  /// Adds the sections that a heading opens.
  static void sections(String heading, Set<Topic> sections) {
    if (heading.length() > 120) {
      return;
    }
    Signals s = Signals.of(heading);
    for (Topic topic : MODEL_SECTIONS) {
      if (s.has(topic)) {
        sections.add(topic);
      }
    }
    if (s.has(Topic.DATA_CARD_SECTION)) {
      sections.add(Topic.DATA_CARD_SECTION);
    }
  }

  /// Adds the sections that a label at the start of a block opens, as in "**Training data:** ...".
  static void labels(String text, Set<Topic> sections) {
    int colon = text.indexOf(':');
    if (colon > 3 && colon < 40) {
      sections(text.substring(0, colon), sections);
    }
  }

  /// How the documents are called that govern a project and say nothing of what it releases.
  private static final List<String> GOVERNING =
      List.of(
          "code_of_conduct",
          "codeofconduct",
          "security",
          "support.",
          "governance",
          "maintainers",
          "contributors",
          "issue_template",
          "pull_request_template");

  /// Whether a document governs the project: rules of conduct, how to report a flaw.
  static boolean isOfTheProject(Place place) {
    String name = place.name().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return GOVERNING.stream().anyMatch(name::startsWith);
  }

  static Document.Kind kind(
      Place place, FrontMatter head, String title, Set<Topic> sections, int words) {
    String name = place.name().toLowerCase(Locale.ROOT);
    String plain = name.replace('-', '_').replace(' ', '_');
    String heading = title.toLowerCase(Locale.ROOT).replace('-', ' ').replace("_", " ");
    if (Changelogs.isOne(plain, heading)) {
      return Document.Kind.CHANGELOG;
    }
    if (plain.startsWith("contributing")) {
      return Document.Kind.CONTRIBUTING;
    }
    boolean dataFields = AnyOf.is(DATA_FIELDS, head::has);
    boolean modelFields = AnyOf.is(MODEL_FIELDS, head::has);
    boolean namedData =
        plain.contains("data_card")
            || plain.contains("datacard")
            || plain.contains("datasheet")
            || plain.contains("dataset_card")
            || heading.contains("data card")
            || heading.contains("datasheet")
            || heading.contains("dataset card");
    if (dataFields && !modelFields || namedData) {
      return Document.Kind.DATA_CARD;
    }
    boolean namedModel =
        plain.contains("model_card")
            || plain.contains("modelcard")
            || heading.contains("model card")
            || place.folders().contains("cards")
            || consecutive(place.folders(), "model", "cards");
    boolean hubHead =
        head.status() == FrontMatter.Status.READ
            && head.last() > 0
            // The page of a demonstration on a hub names the kit that it runs with. One that tells
            // the limits of its model is its card all the same.
            && (!head.has("sdk") || sections.contains(Topic.CARD_LIMITS))
            && (modelFields
                // What is kept for a hub may have another name beside the readme of the code.
                || plain.contains("readme")
                    && (head.has("license")
                        || head.has("tags")
                        || head.has("language")
                        || head.has("sdk")));
    boolean broken = head.status() == FrontMatter.Status.BROKEN && name.startsWith("readme");
    boolean catalogue = head.status() == FrontMatter.Status.READ && head.last() == 0 && modelFields;
    int of = 0;
    for (Topic section : sections) {
      of += MODEL_SECTIONS.contains(section) ? 1 : 0;
    }
    if (namedModel || hubHead || catalogue || broken) {
      return words >= 12 || of > 0 || hubHead || broken
          ? Document.Kind.MODEL_CARD
          : Document.Kind.PROSE;
    }
    // A README has some of these sections for other reasons; the whole of them is a card.
    boolean byContent =
        of >= (name.startsWith("readme") ? MODEL_SECTIONS.size() : 4)
            && sections.contains(Topic.CARD_INTENDED_USE)
            && sections.contains(Topic.CARD_LIMITS);
    // A page of its own about one model, in the manner of a card, without that name.
    boolean page =
        !name.startsWith("readme")
            && of >= 3
            && sections.contains(Topic.CARD_DETAILS)
            && sections.contains(Topic.CARD_TRAINING)
            && (sections.contains(Topic.CARD_LIMITS) || sections.contains(Topic.CARD_EVALUATION))
            && heading.startsWith("model ");
    if (byContent || page) {
      return Document.Kind.MODEL_CARD;
    }
    return name.startsWith("readme") ? Document.Kind.README : Document.Kind.PROSE;
  }

  private static boolean consecutive(List<String> words, String first, String second) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).equals(first) && words.get(i + 1).equals(second)) {
        return true;
      }
    }
    return false;
  }
}
