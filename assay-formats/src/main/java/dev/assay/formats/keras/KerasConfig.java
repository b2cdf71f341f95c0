package dev.assay.formats.keras;

import dev.assay.formats.JsonValue;
import dev.assay.formats.WeightsBuilder;
import dev.assay.model.Weights;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A Keras model as configuration: the layers that it is made of, how it was compiled, and what
/// loading it would import or run. The dangers are those of the published advisories, named with
/// each.
public final class KerasConfig {
  /// Modules that a configuration may name without any code from elsewhere.
  private static final List<String> OWN =
      List.of("keras", "tensorflow", "tf_keras", "keras_hub", "keras_nlp", "keras_cv", "builtins");

  /// Names in those modules that do more than build a layer when they are called.
  private static final Set<String> FILE_OR_CODE =
      Set.of(
          "get_file",
          "pad_sequences_from_file",
          "enable_unsafe_deserialization",
          "eval",
          "exec",
          "compile",
          "open",
          "__import__",
          "getattr",
          "setattr",
          "system",
          "load_model",
          "load_weights",
          "read_file",
          "write_file",
          "py_function",
          "numpy_function",
          "extract_archive",
          "load_library",
          "load_op_library",
          "load_file_system_library",
          "delattr",
          "input",
          "breakpoint",
          "globals",
          "locals",
          "vars",
          "exit",
          "quit",
          "execfile",
          "popen",
          "spawn");

  // The model itself, and how savers write values.
  private static final Set<String> KERAS_WRAPPERS =
      Set.of(
          "Functional",
          "Sequential",
          "Model",
          "TensorShape",
          "InputSpec",
          "__tuple__",
          "__ellipsis__");

  private final WeightsBuilder out;
  private final long from;
  private final long to;
  private final TreeMap<String, Integer> classes = new TreeMap<>();
  private final TreeSet<String> foreign = new TreeSet<>();

  private KerasConfig(WeightsBuilder out, long from, long to) {
    this.out = out;
    this.from = from;
    this.to = to;
  }

  /// Adds what a model's configuration says.
  ///
  /// @param from the first byte of the configuration in the file
  /// @param to the byte after it
  public static void model(WeightsBuilder out, JsonValue config, long from, long to) {
    var k = new KerasConfig(out, from, to);
    String root = config.text("class_name").orElse("");
    out.fact(Weights.Topic.ARCHITECTURE, "class", root, from, to);
    JsonValue inner = config.get("config");
    if (inner != null) {
      inner.text("name").ifPresent(name -> out.fact(Weights.Topic.NAME, "name", name, from, to));
    }
    k.walk(config);
    k.finish();
  }

  /// Adds what one layer's configuration says of danger and of code.
  public static void layer(WeightsBuilder out, JsonValue config, long from, long to) {
    var k = new KerasConfig(out, from, to);
    k.walk(config);
    k.classes.clear();
    k.finish();
  }

  /// Adds how a model was compiled: loss, optimizer, metrics.
  public static void training(
      WeightsBuilder out, String key, JsonValue config, long from, long to) {
    for (String part :
        List.of("loss", "optimizer", "optimizer_config", "metrics", "loss_weights")) {
      JsonValue value = config.get(part);
      if (value != null && !(value instanceof JsonValue.Null)) {
        out.fact(Weights.Topic.RECIPE, key + "." + part, shown(value, 0), from, to);
      }
    }
    new KerasConfig(out, from, to).walk(config);
  }

  private static String shown(JsonValue value, int depth) {
    return switch (value) {
      case JsonValue.Obj o when depth < 4 -> {
        var parts = new ArrayList<String>();
        o.members().forEach((k, v) -> parts.add(k + ": " + shown(v, depth + 1)));
        yield "{" + String.join(", ", parts.subList(0, Math.min(60, parts.size()))) + "}";
      }
      case JsonValue.Arr a when depth < 4 -> {
        var parts = new ArrayList<String>();
        a.items().stream().limit(60).forEach(v -> parts.add(shown(v, depth + 1)));
        yield "[" + String.join(", ", parts) + "]";
      }
      default -> value.plain();
    };
  }

  private void walk(JsonValue root) {
    Deque<JsonValue> waiting = new ArrayDeque<>();
    waiting.add(root);
    while (!waiting.isEmpty()) {
      switch (waiting.removeFirst()) {
        case JsonValue.Obj o -> {
          look(o);
          waiting.addAll(o.members().values());
        }
        case JsonValue.Arr a -> waiting.addAll(a.items());
        default -> {}
      }
    }
  }

  private void look(JsonValue.Obj o) {
    String name = o.text("class_name").orElse("");
    String module = o.text("module").orElse("");
    String registered = o.text("registered_name").orElse("");
    if (!name.isEmpty() && classes.size() < 1_000) {
      classes.merge(name, 1, Integer::sum);
    }
    lambda(o, name);
    if (name.equals("TorchModuleWrapper") || registered.endsWith(">TorchModuleWrapper")) {
      danger(
          "a TorchModuleWrapper layer: loading it unpickles a PyTorch module, even in safe mode"
              + " (CVE-2025-49655)");
    }
    boolean function = name.equals("function") || name.equals("builtin_function_or_method");
    String called = function ? o.text("config").orElse(registered) : name;
    if (!module.isEmpty()) {
      module(module, name, called, function);
    }
    if (module.isEmpty() && registered.contains(">") && !registered.startsWith("keras")) {
      foreign.add(registered);
    }
    String url = o.text("vocabulary").orElse("");
    if (name.endsWith("Lookup") && (url.contains("://") || url.startsWith("/"))) {
      danger(
          "the layer "
              + name
              + " reads its vocabulary from "
              + cut(url)
              + " when it is built (file read and server-side request, CVE-2025-12058)");
    }
  }

  private void module(String module, String name, String called, boolean function) {
    String top = module.indexOf('.') < 0 ? module : module.substring(0, module.indexOf('.'));
    boolean own = OWN.contains(top);
    if (called.equals("enable_unsafe_deserialization")) {
      danger(
          "the configuration calls "
              + module
              + ".enable_unsafe_deserialization, which switches safe mode off from inside the file"
              + " (CVE-2025-9906)");
    } else if (called.equals("get_file") || called.equals("extract_archive")) {
      danger(
          "the configuration calls "
              + module
              + "."
              + called
              + ", which downloads and unpacks files when the model is loaded (CVE-2025-8747)");
    } else if (top.equals("builtins") && !function && !BUILTIN_TYPES.contains(called)
        || FILE_OR_CODE.contains(called.toLowerCase(Locale.ROOT))) {
      danger(
          "the configuration names "
              + module
              + "."
              + called
              + ", which would be imported and called when the model is loaded (CVE-2025-1550)");
    } else if (!own && function || DANGEROUS_MODULES.contains(top)) {
      danger(
          "the configuration names the module "
              + module
              + " for "
              + (called.isEmpty() ? name : called)
              + ", which loading imports (CVE-2025-1550)");
    } else if (!own) {
      foreign.add(name.isEmpty() ? module : module + "." + name);
    }
  }

  private static final Set<String> BUILTIN_TYPES =
      Set.of(
          "",
          "str",
          "int",
          "float",
          "bool",
          "list",
          "dict",
          "tuple",
          "set",
          "function",
          "__tuple__");

  private static final Set<String> DANGEROUS_MODULES =
      Set.of(
          "os",
          "posix",
          "nt",
          "sys",
          "subprocess",
          "shutil",
          "socket",
          "importlib",
          "runpy",
          "pickle",
          "marshal",
          "code",
          "ctypes",
          "pty",
          "webbrowser",
          "urllib",
          "requests",
          "http",
          "asyncio",
          "multiprocessing",
          "operator",
          "functools",
          "types",
          "torch",
          "numpy",
          "cloudpickle",
          "dill",
          "joblib",
          "site",
          "pip",
          "timeit",
          "cProfile",
          "pdb",
          "bdb",
          "trace",
          "tempfile",
          "pathlib",
          "io",
          "threading",
          "distutils",
          "setuptools");

  private void lambda(JsonValue.Obj o, String name) {
    if (name.equals("Lambda")) {
      danger(
          "a Lambda layer: its Python bytecode runs when the model is loaded or called"
              + " (CVE-2024-3660; an .h5 file ignores safe_mode, CVE-2025-9905)");
    } else if (name.equals("__lambda__")) {
      danger("a lambda as Python bytecode, which loading deserialises (CVE-2024-3660)");
    }
    if (o.get("function_type") != null && o.text("function_type").orElse("").equals("lambda")) {
      danger(
          "a function kept as Python bytecode, which runs when the model is called (CVE-2024-3660)");
    }
  }

  private void danger(String text) {
    out.danger(text, from, to);
  }

  private static String cut(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  private void finish() {
    var parts = new ArrayList<String>();
    classes.forEach((name, n) -> {
      if (!KERAS_WRAPPERS.contains(name)) {
        parts.add(n == 1 ? name : name + " " + n);
      }
    });
    if (!parts.isEmpty()) {
      out.fact(
          Weights.Topic.ARCHITECTURE, "layers and objects", String.join(", ", parts), from, to);
    }
    if (!foreign.isEmpty()) {
      String names = String.join(", ", foreign.stream().limit(50).toList());
      out.once(Weights.Topic.REMOTE_CODE, "classes from outside Keras", names, from, to);
    }
  }
}
