package dev.assay.formats.tensorflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The names of TensorFlow Lite's built-in operators by their number, as its public schema gives
/// them.
final class TfLiteOperators {
  private static final Map<Long, String> NAMES = load();

  private TfLiteOperators() {}

  /// The name, or the number where it is not known.
  static String name(long number) {
    return NAMES.getOrDefault(number, String.valueOf(number));
  }

  private static Map<Long, String> load() {
    var names = new HashMap<Long, String>();
    try (InputStream in = TfLiteOperators.class.getResourceAsStream("tflite-operators.tsv")) {
      if (in == null) {
        throw new IllegalStateException("tflite-operators.tsv is not on the class path");
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          names.put(Long.parseLong(line.substring(0, tab)), line.substring(tab + 1).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
