package dev.assay.text;

import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Qualifier;
import java.util.List;
import java.util.Set;

/// A sentence, item or row that speaks of data that a model was trained, tested or calibrated on.
///
/// @param stage what the data was for
/// @param form how it is given
/// @param qualifiers gated, partial, of the base model
/// @param weight how surely it speaks of this release's own training; {@link #OWN} or more counts
/// @param sources the data sets named or linked, possibly none
/// @param quantities amounts stated in it
/// @param text its words
/// @param evidence its paragraph
/// @param fetched whether it counts only because it bids to fetch data, which is for training where
///   the release trains
/// @param recipe whether it stands in a recipe for readers: what they are shown to train on need
///   not be what the release was trained on
record Passage(
    DataSet.Stage stage,
    DataSet.Form form,
    Set<Qualifier> qualifiers,
    int weight,
    List<Source> sources,
    List<Quantity> quantities,
    String text,
    Evidence evidence,
    boolean fetched,
    boolean recipe) {
  /// From this weight on a passage is taken to be about this release's training.
  static final int OWN = 3;

  /// How much less data weighs that is only said to be fetched, where nothing trains.
  static final int FOR_ANYTHING = 2;

  Passage {
    qualifiers = Set.copyOf(qualifiers);
    sources = List.copyOf(sources);
    quantities = List.copyOf(quantities);
  }

  Passage(
      DataSet.Stage stage,
      DataSet.Form form,
      Set<Qualifier> qualifiers,
      int weight,
      List<Source> sources,
      List<Quantity> quantities,
      String text,
      Evidence evidence) {
    this(stage, form, qualifiers, weight, sources, quantities, text, evidence, false, false);
  }

  /// A passage that is nothing but links.
  static Passage ofLinks(DataSet.Stage stage, int weight, List<Source> sources, Evidence evidence) {
    return new Passage(
        stage, DataSet.Form.LINK, Set.of(), weight, sources, List.of(), "", evidence);
  }

  /// The same, which counts only beside something that trains.
  Passage whereTrained() {
    return new Passage(
        stage, form, qualifiers, weight, sources, quantities, text, evidence, true, recipe);
  }

  /// How data is given by what names it: linked, named, or only spoken of.
  static DataSet.Form form(List<Source> sources) {
    if (isLinked(sources)) {
      return DataSet.Form.LINK;
    }
    return sources.isEmpty() ? DataSet.Form.PROSE : DataSet.Form.NAMED;
  }

  static boolean isLinked(List<Source> sources) {
    return AnyOf.is(sources, source -> !source.link().isEmpty());
  }

  /// One data set that a passage names.
  ///
  /// @param name as written; empty where only the link says it
  /// @param link where it can be had, or empty
  record Source(String name, String link) {}

  boolean own() {
    return weight >= OWN && !qualifiers.contains(Qualifier.OF_BASE) && training();
  }

  boolean training() {
    return stage != DataSet.Stage.EVALUATION && stage != DataSet.Stage.CALIBRATION;
  }
}
