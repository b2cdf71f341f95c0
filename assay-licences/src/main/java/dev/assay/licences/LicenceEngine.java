package dev.assay.licences;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Right;
import java.util.List;
import java.util.Map;

/// Which licence is this, what does it cover, and what does it allow?
public final class LicenceEngine {
  private LicenceEngine() {}

  /// The engine with its index; loaded once for a process.
  public static LicenceEngine load() {
    return new LicenceEngine();
  }

  /// Whether a file is worth reading as text for its licence, by its name: licence files by their usual
  /// names, and documents.
  public static boolean wants(dev.assay.io.FileEntry entry) {
    return false;
  }

  /// Every licence given or claimed in a text file: a licence's own text, notices in a header, front
  /// matter, badges, links, sentences.
  public List<LicenceStatement> scan(TextFile file) {
    return List.of();
  }

  /// A licence named by a tag or a metadata value, such as `apache-2.0` or `llama3.1`: the expression,
  /// or `NOASSERTION`.
  public String named(String tag) {
    return "NOASSERTION";
  }

  /// Whether a licence leaves a component of this kind free.
  public Freedom freedom(String expression, Component component) {
    return Freedom.UNKNOWN;
  }

  /// Binds statements to components.
  ///
  /// @param statements all that {@link #scan} and the headers of weights gave
  /// @param findings the findings without licences
  public Map<Component, LicenceOf> bind(
      List<LicenceStatement> statements, List<Finding> findings) {
    return Map.of();
  }

  /// What one may do with the release as a whole, the strictest binding.
  public List<Right> rights(List<LicenceStatement> statements, List<Finding> findings) {
    return List.of();
  }
}
