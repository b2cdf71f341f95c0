package dev.assay.formats;

import dev.assay.formats.assembly.Assembly;
import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Note;
import dev.assay.model.Weights;
import java.util.List;
import java.util.Map;

/// Puts the files of one release together: shards with their index, adapters with their
/// configuration, quantisation configuration with packed tensors; computes parameters; and checks
/// them against configuration and tokenizer (proof level 2).
public final class WeightsAssembly {
  private WeightsAssembly() {}

  /// Puts files together.
  ///
  /// @param files every file that {@link Formats#read} gave, in any order
  /// @param listing every name of the source, so that missing shards can be told
  /// @param texts configuration files by path (`config.json`, `quantize_config.json`,
  ///   `adapter_config.json`, `tokenizer_config.json`, ...)
  public static Result assemble(
      List<Weights> files, List<FileEntry> listing, Map<String, TextFile> texts) {
    return Assembly.assemble(files, listing, texts);
  }

  /// What the files are together.
  ///
  /// @param artefacts one for each set of weights
  /// @param notes what agrees and disagrees, by component ({@link Component#WEIGHTS} and {@link
  ///   Component#ARCHITECTURE})
  /// @param claims declared against computed: parameter counts, quantisation, shards, tokenizer,
  ///   type
  public record Result(
      List<Weights> artefacts, Map<Component, List<Note>> notes, List<Claim> claims) {
    public Result {
      artefacts = List.copyOf(artefacts);
      notes = Map.copyOf(notes);
      claims = List.copyOf(claims);
    }
  }
}
