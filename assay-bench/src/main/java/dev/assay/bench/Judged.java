package dev.assay.bench;

import org.jspecify.annotations.Nullable;

/// One release and one component, answered by up to three judges.
///
/// @param id the release
/// @param six the component
/// @param ours our answers
/// @param mot the Model Openness Tool's answer, null where it gives none
/// @param motShown whether the tool's site shows the record
/// @param osai the European index's answer, null where it gives none
/// @param same whether the index judges the release in hand, and not a later one or another's
record Judged(
    String id,
    Six six,
    Six.Ours ours,
    @Nullable Boolean mot,
    boolean motShown,
    @Nullable Boolean osai,
    boolean same) {

  boolean both() {
    return mot != null && osai != null;
  }

  /// Whether we and the tool disagree.
  boolean againstMot() {
    return mot != null && mot != ours.tool();
  }

  /// Whether we and the index disagree.
  boolean againstOsai() {
    return osai != null && osai != ours.index();
  }

  /// Who answers.
  enum Judge {
    FOR_MOT,
    FOR_OSAI,
    MOT,
    OSAI;

    boolean answer(Judged j) {
      return switch (this) {
        case FOR_MOT -> j.ours.tool();
        case FOR_OSAI -> j.ours.index();
        case MOT -> Boolean.TRUE.equals(j.mot);
        case OSAI -> Boolean.TRUE.equals(j.osai);
      };
    }

    /// Whether the judge answers yes or no, and does not leave it open.
    boolean decides(Judged j) {
      return switch (this) {
        case FOR_MOT -> j.ours.toolTold() != Told.UNDECIDED;
        case FOR_OSAI -> j.ours.indexTold() != Told.UNDECIDED;
        case MOT, OSAI -> true;
      };
    }
  }
}
