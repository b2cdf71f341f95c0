package dev.assay.licences;

import dev.assay.model.Component;
import dev.assay.model.LicenceOf;
import dev.assay.model.Right;
import java.util.List;

/// What one may do with each part of a release and with the release as a whole. What licences say,
/// read by a program; not legal advice.
///
/// @param parts each component that was found and has terms of its own
/// @param whole one answer for each act, the strictest binding
/// @param asked the answer to the question itself, as one sentence would put it
public record RightsAnswer(List<Part> parts, List<Right> whole, Right asked) {
  public RightsAnswer {
    parts = List.copyOf(parts);
    whole = List.copyOf(whole);
  }

  /// What reports say once beside these answers.
  public static final String NOTICE =
      "These are facts about what licences say, found by a program. They are not legal advice.";

  /// One component.
  ///
  /// @param component which
  /// @param licence its licence
  /// @param rights one for each act that it takes part in
  public record Part(Component component, LicenceOf licence, List<Right> rights) {
    public Part {
      rights = List.copyOf(rights);
    }
  }
}
