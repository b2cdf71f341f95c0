package dev.assay.formats.matlab;

import dev.assay.formats.DTypes;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;

/// MATLAB's file of variables, level 5 (MATLAB 5 to 7). Since 7.3 such a file may be an HDF5, which
/// is read as one. Most hold data; {@link MatContents} tells those that hold a network.
public final class Mat5 implements WeightsFormat {
  private static final String MARK = "MATLAB 5.0 MAT-file";

  @Override
  public String id() {
    return "matlab";
  }

  @Override
  public String title() {
    return "MATLAB variables";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.OTHER;
  }

  @Override
  public String begins() {
    return "M";
  }

  // The mark of the byte order stands at the end of the text, with the version before it.
  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length < MatVariables.FIRST
        || !new String(head, 0, MARK.length(), StandardCharsets.ISO_8859_1).equals(MARK)) {
      return false;
    }
    int end = MatVariables.FIRST;
    return head[end - 2] == 'I' && head[end - 1] == 'M' && head[end - 3] == 1
        || head[end - 2] == 'M' && head[end - 1] == 'I' && head[end - 4] == 1;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    MatVariables file = MatVariables.read(bytes);
    var contents = new MatContents(file);
    out.kind(contents.isModel(entry) ? Weights.Kind.MODEL : Weights.Kind.OTHER);
    for (MatVariables.Array a : file.arrays()) {
      Tensor.Role role =
          contents.isLearnt(a) ? DTypes.role(a.path(), a.type()) : Tensor.Role.UNKNOWN;
      out.tensor(
          new Tensor(
              a.path(), role, a.shape(), a.type(), entry.path(), a.offset(), a.bytes(), null));
    }
    file.objects()
        .forEach((name, type) ->
            out.once(Weights.Topic.ARCHITECTURE, "class", type, 0, Math.min(bytes.size(), 4096)));
    if (!file.objects().isEmpty()) {
      // What an object holds lies in a form of MATLAB's own.
      out.uncounted();
    }
    if (!file.problem().isEmpty()) {
      out.status(Weights.Status.MALFORMED, file.problem()).uncounted();
    }
    if (file.cut()) {
      out.uncounted();
      out.remark("packed variables are larger than what is unpacked to look at them", 0, 128);
    }
    return out.build();
  }
}
