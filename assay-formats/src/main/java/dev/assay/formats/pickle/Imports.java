package dev.assay.formats.pickle;

import dev.assay.formats.WeightsBuilder;
import dev.assay.model.Weights;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What it means that a pickle imports something. The list is one of what is known to be harmless:
/// it makes plain values, arrays, tensors and the estimators of scikit-learn. Everything else is
/// code that runs on load, whether its author means well or not; what is known to run commands,
/// reach the network or load further code is said to.
final class Imports {
  private static final Set<String> BUILTINS =
      Set.of(
          "set",
          "frozenset",
          "list",
          "dict",
          "tuple",
          "int",
          "float",
          "complex",
          "bool",
          "str",
          "bytes",
          "bytearray",
          "slice",
          "range",
          "xrange",
          "object",
          "long",
          "unicode",
          "abs",
          "divmod",
          "enumerate",
          "hash",
          "len",
          "max",
          "min",
          "reversed",
          "round",
          "sorted",
          "sum",
          "zip",
          "Ellipsis",
          "NotImplemented",
          "NoneType");

  private static final Set<String> TORCH_TYPES =
      Set.of(
          "Size",
          "device",
          "Tensor",
          "dtype",
          "float",
          "float16",
          "float32",
          "float64",
          "half",
          "double",
          "bfloat16",
          "int8",
          "int16",
          "int32",
          "int64",
          "uint8",
          "bool",
          "long",
          "int",
          "short",
          "strided",
          "sparse_coo",
          "per_tensor_affine",
          "per_channel_affine",
          "complex64",
          "complex128",
          "float8_e4m3fn",
          "float8_e5m2",
          "preserve_format",
          "contiguous_format",
          "qint8",
          "quint8",
          "qint32",
          "memory_format",
          "layout",
          "uint16",
          "uint32",
          "uint64");

  private static final Set<String> NUMPY_NAMES =
      Set.of(
          "ndarray",
          "dtype",
          "matrix",
          "bool_",
          "bool",
          "int8",
          "int16",
          "int32",
          "int64",
          "uint8",
          "uint16",
          "uint32",
          "uint64",
          "float16",
          "float32",
          "float64",
          "complex64",
          "complex128",
          "str_",
          "bytes_",
          "object_",
          "void",
          "datetime64",
          "timedelta64",
          "longlong",
          "intc",
          "int_",
          "float_",
          "recarray");

  /// Names for each module that are known to be harmless.
  private static final Map<String, Set<String>> HARMLESS =
      Map.ofEntries(
          Map.entry("builtins", BUILTINS),
          Map.entry("__builtin__", BUILTINS),
          Map.entry("collections", Set.of("OrderedDict", "defaultdict", "Counter", "deque")),
          Map.entry("copyreg", Set.of("_reconstructor", "__newobj__")),
          Map.entry("copy_reg", Set.of("_reconstructor", "__newobj__")),
          Map.entry("_codecs", Set.of("encode")),
          Map.entry("datetime", Set.of("datetime", "date", "time", "timedelta", "timezone")),
          Map.entry("decimal", Set.of("Decimal")),
          Map.entry("fractions", Set.of("Fraction")),
          Map.entry("uuid", Set.of("UUID")),
          Map.entry("argparse", Set.of("Namespace")),
          Map.entry("types", Set.of("SimpleNamespace")),
          Map.entry(
              "pathlib",
              Set.of("PosixPath", "WindowsPath", "PurePosixPath", "PureWindowsPath", "Path")),
          Map.entry("numpy", NUMPY_NAMES),
          Map.entry("numpy.core.multiarray", Set.of("_reconstruct", "scalar")),
          Map.entry("numpy._core.multiarray", Set.of("_reconstruct", "scalar")),
          Map.entry("numpy.core.numeric", Set.of("_frombuffer")),
          Map.entry("numpy._core.numeric", Set.of("_frombuffer")),
          Map.entry("numpy.matrixlib.defmatrix", Set.of("matrix")),
          Map.entry("pandas.core.frame", Set.of("DataFrame")),
          Map.entry("pandas.core.series", Set.of("Series")),
          Map.entry("pandas.core.indexes.base", Set.of("Index", "_new_Index")),
          Map.entry("pandas.core.indexes.range", Set.of("RangeIndex")),
          Map.entry("pandas.core.internals.managers", Set.of("BlockManager", "SingleBlockManager")),
          Map.entry("pandas._libs.internals", Set.of("_unpickle_block")),
          Map.entry("pandas.core.dtypes.dtypes", Set.of("CategoricalDtype")),
          Map.entry("numpy.ma.core", Set.of("_mareconstruct", "MaskedArray")),
          Map.entry("numpy.random", Set.of("__RandomState_ctor")),
          Map.entry(
              "numpy.random._pickle",
              Set.of("__randomstate_ctor", "__bit_generator_ctor", "__generator_ctor")),
          Map.entry("numpy.random._mt19937", Set.of("MT19937")),
          Map.entry("numpy.random._pcg64", Set.of("PCG64", "PCG64DXSM")),
          Map.entry("torch", TORCH_TYPES),
          Map.entry(
              "torch._utils",
              Set.of(
                  "_rebuild_tensor",
                  "_rebuild_tensor_v2",
                  "_rebuild_tensor_v3",
                  "_rebuild_parameter",
                  "_rebuild_parameter_with_state",
                  "_rebuild_sparse_tensor",
                  "_rebuild_sparse_csr_tensor",
                  "_rebuild_qtensor",
                  "_rebuild_nested_tensor",
                  "_rebuild_meta_tensor_no_storage",
                  "_rebuild_device_tensor_from_numpy",
                  "_rebuild_device_tensor_from_cpu_tensor")),
          Map.entry("torch._tensor", Set.of("_rebuild_from_type_v2")),
          Map.entry("torch.nn.parameter", Set.of("Parameter", "Buffer", "UninitializedParameter")),
          Map.entry("torch.storage", Set.of("UntypedStorage", "TypedStorage", "_UntypedStorage")),
          Map.entry("torch.serialization", Set.of("_get_layout")),
          Map.entry("torch.torch_version", Set.of("TorchVersion")),
          Map.entry(
              "torch.jit._pickle",
              Set.of(
                  "build_intlist",
                  "build_tensorlist",
                  "build_doublelist",
                  "build_boollist",
                  "build_tensor_from_id",
                  "restore_type_tag")),
          Map.entry(
              "joblib.numpy_pickle",
              Set.of("NumpyArrayWrapper", "NDArrayWrapper", "ZNDArrayWrapper")),
          Map.entry(
              "sklearn.externals.joblib.numpy_pickle",
              Set.of("NumpyArrayWrapper", "NDArrayWrapper", "ZNDArrayWrapper")));

  /// Modules whose names run commands, load code, open files or reach the network, with what they
  /// do.
  private static final Map<String, String> HOSTILE =
      Map.ofEntries(
          Map.entry("os", "runs commands and changes files"),
          Map.entry("posix", "runs commands and changes files"),
          Map.entry("nt", "runs commands and changes files"),
          Map.entry("subprocess", "runs commands"),
          Map.entry("commands", "runs commands"),
          Map.entry("popen2", "runs commands"),
          Map.entry("pty", "runs commands"),
          Map.entry("platform", "runs commands"),
          Map.entry("shutil", "changes files"),
          Map.entry("tempfile", "changes files"),
          Map.entry("builtins", "runs code"),
          Map.entry("__builtin__", "runs code"),
          Map.entry("runpy", "runs code"),
          Map.entry("code", "runs code"),
          Map.entry("codeop", "runs code"),
          Map.entry("timeit", "runs code"),
          Map.entry("trace", "runs code"),
          Map.entry("bdb", "runs code"),
          Map.entry("pdb", "runs code"),
          Map.entry("profile", "runs code"),
          Map.entry("cProfile", "runs code"),
          Map.entry("doctest", "runs code"),
          Map.entry("pydoc", "runs code"),
          Map.entry("idlelib", "runs code"),
          Map.entry("lib2to3", "runs code"),
          Map.entry("distutils", "runs code"),
          Map.entry("setuptools", "runs code"),
          Map.entry("pip", "installs and runs code"),
          Map.entry("ensurepip", "installs and runs code"),
          Map.entry("venv", "runs commands"),
          Map.entry("importlib", "loads further code"),
          Map.entry("imp", "loads further code"),
          Map.entry("pkgutil", "loads further code"),
          Map.entry("zipimport", "loads further code"),
          Map.entry("ctypes", "calls native code"),
          Map.entry("_ctypes", "calls native code"),
          Map.entry("cffi", "calls native code"),
          Map.entry("pickle", "loads a further pickle"),
          Map.entry("_pickle", "loads a further pickle"),
          Map.entry("cPickle", "loads a further pickle"),
          Map.entry("dill", "loads further code"),
          Map.entry("cloudpickle", "loads further code"),
          Map.entry("joblib", "loads a further pickle"),
          Map.entry("marshal", "loads further code"),
          Map.entry("types", "makes code"),
          Map.entry("functools", "calls whatever it is given"),
          Map.entry("operator", "calls whatever it is given"),
          Map.entry("_operator", "calls whatever it is given"),
          Map.entry("socket", "reaches the network"),
          Map.entry("ssl", "reaches the network"),
          Map.entry("http", "reaches the network"),
          Map.entry("httplib", "reaches the network"),
          Map.entry("urllib", "reaches the network"),
          Map.entry("urllib2", "reaches the network"),
          Map.entry("requests", "reaches the network"),
          Map.entry("aiohttp", "reaches the network"),
          Map.entry("ftplib", "reaches the network"),
          Map.entry("smtplib", "reaches the network"),
          Map.entry("webbrowser", "opens a browser"),
          Map.entry("asyncio", "runs commands"),
          Map.entry("multiprocessing", "starts processes"),
          Map.entry("threading", "starts threads"),
          Map.entry("signal", "sets handlers"),
          Map.entry("sys", "changes the interpreter"),
          Map.entry("gc", "reaches every object"),
          Map.entry("inspect", "reaches every object"),
          Map.entry("logging", "loads further code"));

  private static final String WHOLE_MODULE =
      "holds model objects of torch.nn.modules and not only tensors: PyTorch loads it only where every"
          + " import of a pickle may run (weights_only=False)";

  private Imports() {}

  /// Whether this import only makes plain values.
  static boolean harmless(String module, String name) {
    // A dotted name walks from an object to its attributes, and from there anywhere.
    if (name.indexOf('.') >= 0) {
      return false;
    }
    Set<String> names = HARMLESS.get(module);
    if (names != null && names.contains(name)) {
      return true;
    }
    if ((module.equals("torch") || module.equals("torch.cuda")) && name.endsWith("Storage")) {
      return true;
    }
    if (module.equals("numpy.dtypes")) {
      return name.endsWith("DType");
    }
    if (module.startsWith("scipy.sparse")) {
      return name.endsWith("_matrix") || name.endsWith("_array");
    }
    // Classes compiled from the code that the same file carries.
    if (module.startsWith("__torch__")) {
      return true;
    }
    return estimator(module, name);
  }

  /// Whether this is a layer of PyTorch itself: a class that a whole module needs and that comes
  /// with the framework.
  private static boolean layer(String module, String name) {
    return module.startsWith("torch.nn.modules.")
        && !name.isEmpty()
        && name.indexOf('.') < 0
        && Character.isUpperCase(name.codePointAt(0));
  }

  /// Whether this is an estimator of scikit-learn, or one of the parts that its extension modules
  /// name.
  static boolean estimator(String module, String name) {
    if (!module.equals("sklearn") && !module.startsWith("sklearn.")) {
      return false;
    }
    return Character.isUpperCase(name.codePointAt(0))
        || name.equals("newObj")
        || name.startsWith("__pyx_unpickle_");
  }

  /// Whether a module is one of those that run commands, load code or reach the network.
  static boolean hostile(String module) {
    int dot = module.indexOf('.');
    return HOSTILE.containsKey(dot < 0 ? module : module.substring(0, dot));
  }

  /// What is said of an import; empty when it is harmless.
  static Optional<String> danger(PickleMachine.Import i) {
    if (i.odd().equals("extension")) {
      return Optional.of(
          "names what it loads by the number "
              + i.name()
              + " of a registry (pickle EXT opcode): what runs on load cannot be seen");
    }
    if (!i.odd().isEmpty()) {
      return Optional.of(
          "imports something, and " + i.odd() + " (pickle STACK_GLOBAL): it runs on load");
    }
    if (!i.name().isEmpty() && harmless(i.module(), i.name())) {
      return Optional.empty();
    }
    if (layer(i.module(), i.name())) {
      return Optional.of(WHOLE_MODULE);
    }
    String what = "imports " + shown(i.path()) + ", which runs on load";
    int dot = i.module().indexOf('.');
    String top = dot < 0 ? i.module() : i.module().substring(0, dot);
    String does = HOSTILE.get(top);
    return Optional.of(does == null ? what : what + ": it " + does + " (pickle code execution)");
  }

  private static String shown(String path) {
    return path.length() > 160 ? path.substring(0, 160) + "…" : path;
  }

  /// Adds a danger for each import that is none of the harmless.
  ///
  /// @param base where the pickle begins in the file
  /// @param fixedTo when not negative: the pickle was unpacked, and its place in the file is from
  ///   `base` to here
  static void report(
      WeightsBuilder out, Iterable<PickleMachine.Import> imports, long base, long fixedTo) {
    Set<String> said = new HashSet<>();
    for (PickleMachine.Import i : imports) {
      long from = fixedTo < 0 ? base + i.from() : base;
      long to = fixedTo < 0 ? base + i.to() : fixedTo;
      Optional<String> danger = danger(i);
      if (danger.isPresent()) {
        out.danger(danger.get(), from, to);
        if (i.odd().isEmpty() && said.add(i.path())) {
          boolean layer = layer(i.module(), i.name());
          out.fact(
              layer ? Weights.Topic.ARCHITECTURE : Weights.Topic.REMOTE_CODE,
              layer ? "layer" : "import",
              shown(i.path()),
              from,
              to);
        }
      }
    }
  }
}
