package dev.assay.rebuild;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The manifest inside an Apache OpenNLP model: which component, trained by which version, with
/// which settings and a hash of the training events.
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
  private static final int MOST = 1 << 16;

  private OpenNlpManifest() {}

  static boolean named(Path file) {
    return file.toString().endsWith(".bin") && manifest(file).isPresent();
  }

  static Optional<Drafting.Stage> stage(String name, Path file) {
    return manifest(file).map(m -> stage(name, m));
  }

  private static Drafting.Stage stage(String name, Properties m) {
    String component = m.getProperty("Component-Name", "");
    String version = m.getProperty("OpenNLP-Version", "");
    String language = m.getProperty("Language", "");
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String key : List.of("Training-Iterations", "Training-Cutoff")) {
      if (m.getProperty(key) != null) {
        parameters.put(key.substring(key.indexOf('-') + 1), m.getProperty(key));
      }
    }
    List<String> command =
        List.of(
            "java",
            "-cp",
            "${opennlp}",
            "opennlp.tools.cmdline.CLI",
            TRAINERS.getOrDefault(component, component),
            "-lang",
            language,
            "-model",
            "${out}/" + name);
    return new Drafting.Stage(
        "manifest.properties in "
            + name
            + " (event hash "
            + m.getProperty("Training-Eventhash", "none")
            + ")",
        command,
        false,
        List.of(),
        List.of(name),
        parameters,
        List.<String[]>of(new String[] {"opennlp", "org.apache.opennlp:opennlp-tools:" + version}));
  }

  private static Optional<Properties> manifest(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry("manifest.properties");
      if (entry == null) {
        return Optional.empty();
      }
      var properties = new Properties();
      try (InputStream in = zip.getInputStream(entry)) {
        properties.load(new java.io.ByteArrayInputStream(in.readNBytes(MOST)));
      }
      return properties.getProperty("OpenNLP-Version") == null
          ? Optional.empty()
          : Optional.of(properties);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
