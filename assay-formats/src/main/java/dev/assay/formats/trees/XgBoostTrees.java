package dev.assay.formats.trees;

import dev.assay.io.Cursor;
import dev.assay.io.Malformed;

/// Walks the booster of an XGBoost model in the binary format before JSON, to its end: what follows
/// are the attributes, and a file that ends before is cut. Sizes of the records as the library of
/// versions 0.6 to 1.7 writes them.
final class XgBoostTrees {
  private static final int MODEL = 160;
  private static final int LINEAR = 136;
  private static final int TREE = 148;
  private static final int NODE = 20 + 16;
  private static final long MOST = 1L << 31;

  private XgBoostTrees() {}

  /// Passes over a booster.
  ///
  /// @param in before the booster's first byte
  /// @param booster its name: gbtree, dart or gblinear
  /// @return how many trees it has
  /// @throws Malformed where it ends too early or a count is absurd
  static long walk(Cursor in, String booster) {
    if (booster.equals("gblinear")) {
      in.skip(LINEAR);
      floats(in);
      return 0;
    }
    long at = in.position();
    long trees = in.u32();
    if (trees >= MOST) {
      throw new Malformed(at, "counts " + trees + " trees");
    }
    in.seek(at);
    in.skip(MODEL);
    for (long i = 0; i < trees; i++) {
      tree(in);
    }
    in.skip(4 * trees);
    if (booster.equals("dart") && trees > 0) {
      floats(in);
    }
    return trees;
  }

  private static void tree(Cursor in) {
    long at = in.position();
    in.skip(4);
    long nodes = in.u32();
    in.skip(12);
    // One number a leaf, as nearly always, stands in the node itself.
    boolean vectors = in.u32() > 1;
    in.seek(at);
    in.skip(TREE);
    if (nodes < 1 || nodes >= MOST) {
      throw new Malformed(at, "a tree counts " + nodes + " nodes");
    }
    in.skip(NODE * nodes);
    if (vectors) {
      floats(in);
    }
  }

  private static void floats(Cursor in) {
    long count = in.i64();
    if (count < 0 || count >= MOST) {
      throw new Malformed(in.position() - 8, "counts " + count + " numbers");
    }
    in.skip(4 * count);
  }
}
