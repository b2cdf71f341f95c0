package dev.assay.licences.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// Compiles the files of facts, one for each licence, into the lines that the product reads; what
/// is outside the vocabulary fails the build.
final class CompileFacts {
  private static final List<String> ACTS =
      List.of(
          "use",
          "commercial",
          "study",
          "modify",
          "redistribute",
          "share_derived",
          "host",
          "train_on_outputs",
          "patent");
  private static final List<String> VALUES =
      List.of("granted", "cond", "inherits", "barred", "silent");
  private static final List<String> CODES =
      List.of(
          "COPY",
          "NOTICE",
          "CHANGES",
          "DISPLAY",
          "NAME",
          "CITE",
          "DOCS",
          "FILTER",
          "GUARDRAIL",
          "FLOWDOWN",
          "SAME",
          "SOURCE",
          "REGISTER",
          "LATEST",
          "GATE",
          "DATAPROT",
          "NC",
          "ND",
          "RESEARCH",
          "USERS",
          "REVENUE",
          "COMPETE",
          "OUTTRAIN",
          "TERRITORY",
          "FIELD",
          "MILITARY",
          "MEDICAL",
          "LEGALPROC",
          "SURVEIL",
          "NOHOST",
          "NODIST",
          "ORGTYPE",
          "TERM_BREACH",
          "TERM_AUTO",
          "TERM_WILL",
          "TERM_THRESH",
          "SUIT_IP",
          "SUIT_PATENT",
          "TEXT_MUTABLE",
          "REMOTE",
          "PERPETUAL");

  private CompileFacts() {}

  /// The facts of each licence by its identifier, one line a fact.
  static Map<String, String> compile(Path folder) throws IOException {
    Map<String, String> compiled = new LinkedHashMap<>();
    List<Path> files;
    try (var list = Files.list(folder)) {
      files = list.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
    for (Path source : files) {
      Load load = new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build());
      Map<?, ?> facts = (Map<?, ?>) load.loadFromString(Files.readString(source));
      StringBuilder out = new StringBuilder();
      try {
        one(facts, out);
        compiled.put(text(facts, "id"), out.toString());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(source.getFileName() + ": " + e.getMessage(), e);
      }
    }
    return compiled;
  }

  private static void one(Map<?, ?> facts, StringBuilder out) {
    line(out, "id", text(facts, "id"));
    line(out, "name", text(facts, "name"));
    if (text(facts, "text").equals("read")) {
      line(out, "read");
    }
    for (Map.Entry<String, String> list :
        Map.of("aliases", "alias", "tags", "tag", "covers", "covers").entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .toList()) {
      for (Object value : list(facts, list.getKey())) {
        line(out, list.getValue(), String.valueOf(value));
      }
    }
    if (facts.get("acts") instanceof Map<?, ?> acts) {
      for (Map.Entry<?, ?> act : acts.entrySet()) {
        List<?> fact = (List<?>) act.getValue();
        known(ACTS, String.valueOf(act.getKey()));
        known(VALUES, at(fact, 0));
        line(out, "act", String.valueOf(act.getKey()), at(fact, 0), at(fact, 1), at(fact, 2));
      }
    }
    for (String kind : List.of("conditions", "limits", "life")) {
      for (Object fact : list(facts, kind)) {
        List<?> f = (List<?>) fact;
        known(CODES, at(f, 0));
        line(
            out,
            kind.equals("conditions") ? "condition" : kind.equals("limits") ? "limit" : "life",
            at(f, 0),
            at(f, 1),
            at(f, 2));
      }
    }
    if (facts.get("policy") instanceof Map<?, ?> policy) {
      line(
          out,
          "policy",
          String.join(" ", list(policy, "how").stream().map(String::valueOf).toList()),
          text(policy, "clause"),
          text(policy, "mutable"));
    }
    for (String key : List.of("outputs", "law")) {
      if (facts.get(key) instanceof List<?> fact) {
        line(out, key, at(fact, 0), at(fact, 1));
      }
    }
  }

  private static void known(List<String> vocabulary, String word) {
    if (!vocabulary.contains(word)) {
      throw new IllegalArgumentException("the vocabulary has no " + word);
    }
  }

  private static String at(List<?> fact, int i) {
    return i < fact.size() ? String.valueOf(fact.get(i)) : "";
  }

  private static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : String.valueOf(value);
  }

  private static List<?> list(Map<?, ?> map, String key) {
    return map.get(key) instanceof List<?> list ? list : List.of();
  }

  private static void line(StringBuilder out, String... fields) {
    for (int i = 0; i < fields.length; i++) {
      out.append(i == 0 ? "" : "\t").append(fields[i].replace('\t', ' ').replace('\n', ' '));
    }
    out.append('\n');
  }
}
