package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What commands say of training: by a word, by their settings.
final class TrainingCommands {
  private TrainingCommands() {}

  /// Commands that start nothing.
  private static final Set<String> BUILTINS =
      Set.of(
          "echo", "printf", "cat", "mkdir", "cd", "export", "ls", "cp", "mv", "rm", "git", "pip",
          "if", "for", "while", "wget", "curl", "tar", "unzip", "test", "[");

  private static final Set<String> ACTS = Set.of("train", "pretrain", "learn");

  /// Whether a command tells a program that is not here to train, by a word behind its name or at
  /// the end of it: `spacy train config.cfg`, `crf_learn template data model`.
  static boolean saysTrain(Outline.Launch l) {
    List<String> words = List.of(l.words().split(" "));
    if (BUILTINS.contains(words.getFirst())) {
      return false;
    }
    List<String> name = Zones.words(l.program());
    if (l.program().equals(words.getFirst())
        && l.program().indexOf('.') <= 0
        && l.program().indexOf('=') < 0
        && name.size() > 1
        && ACTS.contains(name.getLast())
        && words.size() > 2) {
      return true;
    }
    if (name.size() == 1
        && named(name.getFirst())
        && l.options().stream().anyMatch(TrainingCommands::setting)) {
      return true;
    }
    int at = l.program().indexOf('=') < 0 ? words.indexOf(l.program()) : -1;
    for (int i = at + 1; at >= 0 && i < Math.min(at + 3, words.size() - 1); i++) {
      String word = words.get(i);
      if (word.equals("train") || word.equals("pretrain") || word.equals("fit")) {
        return true;
      }
    }
    return false;
  }

  /// Whether one word names a tool that trains: `lstmtraining`.
  private static boolean named(String word) {
    return word.endsWith("train") || word.endsWith("training") || word.endsWith("trainer");
  }

  /// Steps that check or build the code are no steps of the model.
  static boolean builds(CodeFile f) {
    String path = f.file().path();
    return path.startsWith(".") || path.contains("/.");
  }

  /// The file that a command starts.
  static String program(Outline.Launch l) {
    return l.program().endsWith(".py") ? l.program() : l.program().replace('.', '/') + ".py";
  }

  /// Options that name the recipe of a run.
  private static final Set<String> RECIPE =
      Set.of("config-name", "config_name", "config-file", "config_file", "config", "cfg");

  /// A command that starts something called train with settings of a training run, or with a
  /// recipe.
  static boolean withSettings(Outline.Launch l, Collection<String> options) {
    Set<Zone> zones = Zones.of(l.program());
    boolean code = l.program().endsWith(".py") || l.words().contains(" -m ");
    return code
        && (zones.contains(Zone.TRAINING) || zones.contains(Zone.FINE_TUNING))
        && (options.stream().anyMatch(o -> setting(o) || RECIPE.contains(o))
            || SHORT_RECIPE.matcher(l.words()).find()
            || zones.contains(Zone.PRE_TRAINING) && options.stream().anyMatch(DATA::contains));
  }

  /// Options by which a program named for pre-training is told what on.
  private static final Set<String> DATA =
      Set.of(
          "data",
          "data-dir",
          "data_dir",
          "data-path",
          "data_path",
          "train-data",
          "train_data",
          "corpus",
          "dataset",
          "input_file",
          "input-file",
          "train_file",
          "train-file");

  /// The same by a short option: `-c configs/gull.yml`.
  private static final Pattern SHORT_RECIPE =
      Pattern.compile(" -(?:c|cfg|config|opt) [^ ]{1,200}\\.(?:ya?ml|json|toml)(?= |$)");

  /// Whether an option is one for the settings of training: `--train_config`.
  static boolean settingsOfTraining(String option) {
    if (!option.startsWith("--")) {
      return false;
    }
    List<String> words = Zones.words(option);
    return words.contains("train") && words.stream().anyMatch(w -> w.startsWith("conf"));
  }

  /// Whether a script of a shell that is itself named for training starts something called train
  /// and leaves the settings to whoever starts it: `tools/train.py $CONFIG $ARGS`.
  static boolean passesOn(CodeFile script, Outline.Launch l) {
    List<String> program = Zones.words(l.program());
    return Loops.trainName(script)
        && l.program().endsWith(".py")
        && program.size() > 1
        && program.get(program.size() - 2).equals("train")
        && l.words().indexOf('$', l.words().indexOf(l.program())) > 0;
  }

  /// Whether a script that is named for training starts a program that is named for it too, or one
  /// to which it gives a setting of a run in place of an option: `python -m main optim.lr=1e-3`.
  static boolean byBothNames(CodeFile script, Outline.Launch l) {
    boolean code = l.program().endsWith(".py") || l.words().contains(" -m ");
    if (!code || !Loops.trainName(script) || script.in(Zone.EVALUATION) || script.in(Zone.DATA)) {
      return false;
    }
    String name = l.program().substring(l.program().lastIndexOf('/') + 1);
    return Zones.words(name).stream().findFirst().filter(ACTS::contains).isPresent()
        || Stream.of(l.words().split(" "))
            .limit(MOST_WORDS)
            .filter(w -> w.indexOf('=') > 0 && w.indexOf('.') > 0 && !w.startsWith("-"))
            .map(w -> w.substring(0, w.indexOf('=')))
            .anyMatch(w -> setting(w.substring(w.lastIndexOf('.') + 1)));
  }

  private static final int MOST_WORDS = 200;

  /// Options that name a configuration of a model, from which it begins with fresh weights.
  private static final Set<String> CONFIGURES =
      Set.of(
          "config_name", "config_overrides", "from_scratch", "train_from_scratch", "random_init");

  private static final List<String> LAUNCHERS =
      List.of("torchrun", "torch.distributed.", "accelerate launch", "deepspeed ", "mpirun ");

  /// Whether a command starts a program several times at once, as training is started.
  static boolean onMany(String words) {
    return LAUNCHERS.stream().anyMatch(words::contains);
  }

  /// The long options of a command, without dashes.
  static Set<String> options(String command) {
    Set<String> options = new HashSet<>();
    for (String word : command.split("[ =]+")) {
      if (word.startsWith("--")) {
        options.add(word.substring(2));
      }
    }
    return options;
  }

  /// Whether one of these options names weights to train on from. Weights that are restored while
  /// the state of the optimizer is not are those of a run before this one.
  static boolean givesWeights(Collection<String> options) {
    boolean restored =
        options.stream().anyMatch(o -> o.replace('_', '-').equals("restore-file"))
            && options.stream().anyMatch(o -> o.replace('_', '-').equals("reset-optimizer"));
    return restored
        || options.stream()
            .map(o -> "--" + o.toLowerCase(Locale.ROOT))
            .anyMatch(o ->
                Words.GIVEN_OPTIONS.contains(o)
                    || !setting(o.substring(2))
                        && (o.contains("finetun")
                            || o.contains("fine-tun")
                            || o.contains("fine_tun")));
  }

  /// Whether one of these options names the checkpoint that all of the network begins with; other
  /// weights may be those of a part.
  static boolean givesWhole(Collection<String> options) {
    return options.stream().anyMatch(o -> o.replace('-', '_').equals("init_checkpoint"));
  }

  /// Options for the state of a whole model, that a run goes on from or begins with.
  private static final Set<String> STATES =
      Set.of(
          "-c",
          "--ckpt",
          "--ckpt_path",
          "--checkpoint",
          "--checkpoint_path",
          "--resume",
          "--resume_from",
          "--load",
          "--load_from",
          "--load_model",
          "--restore_ckpt",
          "--restore",
          "--weights",
          "--init_from",
          "--start_from");

  /// Whether a command gives the state of a whole model that was trained before by others: what it
  /// names lies in a folder for such, or is called so. A backbone is a part, and where a variable
  /// points is not known.
  static boolean beginsWithTrained(String command) {
    return states(command)
        .anyMatch(state -> {
          List<String> named = Zones.words(state);
          return named.stream().anyMatch(w -> w.startsWith("pretrain"))
              && named.stream().noneMatch(Words.PARTS::contains);
        });
  }

  /// The files of weights that a command gives by an option for the state of a whole model.
  private static Stream<String> states(String command) {
    String[] words = command.split("[ =]+");
    List<String> states = new ArrayList<>();
    for (int i = 0; i + 1 < words.length; i++) {
      if (STATES.contains(words[i].replace("load-", "load_").replace("resume-", "resume_"))
          && words[i + 1].indexOf('$') < 0
          && namesWeights(words[i + 1])) {
        states.add(words[i + 1]);
      }
    }
    return states.stream();
  }

  /// What the state of any run is called, first.
  private static final Set<String> GOES_ON =
      Set.of(
          "last",
          "latest",
          "resume",
          "best",
          "final",
          "ckpt",
          "checkpoint",
          "model",
          "epoch",
          "step",
          "iter");

  /// Whether a command with the settings of a run gives it the state of a model that another run
  /// has made, by a file with a name of its own: `--lr 1e-4 --restore_ckpt kept/stage-one.pth`.
  /// That is a later stage; what goes on with a run is told so, or has a name that all runs give.
  static boolean laterStage(String command) {
    return command.indexOf("--resume") < 0
        && isRun(options(command))
        && states(command)
            .map(state -> Zones.words(state.substring(state.lastIndexOf('/') + 1)))
            .anyMatch(words ->
                !GOES_ON.contains(words.getFirst())
                    && words.stream().noneMatch(Words.PARTS::contains));
  }

  private static final List<String> WEIGHTS =
      List.of(".pt", ".pth", ".ckpt", ".bin", ".safetensors", ".h5", ".nemo", ".pdparams");

  /// Whether a command is given a file of weights, in whatever place.
  static boolean namesWeights(String command) {
    for (String word : command.split("[\\s=,\"']+")) {
      if (WEIGHTS.stream().anyMatch(word::endsWith)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a command only exports, predicts or measures with a program that can also train.
  static boolean other(Collection<String> options) {
    return options.stream().anyMatch(o -> o.startsWith("do_") || o.contains("export"))
        && options.stream().noneMatch(o -> o.equals("do_train") || o.equals("train"));
  }

  /// Whether an option names what a model is made of.
  static boolean configures(String option) {
    return CONFIGURES.contains(option.toLowerCase(Locale.ROOT).replace('-', '_'));
  }

  private static final Set<String> RATES =
      Set.of(
          "lr",
          "learning_rate",
          "learn_rate",
          "lrate",
          "max_lr",
          "base_lr",
          "init_lr",
          "peak_lr",
          "blr");

  /// Whether a command tells a program by a switch that it is to train and not to test.
  static boolean switchedOn(Outline.Launch l) {
    return l.words().contains(" --is_training 1") || l.words().contains(" --is_training=1");
  }

  /// Whether options are those of a run of training, whatever it is that is started: a learning
  /// rate, and beside it how often the data is gone through or how much of it at once.
  static boolean isRun(Collection<String> options) {
    boolean rate = false;
    boolean rounds = false;
    for (String option : options) {
      String whole = option.toLowerCase(Locale.ROOT).replace('-', '_');
      String o = whole.substring(whole.lastIndexOf('.') + 1);
      rate |= RATES.contains(o) || o.endsWith("_lr") && !o.startsWith("min");
      rounds |=
          o.contains("epoch")
              || o.endsWith("batch_size")
              || o.startsWith("mini_batch")
              || o.contains("train_iters")
              || o.contains("train_steps")
              || o.equals("do_train")
              || o.equals("max_steps");
    }
    return rate && rounds;
  }

  private static final Pattern TUNING =
      Pattern.compile("(?i)(?<![$\\w{])\\w*fine?[-_ ]?tun(e|ing)");

  /// Whether a command names fine-tuning, in whatever place; a variable may be empty.
  static boolean namesTuning(String command) {
    return TUNING.matcher(command).find();
  }

  /// A command without the options that are settings of a run: the rounds of a second stage,
  /// `--finetune_epochs`, do not say with what the first began.
  static String withoutSettings(String command) {
    if (command.indexOf(" --") < 0) {
      return command;
    }
    var kept = new StringBuilder();
    for (String word : command.split(" ")) {
      int equals = word.indexOf('=');
      String option = equals < 0 ? word : word.substring(0, equals);
      if (!option.startsWith("--") || !setting(option.substring(2))) {
        kept.append(word).append(' ');
      }
    }
    return kept.toString();
  }

  /// Whether an option is one of a training run.
  static boolean setting(String option) {
    String o = option.toLowerCase(Locale.ROOT).replace('-', '_');
    return o.equals("lr")
        || o.contains("learning_rate")
        || o.contains("batch_size")
        || o.contains("train_iters")
        || o.equals("iters")
        || o.contains("max_steps")
        || o.contains("epochs")
        || o.contains("train_num_samples")
        || o.contains("warmup");
  }
}
