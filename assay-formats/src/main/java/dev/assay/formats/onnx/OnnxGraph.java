package dev.assay.formats.onnx;

import dev.assay.formats.Limits;
import dev.assay.formats.ProtoReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The graph of an ONNX model with all that hangs in it: initialisers, also sparse ones, the values
/// of Constant nodes, the bodies of If, Loop and Scan, and functions. Weights hide in each of them.
final class OnnxGraph {
  private static final int NODES = 5_000_000;
  private static final Set<String> KNOWN_DOMAINS =
      Set.of(
          "",
          "ai.onnx",
          "ai.onnx.ml",
          "ai.onnx.training",
          "ai.onnx.preview",
          "ai.onnx.preview.training",
          "com.microsoft",
          "com.microsoft.nchwc",
          "com.microsoft.experimental",
          "com.ms.internal.nhwc");

  private final WeightsBuilder out;
  private final OnnxTensor tensors;
  private final Map<String, Long> operators = new HashMap<>();
  private final Set<String> domains = new HashSet<>();
  private final Set<String> functions = new HashSet<>();
  private int nodes;

  OnnxGraph(FileEntry entry, WeightsBuilder out) {
    this.out = out;
    this.tensors = new OnnxTensor(entry, out);
  }

  void walk(ProtoReader g, int depth, boolean optimizer) {
    if (depth > Limits.GRAPH_DEPTH) {
      throw new Malformed(g.to(), "graphs are nested more than " + Limits.GRAPH_DEPTH + " deep");
    }
    while (g.next()) {
      switch (g.field()) {
        case 1 -> node(g.message(), depth, optimizer);
        case 2 -> {
          if (depth == 0) {
            out.fact(Weights.Topic.NAME, "graph", g.text(Limits.FACT), g.start(), g.to());
          }
        }
        case 5 -> tensors.add(g.message(), "", optimizer, List.of());
        case 10 -> {
          if (depth == 0) {
            out.fact(Weights.Topic.OTHER, "doc_string", g.text(Limits.FACT), g.start(), g.to());
          }
        }
        case 15 -> sparse(g.message(), "", optimizer);
        default -> {}
      }
    }
  }

  void function(ProtoReader f) {
    while (f.next()) {
      switch (f.field()) {
        case 7 -> node(f.message(), 1, false);
        case 10 -> functions.add(f.text(256));
        default -> {}
      }
    }
  }

  private void node(ProtoReader n, int depth, boolean optimizer) {
    if (++nodes > NODES) {
      throw new Malformed(n.to(), "more than " + NODES + " nodes");
    }
    String name = "";
    String operator = "";
    long from = n.to();
    while (n.next()) {
      switch (n.field()) {
        case 2 -> name = name.isEmpty() ? n.text(1024) : name;
        case 4 -> operator = n.text(256);
        case 5 -> attribute(n.message(), name, depth, optimizer);
        case 7 -> domains.add(n.text(256));
        default -> {}
      }
    }
    if (operators.size() < 10_000) {
      operators.merge(operator, 1L, Long::sum);
    }
    if (operator.startsWith("Py")
        || operator.equals("PythonOp")
        || operator.equals("PythonOpGrad")) {
      out.danger(
          "the operator " + operator + " runs Python code that the model names (custom operator)",
          from,
          n.to());
    }
  }

  private void attribute(ProtoReader a, String node, int depth, boolean optimizer) {
    String name = "";
    while (a.next()) {
      switch (a.field()) {
        case 1 -> name = a.text(256);
        case 5, 10 -> tensors.add(a.message(), node, optimizer, List.of());
        case 6, 11 -> walk(a.message(), depth + 1, optimizer);
        // Constant nodes may hold their value as plain numbers.
        case 7 -> tensors.floats(name, node, a);
        case 22, 23 -> sparse(a.message(), node, optimizer);
        default -> {}
      }
    }
  }

  // The values that are there, where they stand, and the shape that they are spread over.
  private void sparse(ProtoReader s, String node, boolean optimizer) {
    ProtoReader values = null;
    var dims = new ArrayList<Long>();
    while (s.next()) {
      if (s.field() == 1) {
        values = s.message();
      } else if (s.field() == 3) {
        OnnxTensor.dimensions(s, dims);
      }
    }
    if (values != null) {
      tensors.add(values, node, optimizer, dims);
    }
  }

  /// What the graph is, in facts; called once at the end.
  void summary(long size) {
    if (!operators.isEmpty()) {
      String most =
          operators.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                      .thenComparing(Map.Entry.comparingByKey()))
              .limit(12)
              .map(e -> e.getKey() + " " + e.getValue())
              .collect(Collectors.joining(", "));
      out.fact(Weights.Topic.ARCHITECTURE, "operators", nodes + " nodes: " + most, 0, size);
    }
    domains.stream()
        .sorted()
        .filter(d -> !KNOWN_DOMAINS.contains(d) && !functions.contains(d))
        .forEach(d ->
            out.fact(
                Weights.Topic.REMOTE_CODE,
                "domain",
                "needs custom operators of \"" + d + "\"",
                0,
                size));
  }
}
