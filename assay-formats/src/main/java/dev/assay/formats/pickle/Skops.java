package dev.assay.formats.pickle;

import dev.assay.formats.JsonValue;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ZipDirectory;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// skops: scikit-learn's objects as a tree of classes in JSON, with arrays beside it, in a zip.
/// Made so that nothing runs that the user has not named; what it would import is in the tree.
public final class Skops implements WeightsFormat {
  private static final String SCHEMA = "schema.json";
  private static final int LARGEST = 16 << 20;
  private static final Set<String> OWN =
      Set.of(
          "sklearn",
          "numpy",
          "scipy",
          "builtins",
          "collections",
          "pandas",
          "xgboost",
          "lightgbm",
          "catboost",
          "quantile_forest",
          "datetime");

  /// Nodes whose content is called or looked up when the file is loaded.
  private static final Set<String> CALLED = Set.of("MethodNode", "OperatorFuncNode", "PartialNode");

  @Override
  public String id() {
    return "skops";
  }

  @Override
  public String title() {
    return "skops";
  }

  @Override
  public String begins() {
    return "P";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return ZipDirectory.begins(head);
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    var zip = ZipDirectory.of(bytes);
    var schema = zip.entry(SCHEMA);
    return schema.isPresent()
        && JsonValue.read(ByteSource.of(zip.content(schema.get(), LARGEST))).get("__loader__")
            != null;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    var zip = ZipDirectory.of(bytes);
    out.header(zip.directoryStart(), bytes.size());
    ZipDirectory.Entry schema =
        zip.entry(SCHEMA).orElseThrow(() -> new Malformed(-1, "no schema.json in it"));
    long from = zip.dataStart(schema);
    long to = from + schema.packed();
    JsonValue root = JsonValue.read(ByteSource.of(zip.content(schema, LARGEST)));
    out.fact(Weights.Topic.ARCHITECTURE, "class", path(root), from, to);
    root.text("_skops_version").ifPresent(v -> out.fact(Weights.Topic.TOOL, "skops", v, from, to));
    var foreign = new TreeSet<String>();
    Deque<JsonValue> waiting = new ArrayDeque<>(List.of(root));
    while (!waiting.isEmpty()) {
      switch (waiting.removeFirst()) {
        case JsonValue.Obj o -> {
          look(out, o, foreign, from, to);
          waiting.addAll(o.members().values());
        }
        case JsonValue.Arr a -> waiting.addAll(a.items());
        default -> {}
      }
    }
    if (!foreign.isEmpty()) {
      String names = String.join(", ", foreign.stream().limit(50).toList());
      out.fact(Weights.Topic.REMOTE_CODE, "classes from outside scikit-learn", names, from, to);
    }
    zip.verify(1_000);
    zip.oddities().forEach(o -> out.danger(o, zip.directoryStart(), bytes.size()));
    return out.build();
  }

  private static String path(JsonValue node) {
    return node.text("__module__").orElse("?") + "." + node.text("__class__").orElse("?");
  }

  private static void look(
      WeightsBuilder out, JsonValue.Obj node, TreeSet<String> foreign, long from, long to) {
    String module = node.text("__module__").orElse("");
    if (module.isEmpty()) {
      return;
    }
    String top = module.indexOf('.') < 0 ? module : module.substring(0, module.indexOf('.'));
    String loader = node.text("__loader__").orElse("");
    if (!OWN.contains(top)) {
      foreign.add(path(node));
      out.danger("loading it imports " + path(node) + " once its user trusts that name", from, to);
    } else if (CALLED.contains(loader)) {
      out.danger(
          "loading it looks up or calls "
              + path(node)
              + " ("
              + loader
              + "; as in CVE-2025-54412 and CVE-2025-54413)",
          from,
          to);
    }
  }
}
