package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.model.Claim;
import dev.assay.model.DataSet;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import java.util.List;

/// From what the documents say to the state of the components that are data and documents.
public final class DocumentJudge {
  private DocumentJudge() {}

  /// @param documents every document that {@link DocumentReader#read} gave
  /// @param listing every name of every source (data files and papers in hand are known by name, size and
  ///     head)
  public static Result judge(List<Document> documents, List<FileEntry> listing) {
    return new Result("", List.of(), List.of(), List.of(), List.of());
  }

  /// @param name the release's name as its documents give it; empty when they do not
  /// @param findings one for each component that this judge answers for: data and documents, access
  /// @param mentions what the documents say about weights and code elsewhere, to come, or refused
  /// @param data each data set named
  /// @param claims what the release says of itself, still {@link Claim.Verdict#UNDECIDABLE}: the engine
  ///     decides them against the facts
  public record Result(
      String name,
      List<Finding> findings,
      List<Mention> mentions,
      List<DataSet> data,
      List<Claim> claims) {}
}
