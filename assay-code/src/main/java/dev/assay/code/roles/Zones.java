package dev.assay.code.roles;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// From a path to its {@link Zone}s. A path is cut into words at slashes, dots, dashes, underscores
/// and changes of case; what a word means is the same in every release.
public final class Zones {
  private static final Set<String> VENDOR =
      Set.of(
          "third_party",
          "thirdparty",
          "third-party",
          "3rdparty",
          "3rd_party",
          "vendor",
          "vendors",
          "vendored",
          "external",
          "externals",
          "extern",
          "node_modules",
          "dependencies",
          "deps",
          "site-packages",
          "submodules",
          "monkey_patch",
          "contrib_external");

  private static final Set<String> TUNE =
      Set.of(
          "sft",
          "lora",
          "qlora",
          "peft",
          "dpo",
          "ppo",
          "grpo",
          "rlhf",
          "ptuning",
          "tuning",
          "rl",
          "kto",
          "orpo",
          "adapter",
          "adapters",
          "dreambooth",
          "controlnet",
          "alpaca",
          "chat",
          "rlaif",
          "rm",
          "rloo",
          "personalization",
          "customization");

  private static final Set<String> EVAL =
      Set.of(
          "eval",
          "evals",
          "evaluation",
          "evaluations",
          "evaluate",
          "evaluator",
          "evaluators",
          "evaluating",
          "metric",
          "metrics",
          "leaderboard",
          "harness",
          "judge",
          "judgment",
          "judgement",
          "perplexity",
          "ppl",
          "mmlu",
          "ceval",
          "gsm8k",
          "humaneval",
          "mbpp",
          "mtbench",
          "hellaswag",
          "needle",
          "longbench",
          "eleuther",
          "knn",
          "wer",
          "bleu",
          "scorer",
          "scoring");

  private static final Set<String> DATA =
      Set.of(
          "data",
          "dataset",
          "datasets",
          "preprocess",
          "preprocessing",
          "preprocessor",
          "preprocessed",
          "dedup",
          "deduplication",
          "deduplicate",
          "deduper",
          "decontamination",
          "decontaminate",
          "dedupe",
          "corpus",
          "corpora",
          "crawl",
          "crawler",
          "filtering",
          "cleaning",
          "curation",
          "dataprep",
          "datagen",
          "tokenization",
          "tfrecord",
          "tfrecords",
          "mixing",
          "sampling",
          "minhash",
          "lsh",
          "bloomfilter",
          "processing",
          "preparation",
          "wikipedia",
          "commoncrawl");

  private static final Set<String> DATA_VERBS =
      Set.of(
          "prepare",
          "preprocess",
          "process",
          "clean",
          "filter",
          "dedup",
          "dedupe",
          "deduplicate",
          "tokenize",
          "tokenise",
          "download",
          "convert",
          "make",
          "create",
          "build",
          "generate",
          "split",
          "merge",
          "shard",
          "pack",
          "extract",
          "scrape",
          "crawl",
          "mix",
          "augment",
          "binarize",
          "format",
          "gen",
          "prep",
          "encode",
          "collect",
          "curate",
          "select",
          "annotate",
          "subset",
          "synthesize");

  /// What is made of weights is not made of data: `merge_adapters`, `create_local_model`.
  private static final Set<String> MODEL_NOUNS =
      Set.of(
          "model",
          "models",
          "adapter",
          "adapters",
          "weights",
          "weight",
          "checkpoint",
          "checkpoints",
          "ckpt",
          "ckpts",
          "projector",
          "lora",
          "hf",
          "gguf",
          "onnx",
          "config",
          "configs",
          "engine",
          "video",
          "image",
          "images",
          "sample",
          "samples",
          "text",
          "docs",
          "package",
          "wheel",
          "release");

  private static final Set<String> RUN =
      Set.of(
          "inference",
          "infer",
          "generate",
          "generation",
          "generator",
          "sample",
          "sampler",
          "predict",
          "prediction",
          "predictor",
          "chat",
          "cli",
          "serve",
          "serving",
          "server",
          "transcribe",
          "transcription",
          "detect",
          "chatbot",
          "gradio",
          "streamlit",
          "webui",
          "web",
          "hubconf",
          "pipeline",
          "pipelines",
          "demo",
          "demos",
          "interactive",
          "txt2img",
          "img2img",
          "run",
          "deploy",
          "deployment",
          "decode",
          "completion",
          "example",
          "examples",
          "client",
          "api",
          "playground",
          "quickstart",
          "cookbook",
          "recipes",
          "usage",
          "sampling",
          "samplers",
          "runtime",
          "engine",
          "vllm",
          "repl",
          "talk",
          "listen",
          "segment",
          "synthesize",
          "tts",
          "t2v",
          "i2v");

  private Zones() {}

  /// The words of a path, in lower case.
  public static List<String> words(String path) {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    char before = ' ';
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean letter = Character.isLetterOrDigit(c);
      boolean hump = Character.isUpperCase(c) && Character.isLowerCase(before);
      if ((!letter || hump) && !word.isEmpty()) {
        words.add(word.toString().toLowerCase(Locale.ROOT));
        word.setLength(0);
      }
      if (letter) {
        word.append(c);
      }
      before = c;
    }
    if (!word.isEmpty()) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  /// The zones of a file.
  public static Set<Zone> of(String path) {
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    String name = path.substring(slash + 1);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    Set<String> folders = new HashSet<>(words(folder));
    List<String> nameWords = words(stem);
    Set<String> file = new HashSet<>(nameWords);
    Set<String> any = new HashSet<>(folders);
    any.addAll(file);
    Set<Zone> zones = EnumSet.noneOf(Zone.class);

    String first = nameWords.isEmpty() ? "" : nameWords.getFirst();
    String last = nameWords.isEmpty() ? "" : nameWords.getLast();
    boolean testFolder =
        folders.contains("tests")
            || folders.contains("unittest")
            || folders.contains("unittests")
            || List.of(folder.toLowerCase(Locale.ROOT).split("/")).contains("test")
            || folders.contains("testing");
    if (testFolder
        || first.equals("test")
        || (last.equals("test") && nameWords.size() > 1)
        || stem.equals("conftest")
        || last.equals("tests")) {
      zones.add(Zone.TEST);
    }
    for (String part : folder.toLowerCase(Locale.ROOT).split("/")) {
      if (VENDOR.contains(part) || part.endsWith("monkey_patch")) {
        zones.add(Zone.VENDORED);
      }
    }
    if (stem.toLowerCase(Locale.ROOT).contains("monkey_patch")) {
      zones.add(Zone.VENDORED);
    }
    if (folders.contains("docs")
        || folders.contains("doc")
        || folders.contains("documentation")
        || folders.contains("tutorial")
        || folders.contains("tutorials")) {
      zones.add(Zone.DOCS);
    }
    if (any.contains("demo")
        || any.contains("demos")
        || any.contains("colab")
        || any.contains("tutorial")
        || any.contains("playground")) {
      zones.add(Zone.DEMO);
    }
    if (any.contains("jmh")
        || any.contains("benchmark")
        || any.contains("benchmarks")
        || any.contains("bench")
        || any.contains("profiling")
        || any.contains("profiler")) {
      zones.add(Zone.BENCHMARK);
    }
    if (meets(any, EVAL)
        || stem.equals("val")
        || stem.equals("validate")
        || prefixed(file, "eval")
        || prefixed(folders, "eval")
        || (file.contains("score") && !file.contains("sde"))
        || (zones.contains(Zone.BENCHMARK) && meets(file, Set.of("accuracy", "score", "eval")))) {
      zones.add(Zone.EVALUATION);
    }
    if (meets(any, DATA)
        || meets(file, DATA_VERBS) && meets(any, DATA)
        || DATA_VERBS.contains(first) && nameWords.size() > 1 && !meets(file, MODEL_NOUNS)
        || folders.contains("process")
        || folders.contains("prep")
        || folders.contains("preproc")
        || file.contains("tokenize")
        || first.equals("prepare")
        || first.equals("dataprep")) {
      zones.add(Zone.DATA);
    }
    if (tunes(any) || (any.contains("fine") && (any.contains("tune") || any.contains("tuning")))) {
      zones.add(Zone.FINE_TUNING);
    }
    any.remove("pretrained");
    any.remove("trained");
    if (prefixed(any, "pretrain")
        || (any.contains("pre") && prefixed(any, "train"))
        || any.contains("scratch")) {
      zones.add(Zone.PRE_TRAINING);
    }
    if (prefixed(any, "train")
        || any.contains("trainer")
        || any.contains("engine")
        || any.contains("solver")
        || any.contains("solvers")
        || any.contains("learner")
        || zones.contains(Zone.PRE_TRAINING)) {
      zones.add(Zone.TRAINING);
    }
    if (meets(any, RUN) || meets(file, RUN_FILES) && !file.contains("main")) {
      zones.add(Zone.INFERENCE);
    }
    if (prefixed(any, "tokeniz")
        || prefixed(any, "tokenis")
        || any.contains("vocab")
        || any.contains("bpe")) {
      zones.add(Zone.TOKENIZER);
    }
    boolean judges = prefixed(any, "classif") || any.contains("probe") || any.contains("probing");
    if (any.contains("fasttext")
        || any.contains("kenlm")
        || any.contains("quality")
        || any.contains("probe")
        || any.contains("probing")
        || any.contains("ablation")
        || any.contains("ablations")
        || any.contains("langid")
        || (judges
            && (zones.contains(Zone.DATA)
                || zones.contains(Zone.EVALUATION)
                || any.contains("edu")))) {
      zones.add(Zone.AUXILIARY);
    }
    if (prefixed(file, "optim")
        || prefixed(file, "loss")
        || prefixed(file, "callback")
        || file.contains("util")
        || file.contains("utils")
        || file.contains("helper")
        || file.contains("helpers")
        || file.contains("scheduler")
        || file.contains("schedulers")
        || file.contains("hooks")
        || file.contains("checkpointing")
        || folders.contains("kernels")
        || folders.contains("ops")
        || folders.contains("optim")
        || folders.contains("optimizer")
        || folders.contains("optimizers")
        || folders.contains("callbacks")) {
      zones.add(Zone.SUPPORT);
    }
    if (file.contains("convert")
        || file.contains("conversion")
        || file.contains("export")
        || folders.contains("conversion")
        || folders.contains("convert")
        || (file.contains("merge") && (file.contains("lora") || file.contains("weights")))) {
      zones.add(Zone.CONVERSION);
    }
    if (prefixed(any, "model")
        || any.contains("net")
        || any.contains("nets")
        || any.contains("network")
        || any.contains("networks")
        || any.contains("architecture")
        || any.contains("architectures")
        || any.contains("transformer")
        || any.contains("backbone")
        || any.contains("backbones")
        || any.contains("nn")
        || any.contains("modules")
        || any.contains("layers")) {
      zones.add(Zone.MODEL);
    }
    return zones;
  }

  /// Whether a path names a step that only training data goes through.
  public static boolean makesData(String path) {
    Set<String> words = new HashSet<>(words(path));
    return prefixed(words, "dedup")
        || prefixed(words, "decontamin")
        || words.contains("minhash")
        || words.contains("lsh")
        || words.contains("commoncrawl")
        || words.contains("bloomfilter");
  }

  /// Whether a file's name says that it runs something.
  public static boolean runs(String name) {
    Set<String> words = new HashSet<>(words(name));
    return meets(words, RUN) || meets(words, RUN_FILES);
  }

  private static final Set<String> RUN_FILES =
      Set.of(
          "separate",
          "denoise",
          "enhance",
          "apply",
          "upscale",
          "translate",
          "summarize",
          "embed",
          "restore",
          "recognize",
          "caption",
          "answer",
          "classify",
          "score_image",
          "colorize",
          "speak",
          "diarize",
          "align",
          "fold",
          "dock",
          "design",
          "complete",
          "try",
          "main");

  private static boolean tunes(Set<String> words) {
    return meets(words, TUNE)
        || prefixed(words, "finetun")
        || prefixed(words, "instruct")
        || prefixed(words, "align")
        || prefixed(words, "distill")
        || prefixed(words, "posttrain");
  }

  private static boolean meets(Set<String> words, Set<String> known) {
    for (String word : words) {
      if (known.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean prefixed(Set<String> words, String prefix) {
    for (String word : words) {
      if (word.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
