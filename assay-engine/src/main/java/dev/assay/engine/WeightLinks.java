package dev.assay.engine;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Mention;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Addresses of weights in source code and configuration: a program that downloads its model names
/// it by a URL that ends in a weights file. A link to the thing itself, though not in a document.
final class WeightLinks {
  /// What can follow the last dot of a URL that is a weights file.
  private static final Set<String> WEIGHTS =
      Set.of(
          "safetensors",
          "gguf",
          "ggml",
          "pt",
          "pth",
          "ckpt",
          "onnx",
          "h5",
          "hdf5",
          "tflite",
          "msgpack",
          "npz",
          "nemo",
          "mlmodel",
          "pdparams",
          "caffemodel",
          "t7",
          "nnue",
          "traineddata");

  /// A file holds many; this many are kept.
  private static final int MOST = 5;

  private WeightLinks() {}

  /// The links in one file, each with its line. Linear in the file's length.
  static List<Mention> in(TextFile file) {
    String text = file.text();
    var found = new ArrayList<Mention>();
    int from = 0;
    while (found.size() < MOST) {
      int at = text.indexOf("https://", from);
      if (at < 0) {
        break;
      }
      int end = at;
      while (end < text.length() && inUrl(text.charAt(end))) {
        end++;
      }
      String url = text.substring(at, Math.min(end, at + 1000));
      int query = url.indexOf('?');
      String path = query < 0 ? url : url.substring(0, query);
      int dot = path.lastIndexOf('.');
      if (dot > path.lastIndexOf('/')
          && WEIGHTS.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT))) {
        found.add(
            new Mention(
                Component.WEIGHTS,
                State.LINKED,
                Set.of(),
                url,
                null,
                file.evidenceAt(at, Math.min(end, at + 1000))));
      }
      from = Math.max(end, at + 1);
    }
    return found;
  }

  private static boolean inUrl(char c) {
    return c > ' ' && c < 0x7f && "\"'`<>()[]{}|\\^,;".indexOf(c) < 0;
  }
}
