package dev.assay.formats.assembly;

import dev.assay.formats.JsonValue;
import dev.assay.formats.tokenizer.TokenizerFile;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Note;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds the tokenizer and the stated vocabulary against the rows of the embedding.
final class Vocabulary {
  /// Embeddings by the last two parts of their name.
  private static final Set<String> EMBEDDINGS =
      Set.of(
          "embed_tokens.weight",
          "wte.weight",
          "word_embeddings.weight",
          "tok_embeddings.weight",
          "embed_in.weight",
          "shared.weight",
          "token_embd.weight",
          "token_embedding.weight",
          "backbone.embeddings.weight");

  private final Report report;

  Vocabulary(Report report) {
    this.report = report;
  }

  private static @Nullable Tensor embedding(Draft d) {
    for (Tensor t : d.listing) {
      String name = t.name();
      int dot = name.lastIndexOf('.', Math.max(0, name.lastIndexOf('.') - 1));
      String end = name.substring(dot + 1);
      boolean known =
          EMBEDDINGS.contains(end) || end.equals("embeddings.weight") && EMBEDDINGS.contains(name);
      if (known
          && t.shape().size() == 2
          && t.role() == Tensor.Role.PARAMETER
          && !name.contains("vis")) {
        return t;
      }
    }
    return null;
  }

  /// @param config the configuration beside it, or null
  /// @param tokenizers the tokenizer files beside it
  void check(Draft d, @Nullable Config config, List<Draft> tokenizers) {
    if (!d.hasTensors() || d.kind != Weights.Kind.MODEL) {
      return;
    }
    Tensor embedding = embedding(d);
    // A packed embedding's rows are still rows, except where a format packs along them.
    if (embedding == null
        || (d.quantisation != null
            && d.format.equals("safetensors")
            && embedding.type().bits() < 16)) {
      return;
    }
    long rows = embedding.shape().get(0);
    if (config != null) {
      stated(d, config, embedding, rows);
    }
    if (d.format.equals("gguf")) {
      for (Weights.HeaderFact f : d.metadata) {
        if (f.key().equals("tokenizer.ggml.tokens")) {
          OptionalLong n = ConfigFields.whole(f.value().replace(" items", ""));
          n.ifPresent(
              tokens -> tokens(d, embedding, rows, tokens, f.evidence(), "the header's tokenizer"));
        }
      }
    }
    for (Draft t : tokenizers) {
      for (Weights.HeaderFact f : t.metadata) {
        if (f.key().equals(TokenizerFile.VOCABULARY) && t.status == Weights.Status.OK) {
          ConfigFields.whole(f.value())
              .ifPresent(tokens -> tokens(d, embedding, rows, tokens, f.evidence(), t.name()));
        }
      }
    }
  }

  private void stated(Draft d, Config config, Tensor embedding, long rows) {
    JsonValue.Obj model = config.model();
    JsonValue value = model.get("vocab_size");
    OptionalLong n = ConfigFields.number(model, "vocab_size");
    if (value == null || n.isEmpty()) {
      return;
    }
    Evidence made = config.evidence("vocab_size", value);
    boolean fits = rows >= n.getAsLong() && rows <= Families.padded(n.getAsLong());
    String reason = "the embedding " + embedding.name() + " has " + rows + " rows";
    report.claim(
        Claim.Kind.TOKENIZER,
        "states a vocabulary of " + n.getAsLong(),
        made,
        fits ? Claim.Verdict.CONFIRMED : Claim.Verdict.CONTRADICTED,
        reason,
        List.of(d.evidence));
    Note.Kind kind = fits ? Note.Kind.AGREES : Note.Kind.DISAGREES;
    String text = "vocab_size is " + n.getAsLong() + ", and " + reason;
    report.note(Component.ARCHITECTURE, kind, text, made, d.evidence);
    report.note(Component.WEIGHTS, kind, text, made, d.evidence);
  }

  private void tokens(
      Draft d, Tensor embedding, long rows, long tokens, Evidence made, String who) {
    // Fewer tokens than rows is padding, or tokens kept for later; more cannot be looked up.
    boolean fits = tokens <= rows;
    String reason = "the embedding " + embedding.name() + " has " + rows + " rows";
    if (!fits || !made.path().equals(d.evidence.path())) {
      report.claim(
          Claim.Kind.TOKENIZER,
          who + " has " + tokens + " tokens",
          made,
          fits ? Claim.Verdict.CONFIRMED : Claim.Verdict.CONTRADICTED,
          reason,
          List.of(d.evidence));
    }
    report.note(
        Component.WEIGHTS,
        fits ? Note.Kind.AGREES : Note.Kind.DISAGREES,
        who + " has " + tokens + " tokens, and " + reason,
        made,
        d.evidence);
  }
}
