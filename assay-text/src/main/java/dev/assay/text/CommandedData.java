package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The data that a command for training is given: by its name at a hub, `--dataset_name
/// owner/harbour`, which leads there, or as a folder, `--data_path /data/harbour/train`, whose name
/// is all there is.
final class CommandedData {
  private static final int MOST = 20;

  private static final Pattern OPTION =
      Pattern.compile(
          "(?<=\\s)--?((?:train(?:ing)?[-_])?(?:data|dataset|datasets|file|files)(?:[-_](?:name|path|dir|root|folder|id))?"
              + "|dataroot|dataset_mixer)(?:=|\\s{1,3})[\"']?([\\w./:-]{3,120})");

  /// What only says of which step of a training something is.
  private static final Set<String> STEPS =
      Set.of(
          "pretrain",
          "pretraining",
          "finetune",
          "finetuning",
          "sft",
          "dpo",
          "ppo",
          "reward",
          "instruct",
          "instruction",
          "tokenized",
          "preprocessed",
          "prepared",
          "output",
          "outputs",
          "results",
          "content",
          "workspace",
          "mydata",
          "mydataset",
          "the",
          "some",
          "main",
          "merge",
          "where",
          "location",
          "directory",
          "downloaded",
          "pairs",
          "annotations",
          "labels",
          "csvs",
          "tar",
          "zip",
          "pickle",
          "sample",
          "samples",
          "shuffle",
          "shuffled",
          "splits",
          "metadata",
          "tfrecord",
          "tfrecords");

  /// How a program for training is told to measure only.
  private static final Pattern TESTS =
      Pattern.compile("(?<=\\s)--?(?:eval|evaluate|eval[-_]only|test|test[-_]only)(?=\\s|$)");

  private CommandedData() {}

  /// The data in a block of commands.
  static List<Passage.Source> in(String commands) {
    List<Passage.Source> sources = new ArrayList<>();
    if (TESTS.matcher(commands).find()) {
      return sources;
    }
    Matcher option = OPTION.matcher(commands);
    while (sources.size() < MOST && option.find()) {
      String key = String.valueOf(option.group(1));
      String value = String.valueOf(option.group(2));
      if (!key.startsWith("file") && !isOpen(value) && mayTrain(commands, option.start())) {
        String name = named(value, key.contains("dataset"));
        if (!name.isEmpty() && !Benchmarks.inPath(name)) {
          String hub = ConfigReader.hub(value);
          sources.add(new Passage.Source(hub.isEmpty() ? name : value, hub));
        }
      }
    }
    return sources;
  }

  /// What only a command for training is told.
  private static final Pattern TRAINS =
      Pattern.compile(
          "(?<=\\s)--?(?:learning[-_]rate|lr|num[-_](?:train[-_])?epochs|max[-_](?:train[-_])?steps|train[-_]split(?:[-_]name)?|per[-_]device[-_]train[-_]batch[-_]size)(?:=|\\s)");

  /// The data sets of a hub that a script gives to a command for training by their names, which
  /// lead to them; empty for none.
  static Optional<Document> ofScript(TextFile script) {
    String text = script.text();
    if (!TRAINS.matcher(text).find()) {
      return Optional.empty();
    }
    List<Passage.Source> named = in(text).stream().filter(s -> !s.link().isEmpty()).toList();
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(Document.plain(script, Document.Kind.DATA_SCRIPT, named, named.size()));
  }

  /// What a program is called that does something else than to train.
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "(?i)(?:convert|prepar|preproc|pre_proc|data_prep|download|tokeni|generat|infer|eval|test|predict|sampl|extract"
              + "|export|visuali|demo|cover|split|build)[\\w./-]{0,80}\\.(?:py|sh)\\b");

  /// How far before an option its command may begin.
  private static final int COMMAND = 1_500;

  /// Whether the command that an option belongs to, with the lines that it goes on over, starts no
  /// program that is called after something else than training.
  private static boolean mayTrain(String commands, int at) {
    int from = at;
    while (from > 0 && at - from < COMMAND) {
      boolean begins = commands.charAt(from - 1) == '\n';
      int last = from - 2;
      while (begins && last >= 0 && commands.charAt(last) == ' ') {
        last--;
      }
      if (begins && (last < 0 || commands.charAt(last) != '\\')) {
        break;
      }
      from--;
    }
    return !OTHERWISE.matcher(commands.substring(from, at)).find();
  }

  /// What a value names; nothing where it is a path of general words, or a class that loads.
  ///
  /// @param set whether the option asks for a data set, and not for where one lies
  static String named(String value, boolean set) {
    if (value.startsWith("-") || value.endsWith("DataModule")) {
      return "";
    }
    int slash = value.indexOf('/');
    if (set
        && ScriptReader.isHubName(value)
        && !ConfigReader.isGeneric(value.substring(0, slash))) {
      // An owner and a name, though a short one: "acme/c9".
      return value;
    }
    String name = ConfigReader.name(value);
    for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (word.length() >= 3 && !STEPS.contains(word) && !ConfigReader.isGeneric(word)) {
        return name;
      }
    }
    return "";
  }

  /// Whether a reader is to put something else there.
  static boolean isOpen(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return lower.contains("your") || lower.contains("xxx") || lower.contains("my_");
  }
}
