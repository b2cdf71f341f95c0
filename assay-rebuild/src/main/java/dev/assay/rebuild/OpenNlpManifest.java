package dev.assay.rebuild;

import dev.assay.rebuild.Stage.Artifact;
import dev.assay.rebuild.Stage.Wanted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The manifest inside an Apache OpenNLP model: which component, trained by which version, and a
/// hash of the training events. How many iterations and threads it took does not stand there, so a
/// draft has the library's defaults and says how to search.
final class OpenNlpManifest {
  private static final Map<String, String> TRAINERS =
      Map.of(
          "SentenceDetectorME", "SentenceDetectorTrainer",
          "TokenizerME", "TokenizerTrainer",
          "POSTaggerME", "POSTaggerTrainer",
          "StatisticalLemmatizer", "LemmatizerTrainerME",
          "NameFinderME", "TokenNameFinderTrainer",
          "ChunkerME", "ChunkerTrainerME",
          "DocumentCategorizerME", "DoccatTrainer",
          "LanguageDetectorME", "LanguageDetectorTrainer");

  /// `-ud-gsd-` in a model's name: trained from the Universal Dependencies treebank of that name.
  private static final Pattern TREEBANK = Pattern.compile("-ud-([a-z0-9]+)-");

  /// Any recent one will do: it only writes the log.
  private static final String SLF4J = "2.0.17";

  private static final int MOST = 1 << 16;

  private OpenNlpManifest() {}

  static boolean named(Path file) {
    return file.toString().endsWith(".bin") && manifest(file).isPresent();
  }

  static Optional<Stage> stage(String name, Path file) {
    return manifest(file).map(m -> stage(name, m));
  }

  private record Manifest(Properties values, boolean sorted) {
    String get(String key) {
      return values.getProperty(key, "");
    }
  }

  private static Stage stage(String name, Manifest m) {
    String version = m.get("OpenNLP-Version");
    String component = m.get("Component-Name");
    String trainer = TRAINERS.getOrDefault(component, component);
    boolean first = version.startsWith("1.");
    Matcher treebank = TREEBANK.matcher(name);
    boolean conllu = treebank.find();

    List<Artifact> artifacts = new ArrayList<>();
    artifacts.add(
        new Artifact("trainer", "org.apache.opennlp:opennlp-tools:" + version, "training-code"));
    if (!first) {
      artifacts.add(new Artifact("slf4j", "org.slf4j:slf4j-api:" + SLF4J, "supporting-tools"));
      artifacts.add(new Artifact("logging", "org.slf4j:slf4j-simple:" + SLF4J, "supporting-tools"));
    }
    Map<String, String> completed = new LinkedHashMap<>();
    completed.put("Iterations", "100");
    completed.put("Cutoff", "5");
    completed.put("Threads", "1");
    List<String> command = command(trainer, m, first, conllu);
    if (command.contains("${SentencesPerSample}")) {
      completed.put("SentencesPerSample", "10");
    }
    List<String> clock =
        new ArrayList<>(
            List.of("manifest.properties#Timestamp", "manifest.properties#comment", "zip#mtime"));
    if (!m.sorted()) {
      clock.add("manifest.properties#order");
    }
    return new Stage(
        "manifest.properties in " + name,
        command,
        false,
        List.of(),
        List.of("model.bin"),
        Map.of(),
        new Stage.Rest(
            artifacts,
            List.of(data(m, conllu ? treebank.group(1) : "")),
            completed,
            List.of(
                new Stage.Written(
                    "params",
                    "params.conf",
                    List.of(
                        "Algorithm=MAXENT",
                        "Iterations=${Iterations}",
                        "Cutoff=${Cutoff}",
                        "Threads=${Threads}"))),
            clock,
            // From JDK 18 on, properties are written in sorted order.
            m.sorted() ? 18 : first ? 8 : 17,
            notes(m)));
  }

  private static List<String> command(String trainer, Manifest m, boolean first, boolean conllu) {
    List<String> c =
        new ArrayList<>(
            List.of(
                "java",
                "-cp",
                first ? "${trainer}" : "${trainer}:${slf4j}:${logging}",
                "opennlp.tools.cmdline.CLI",
                trainer + (conllu ? ".conllu" : ""),
                "-params",
                "${params}",
                "-model",
                "${out}/model.bin",
                "-lang",
                m.get("Language"),
                "-data",
                "${data}",
                "-encoding",
                "UTF-8"));
    if (conllu && trainer.equals("SentenceDetectorTrainer")) {
      c.addAll(List.of("-sentencesPerSample", "${SentencesPerSample}"));
    }
    return c;
  }

  private static Wanted data(Manifest m, String treebank) {
    String language = m.get("Language");
    return treebank.isEmpty()
        ? new Wanted("data", "", "training-data", "", "the training data")
        : new Wanted(
            "data",
            language + "_" + treebank + "-ud-train.conllu",
            "training-data",
            "",
            "the training file of the Universal Dependencies treebank "
                + treebank
                + " for "
                + language
                + ", as the model's name says; which release of it stands nowhere");
  }

  private static List<String> notes(Manifest m) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Hash of the training events: "
            + m.get("Training-Eventhash")
            + ". Where a rebuild agrees in it, data and feature code are right; if it still"
            + " differs, the parameters do:");
    notes.add(
        "  assay rebuild RECIPE --material data=FILE --recover Cutoff=0..5"
            + " --recover Iterations=10..500:10 --recover Threads=1..16");
    notes.add(
        "Cutoff decides which predicates there are, and so comes first; the version of the trainer is"
            + " what the manifest says, which need not be the one that wrote the numbers.");
    return notes;
  }

  private static Optional<Manifest> manifest(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry("manifest.properties");
      if (entry == null) {
        return Optional.empty();
      }
      byte[] bytes;
      try (InputStream in = zip.getInputStream(entry)) {
        bytes = in.readNBytes(MOST);
      }
      var properties = new Properties();
      properties.load(new ByteArrayInputStream(bytes));
      if (properties.getProperty("OpenNLP-Version") == null) {
        return Optional.empty();
      }
      List<String> lines =
          new String(bytes, StandardCharsets.ISO_8859_1)
              .lines()
              .filter(l -> !l.startsWith("#") && l.contains("="))
              .map(l -> l.substring(0, l.indexOf('=')))
              .toList();
      return Optional.of(new Manifest(properties, lines.equals(lines.stream().sorted().toList())));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
