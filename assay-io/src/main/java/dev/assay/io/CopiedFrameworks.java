package dev.assay.io;

import java.util.Locale;
import java.util.Set;

/// Frameworks whose whole tree is copied into a release to put a layer into it, by what their
/// folder is called. What such a tree holds is somebody else's, though it be nearly all of the
/// code.
public final class CopiedFrameworks {
  private static final Set<String> NAMES =
      Set.of("caffe", "caffe2", "mxnet", "darknet", "tensorflow", "torch7", "pytorch");

  private CopiedFrameworks() {}

  /// @param folder a path from the root of the release, with `/`; only one at the top may be such a
  ///   tree
  public static boolean isNamed(String folder) {
    return NAMES.contains(folder.toLowerCase(Locale.ROOT));
  }
}
