package dev.assay.formats.sources;

import dev.assay.formats.DTypes;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Weights that a program has among its sources, to be compiled or loaded with it: a file that is
/// nearly all numbers or bytes, in tables that are declared as weights or as a model.
public final class WrittenWeights implements WeightsFormat {
  private static final Set<String> ENDINGS =
      Set.of(
          "c", "cc", "cpp", "cxx", "h", "hh", "hpp", "inc", "cu", "rs", "go", "js", "mjs", "ts",
          "java", "kt", "swift", "cs", "dart", "py", "m", "zig", "ino");

  /// Smaller ones hold settings, or a table that was reckoned by hand.
  private static final int LEAST = 8 * 1024;

  /// Where a declaration is looked for: behind a licence, imports and a list of names.
  private static final int DECLARED = 64 * 1024;

  @Override
  public String id() {
    return "source-code";
  }

  @Override
  public String title() {
    return "weights in source code";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    String name = entry.name();
    return entry.size() >= LEAST
        && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
        && Literals.mayBegin(head);
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    return bytes.size() >= LEAST
        && Literals.fill(bytes)
        && !Declarations.of(entry.path(), beginning(bytes)).isEmpty();
  }

  private static String beginning(ByteSource bytes) {
    return new String(bytes.head(DECLARED), StandardCharsets.ISO_8859_1);
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    List<Declarations.Table> tables = Declarations.of(entry.path(), beginning(bytes));
    if (tables.isEmpty()) {
      return out.kind(Weights.Kind.OTHER).build();
    }
    Declarations.Table first = tables.getFirst();
    out.header(first.from(), first.to()).quote(first.text());
    for (Declarations.Table t : tables) {
      out.tensor(
          new Tensor(
              t.name(),
              Tensor.Role.UNKNOWN,
              t.shape(),
              DTypes.UNKNOWN,
              entry.path(),
              -1,
              -1,
              null));
    }
    return out.build();
  }
}
