package dev.assay.formats.pickle;

import dev.assay.formats.WeightsBuilder;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;

/// A pickle that stands inside a file of another format, as the data of a NumPy array of objects.
public final class InnerPickle {
  private InnerPickle() {}

  /// Says what a pickle would import, and whether it is all there.
  ///
  /// @param from its first byte in the file
  /// @param to the byte after the last that it may take
  public static void report(WeightsBuilder out, ByteSource bytes, long from, long to) {
    if (from > to || to > bytes.size()) {
      return;
    }
    var machine = new PickleMachine(new Cursor(bytes, from, to));
    try {
      machine.run();
    } catch (Malformed e) {
      out.status(Weights.Status.MALFORMED, "the pickle inside: " + e.describe());
    }
    Imports.report(out, machine.imports(), 0, -1);
    machine.nested().report(out, 0, -1);
  }
}
