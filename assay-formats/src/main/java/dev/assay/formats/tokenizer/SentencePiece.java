package dev.assay.formats.tokenizer;

import dev.assay.formats.ProtoReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;

/// A SentencePiece model: its pieces, and how it was trained, with the names of the files it was
/// trained on.
public final class SentencePiece implements WeightsFormat {
  private static final int PIECES = 1;
  private static final int TRAINER = 2;

  @Override
  public String id() {
    return "sentencepiece";
  }

  @Override
  public String title() {
    return "SentencePiece model";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.VOCABULARY;
  }

  @Override
  public String begins() {
    return "\n";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    // The first piece: field 1 of length n, in it field 1 (a text), and mostly field 2 (a float).
    if (head.length < 16 || head[0] != 0x0a || head[2] != 0x0a) {
      return false;
    }
    int piece = head[1] & 0xff;
    int text = head[3] & 0xff;
    int score = 4 + text;
    return piece < 0x80
        && text + 2 <= piece
        && score + 5 < head.length
        // A score of zero is left out, and the kind of the piece (field 3) may follow at once.
        && (head[score] == 0x15 || head[score] == 0x18 || score == 2 + piece)
        && head[2 + piece] == 0x0a;
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    var in = new ProtoReader(bytes, 0, bytes.size());
    for (int n = 0; n < 3; n++) {
      if (!in.next() || in.field() != PIECES || in.wire() != 2) {
        return false;
      }
      ProtoReader piece = in.message();
      while (piece.next()) {
        if (piece.field() > 3) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out =
        new WeightsBuilder(source, entry, bytes, id())
            .kind(Weights.Kind.VOCABULARY)
            .uncounted()
            .header(0, bytes.size());
    long pieces = 0;
    boolean settings = false;
    var in = new ProtoReader(bytes, 0, bytes.size());
    while (in.next()) {
      switch (in.field()) {
        case PIECES -> {
          if (in.wire() != 2) {
            throw new Malformed(in.start(), "a piece is a number");
          }
          pieces++;
        }
        case TRAINER -> {
          settings = true;
          trainer(in.message(), out);
        }
        default -> {}
      }
    }
    if (!settings) {
      // The trainer's settings stand behind the pieces, and every trainer writes them.
      out.status(
          Weights.Status.INCOMPLETE,
          "it ends after " + pieces + " pieces, without the trainer's settings");
    }
    out.fact(
        Weights.Topic.TOKENIZER,
        TokenizerFile.VOCABULARY,
        String.valueOf(pieces),
        0,
        Math.min(64, bytes.size()));
    return out.build();
  }

  private static void trainer(ProtoReader t, WeightsBuilder out) {
    while (t.next()) {
      switch (t.field()) {
        // The text that the tokenizer was trained on, which is mostly not what the model was
        // trained on.
        case 1 ->
            out.fact(Weights.Topic.OTHER, "tokenizer trained on", t.text(1024), t.start(), t.to());
        case 2 -> out.fact(Weights.Topic.NAME, "model_prefix", t.text(1024), t.start(), t.to());
        case 3 ->
            out.fact(
                Weights.Topic.TOKENIZER,
                "type",
                switch ((int) t.number()) {
                  case 1 -> "unigram";
                  case 2 -> "BPE";
                  case 3 -> "words";
                  case 4 -> "characters";
                  default -> "unknown";
                },
                t.start(),
                t.to());
        default -> {}
      }
    }
  }
}
