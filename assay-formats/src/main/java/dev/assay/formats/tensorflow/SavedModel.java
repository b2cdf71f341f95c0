package dev.assay.formats.tensorflow;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.formats.ProtoReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ZipDirectory;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// TensorFlow's graphs: `saved_model.pb` (graphs with tags and signatures; the weights lie beside
/// it) and a frozen `GraphDef` (weights are constants in the graph). Field numbers are those of
/// TensorFlow's `saved_model.proto`, `meta_graph.proto`, `graph.proto` and `node_def.proto`.
public final class SavedModel implements WeightsFormat {
  /// Operators that reach outside the graph when it runs, with what they do.
  static final Map<String, String> DANGEROUS =
      Map.ofEntries(
          Map.entry("ReadFile", "reads any file"),
          Map.entry("WriteFile", "writes any file"),
          Map.entry("MatchingFiles", "lists files"),
          Map.entry("PyFunc", "runs Python"),
          Map.entry("PyFuncStateless", "runs Python"),
          Map.entry("EagerPyFunc", "runs Python"),
          Map.entry("PrintV2", "writes to any file"),
          Map.entry("Save", "writes any file"),
          Map.entry("SaveV2", "writes any file"),
          Map.entry("SaveSlices", "writes any file"),
          Map.entry("SaveDataset", "writes any file"),
          Map.entry("DatasetToTFRecord", "writes any file"),
          Map.entry("DebugIdentityV3", "sends tensors to any address"),
          Map.entry("RpcCall", "calls another machine"),
          Map.entry("RegisterDataset", "calls another machine"));

  /// Savers put these into every SavedModel; alone they say nothing.
  private static final List<String> OF_EVERY_SAVER =
      List.of("SaveV2", "MergeV2Checkpoints", "ShardedFilename", "RestoreV2", "Save");

  /// Constants of whole numbers up to this many bytes are not listed.
  private static final int SMALL = 256;

  // Fields of a TensorProto that list its values, one for each kind of number (tensor.proto).
  private static final int FLOATS = 5;
  private static final int DOUBLES = 6;
  private static final int HALVES = 13;

  private static final int SHOWN = 3;

  /// How many nodes are looked at to recognise a graph.
  private static final int ASKED = 100_000;

  private static final Pattern TRACED = Pattern.compile("^(__|while_|cond_)");

  private static final Set<String> VARIABLES = Set.of("VarHandleOp", "VariableV2", "Variable");
  private static final Set<String> OPTIMIZERS =
      Set.of("adam", "adamw", "adamax", "nadam", "sgd", "rmsprop", "adagrad", "adadelta", "ftrl");

  private final boolean frozen;

  private SavedModel(boolean frozen) {
    this.frozen = frozen;
  }

  /// A SavedModel.
  public static SavedModel saved() {
    return new SavedModel(false);
  }

  /// A graph alone.
  public static SavedModel frozen() {
    return new SavedModel(true);
  }

  @Override
  public String id() {
    return frozen ? "tf-graphdef" : "tf-savedmodel";
  }

  @Override
  public String title() {
    return frozen ? "TensorFlow GraphDef" : "TensorFlow SavedModel";
  }

  @Override
  public String begins() {
    return frozen ? "\n" : "\b";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length < 4) {
      return false;
    }
    return frozen ? head[0] == 0x0a : head[0] == 0x08 && head[1] == 1 && head[2] == 0x12;
  }

  @Override
  public List<String> endings() {
    return frozen ? List.of() : List.of("saved_model.pb");
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    var in = new ProtoReader(bytes, 0, bytes.size());
    if (frozen) {
      return in.next() && in.field() == 1 && in.wire() == 2 && isNode(in.message()) && isGraph(in);
    }
    while (in.next()) {
      if (in.field() == 2 && in.wire() == 2 && isMetaGraph(in.message())) {
        return true;
      }
      if (in.field() > 2) {
        return false;
      }
    }
    return false;
  }

  // Other programs' graphs of named nodes have fields of their own beside them. What is cut short
  // may be a graph.
  private static boolean isGraph(ProtoReader graph) {
    try {
      for (int i = 0; i < ASKED && graph.next(); i++) {
        if (graph.field() > 5) {
          return false;
        }
      }
      return true;
    } catch (Malformed e) {
      return true;
    }
  }

  // A name, then an operator, which begins with a capital letter.
  private static boolean isNode(ProtoReader node) {
    boolean name = false;
    boolean op = false;
    while (node.next()) {
      if (node.field() == 1 && node.wire() == 2) {
        name = node.length() > 0;
      } else if (node.field() == 2 && node.wire() == 2) {
        String text = node.text(64);
        op = !text.isEmpty() && (Character.isUpperCase(text.charAt(0)) || text.charAt(0) == '_');
      } else if (node.field() > 7) {
        return false;
      }
    }
    return name && op;
  }

  private static boolean isMetaGraph(ProtoReader graph) {
    while (graph.next()) {
      if (graph.field() == 1 && graph.wire() == 2) {
        ProtoReader info = graph.message();
        while (info.next()) {
          if ((info.field() == 4 || info.field() == 5) && info.wire() == 2 && info.length() < 200) {
            return true;
          }
        }
        return false;
      }
      if (graph.field() == 2 || graph.field() > 7) {
        return graph.field() == 2 && graph.wire() == 2;
      }
    }
    return false;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    var walk = new Walk(out, entry.path());
    out.header(0, Math.min(bytes.size(), 4096));
    var in = new ProtoReader(bytes, 0, bytes.size());
    if (frozen) {
      walk.graph(in);
    } else {
      while (in.next()) {
        if (in.field() == 2) {
          walk.metaGraph(in.message());
        }
      }
    }
    walk.finish(bytes.size());
    if (!frozen && (out.tensors() == 0 || walk.unknown)) {
      out.uncounted();
    }
    return out.build();
  }

  /// What the attributes of a variable's node say.
  private static final class Variable {
    private DType type = DTypes.UNKNOWN;
    private @Nullable List<Long> shape;

    // AttrValue: 6 is a type, 7 a shape.
    void attribute(ProtoReader in) {
      String key = "";
      while (in.next()) {
        if (in.field() == 1) {
          key = in.text(16);
        } else if (in.field() == 2) {
          ProtoReader value = in.message();
          while (value.next()) {
            if (key.equals("dtype") && value.field() == 6) {
              type = TfTypes.type(value.number());
            } else if (key.equals("shape") && value.field() == 7) {
              shape = TfTypes.shape(value.message());
            }
          }
        }
      }
    }
  }

  /// One walk over a file.
  private static final class Walk {
    private final WeightsBuilder out;
    private final String file;
    private final Map<String, Long> operators = new TreeMap<>();
    private final Map<String, long[]> places = new TreeMap<>();
    private final List<String> functions = new ArrayList<>();
    private final List<Tensor> constants = new ArrayList<>();
    private boolean variables;
    private boolean unknown;

    Walk(WeightsBuilder out, String file) {
      this.out = out;
      this.file = file;
    }

    void metaGraph(ProtoReader in) {
      while (in.next()) {
        switch (in.field()) {
          case 1 -> info(in.message());
          case 2 -> graph(in.message());
          case 5 -> signature(in.message());
          case 6 -> asset(in.message());
          case 7 -> objects(in.message());
          default -> {}
        }
      }
    }

    private void info(ProtoReader in) {
      while (in.next()) {
        switch (in.field()) {
          case 4 -> fact(Weights.Topic.OTHER, "tag", in);
          case 5 -> fact(Weights.Topic.TOOL, "tensorflow_version", in);
          case 6 -> fact(Weights.Topic.TOOL, "tensorflow_git_version", in);
          default -> {}
        }
      }
    }

    private void fact(Weights.Topic topic, String key, ProtoReader in) {
      String value = in.text(4096);
      // Builds out of a package write this word instead of a commit.
      if (!value.equals("unknown")) {
        out.fact(topic, key, value, in.start(), in.to());
      }
    }

    private void signature(ProtoReader in) {
      while (in.next()) {
        if (in.field() == 1) {
          fact(Weights.Topic.ARCHITECTURE, "signature", in);
        }
      }
    }

    private void asset(ProtoReader in) {
      while (in.next()) {
        if (in.field() == 2 && ZipDirectory.leaves(in.text(4096))) {
          out.danger(
              "an asset is named "
                  + in.text(200)
                  + ", which leads out of the model's folder (path traversal)",
              in.start(),
              in.to());
        }
      }
    }

    void graph(ProtoReader in) {
      while (in.next()) {
        switch (in.field()) {
          case 1 -> node(in.message(), in.start(), in.to(), true);
          case 2 -> {
            ProtoReader library = in.message();
            while (library.next()) {
              if (library.field() == 1) {
                function(library.message());
              }
            }
          }
          default -> {}
        }
      }
    }

    private void function(ProtoReader in) {
      while (in.next()) {
        if (in.field() == 1) {
          ProtoReader signature = in.message();
          while (signature.next()) {
            if (signature.field() == 1 && functions.size() < 1_000) {
              functions.add(signature.text(200));
            }
          }
        } else if (in.field() == 3) {
          node(in.message(), in.start(), in.to(), false);
        }
      }
    }

    private void node(ProtoReader in, long from, long to, boolean top) {
      String name = "";
      String op = "";
      var variable = new Variable();
      while (in.next()) {
        switch (in.field()) {
          case 1 -> name = in.text(1024);
          case 2 -> op = in.text(200);
          case 5 -> {
            if (op.equals("Const")) {
              constant(in.message(), name);
            } else if (top && VARIABLES.contains(op)) {
              variable.attribute(in.message());
            }
          }
          default -> {}
        }
      }
      if (top && VARIABLES.contains(op)) {
        variable(name, variable, from);
      }
      if (operators.size() < 5_000 || operators.containsKey(op)) {
        operators.merge(op, 1L, Long::sum);
        if (DANGEROUS.containsKey(op)) {
          places.putIfAbsent(op, new long[] {from, to});
        }
      }
    }

    // A graph says of its variables what they are, and keeps their values in the files beside it.
    private void variable(String name, Variable variable, long from) {
      variables = true;
      if (variable.shape == null || variable.shape.contains(0L)) {
        unknown = true;
        return;
      }
      if (out.tensors() >= Limits.TENSORS) {
        throw new Malformed(from, "more than " + Limits.TENSORS + " variables");
      }
      Tensor.Role role =
          ofOptimizer(name) ? Tensor.Role.OPTIMIZER : TfCheckpoint.role(name, name, variable.type);
      out.tensor(new Tensor(name, role, variable.shape, variable.type, "", -1, -1, null));
    }

    // Keras names the state of an optimizer after it: `Adam/dense/kernel/m`, `training/SGD/iter`.
    private static boolean ofOptimizer(String name) {
      String rest = name.startsWith("training/") ? name.substring(9) : name;
      int slash = rest.indexOf('/');
      return slash > 0
          && OPTIMIZERS.contains(rest.substring(0, slash).toLowerCase(java.util.Locale.ROOT));
    }

    // attr is a map: a key and an AttrValue, whose field 8 is a tensor.
    private void constant(ProtoReader in, String name) {
      boolean value = false;
      while (in.next()) {
        if (in.field() == 1) {
          value = in.text(16).equals("value");
        } else if (in.field() == 2 && value) {
          ProtoReader attr = in.message();
          while (attr.next()) {
            if (attr.field() == 8) {
              tensor(attr.message(), name);
            }
          }
        }
      }
    }

    private void tensor(ProtoReader in, String name) {
      DType type = DTypes.UNKNOWN;
      List<Long> shape = List.of();
      long at = -1;
      long size = -1;
      boolean listed = false;
      while (in.next()) {
        switch (in.field()) {
          case 1 -> type = TfTypes.type(in.number());
          case 2 -> shape = TfTypes.shape(in.message());
          case 4 -> {
            at = in.from();
            size = in.length();
          }
          // Some savers write values as a list of numbers, with the last repeated to the end
          // left out.
          case FLOATS -> listed |= in.wire() == 2 && in.length() > Float.BYTES;
          case DOUBLES -> listed |= in.wire() == 2 && in.length() > Double.BYTES;
          case HALVES -> listed |= in.wire() == 2 && in.length() > 3;
          default -> {}
        }
      }
      // A constant of one value that fills its shape is no weight, nor are most whole numbers: they
      // are shapes and axes.
      boolean content = size > 0 && (DTypes.isFloat(type) || size > SMALL);
      if (!shape.isEmpty() && (content || listed)) {
        if (out.tensors() + constants.size() >= Limits.TENSORS) {
          throw new Malformed(in.start(), "more than " + Limits.TENSORS + " constants");
        }
        constants.add(new Tensor(name, DTypes.role(name, type), shape, type, file, at, size, null));
      }
    }

    // Before 2.5 Keras kept each layer's configuration in the graph of objects.
    private void objects(ProtoReader in) {
      while (in.next()) {
        if (in.field() != 1) {
          continue;
        }
        ProtoReader object = in.message();
        while (object.next()) {
          if (object.field() == 4 && object.wire() == 2) {
            KerasMetadata.object(out, object.message(), 1, 3);
          }
        }
      }
    }

    void finish(long size) {
      // Beside variables a constant can be a window, a filter bank or a frozen weight.
      for (Tensor t : constants) {
        out.tensor(
            variables && t.role() == Tensor.Role.PARAMETER
                ? new Tensor(
                    t.name(),
                    Tensor.Role.UNKNOWN,
                    t.shape(),
                    t.type(),
                    t.file(),
                    t.offset(),
                    t.bytes(),
                    null)
                : t);
      }
      var parts = new ArrayList<String>();
      operators.forEach((op, n) -> parts.add(op + " " + n));
      long end = Math.min(size, 4096);
      out.fact(Weights.Topic.ARCHITECTURE, "operators", String.join(", ", parts), 0, end);
      if (!functions.isEmpty()) {
        // Names of the tracer's own making say little, and there are hundreds.
        List<String> named =
            functions.stream().filter(f -> !TRACED.matcher(f).find()).limit(SHOWN).toList();
        String such = named.isEmpty() ? "" : ", such as " + String.join(", ", named);
        out.fact(Weights.Topic.ARCHITECTURE, "functions", functions.size() + such, 0, end);
      }
      places.forEach((op, place) -> {
        if (!OF_EVERY_SAVER.contains(op)) {
          out.danger(
              "the operator " + op + " " + DANGEROUS.get(op) + " when the graph runs",
              place[0],
              place[1]);
        }
      });
    }
  }
}
