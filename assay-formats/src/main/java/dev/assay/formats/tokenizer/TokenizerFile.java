package dev.assay.formats.tokenizer;

/// What readers of tokenizers have in common.
public final class TokenizerFile {
  /// The key of the fact that gives the number of tokens.
  public static final String VOCABULARY = "vocabulary";

  private TokenizerFile() {}
}
