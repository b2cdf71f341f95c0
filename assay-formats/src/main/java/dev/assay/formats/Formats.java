package dev.assay.formats;

import dev.assay.formats.archive.CutArchive;
import dev.assay.formats.archive.PackedFile;
import dev.assay.formats.config.ClosedArchive;
import dev.assay.formats.config.ModelConfig;
import dev.assay.formats.config.TemplateFile;
import dev.assay.formats.flax.FlaxMsgPack;
import dev.assay.formats.frameworks.Caffe;
import dev.assay.formats.frameworks.CompiledCoreMl;
import dev.assay.formats.frameworks.CoreMl;
import dev.assay.formats.frameworks.Darknet;
import dev.assay.formats.frameworks.DeviceModel;
import dev.assay.formats.frameworks.Dl4j;
import dev.assay.formats.frameworks.MindSpore;
import dev.assay.formats.frameworks.Ncnn;
import dev.assay.formats.frameworks.NeMo;
import dev.assay.formats.frameworks.Paddle;
import dev.assay.formats.ggml.Gguf;
import dev.assay.formats.ggml.LegacyGgml;
import dev.assay.formats.java.SavedObject;
import dev.assay.formats.keras.KerasH5;
import dev.assay.formats.keras.KerasZip;
import dev.assay.formats.language.OpenNlp;
import dev.assay.formats.language.SpacyConfig;
import dev.assay.formats.language.SpacyMeta;
import dev.assay.formats.lua.Torch7;
import dev.assay.formats.matlab.Mat5;
import dev.assay.formats.numpy.Npy;
import dev.assay.formats.numpy.Npz;
import dev.assay.formats.onnx.Onnx;
import dev.assay.formats.pickle.Pickle;
import dev.assay.formats.pickle.Skops;
import dev.assay.formats.pickle.TorchLegacy;
import dev.assay.formats.pickle.TorchZip;
import dev.assay.formats.pickle.ZipOfPickles;
import dev.assay.formats.pointer.LfsPointer;
import dev.assay.formats.programs.Kaldi;
import dev.assay.formats.programs.KataGo;
import dev.assay.formats.programs.Lc0;
import dev.assay.formats.programs.Llamafile;
import dev.assay.formats.programs.Nnue;
import dev.assay.formats.programs.RnnoiseNu;
import dev.assay.formats.programs.Sphinx;
import dev.assay.formats.programs.Tesseract;
import dev.assay.formats.programs.WeightBlob;
import dev.assay.formats.safetensors.Safetensors;
import dev.assay.formats.safetensors.ShardIndex;
import dev.assay.formats.sources.JsonWeights;
import dev.assay.formats.sources.ListedWeights;
import dev.assay.formats.sources.WrittenWeights;
import dev.assay.formats.tensorflow.KerasMetadata;
import dev.assay.formats.tensorflow.SavedModel;
import dev.assay.formats.tensorflow.TfCheckpoint;
import dev.assay.formats.tensorflow.TfJs;
import dev.assay.formats.tensorflow.TfLite;
import dev.assay.formats.tokenizer.FastTokenizer;
import dev.assay.formats.tokenizer.SentencePiece;
import dev.assay.formats.tokenizer.VocabularyFile;
import dev.assay.formats.trees.CatBoost;
import dev.assay.formats.trees.H2oMojo;
import dev.assay.formats.trees.LightGbm;
import dev.assay.formats.trees.XgBoost;
import dev.assay.formats.vectors.FastText;
import dev.assay.formats.vectors.Word2Vec;
import dev.assay.formats.xml.OpenCvStorage;
import dev.assay.formats.xml.OpenVino;
import dev.assay.formats.xml.Pmml;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The list of formats, in the order in which they are asked.
public final class Formats {
  /// How many of a file's first bytes recognition may look at.
  public static final int HEAD = 4096;

  private static final List<WeightsFormat> ALL =
      List.of(
          // A pointer stands in the place of another file, so it goes before all names.
          new LfsPointer(),
          // Formats with a mark of their own.
          new Safetensors(),
          new ShardIndex(),
          new FastTokenizer(),
          new SentencePiece(),
          new ModelConfig(),
          new Gguf(),
          new LegacyGgml(),
          new Onnx(),
          new Npy(),
          new Npz(),
          new KerasZip(),
          new OpenNlp(),
          new Dl4j(),
          new Llamafile(),
          new Mat5(),
          new Torch7(),
          new KerasH5(),
          new TfLite(),
          SavedModel.saved(),
          new CoreMl(),
          new KerasMetadata(),
          SavedModel.frozen(),
          new MindSpore(),
          new Caffe(),
          new TfCheckpoint(),
          new TfJs(),
          new Paddle(),
          new XgBoost(),
          new LightGbm(),
          new CatBoost(),
          new SpacyMeta(),
          new SpacyConfig(),
          new OpenVino(),
          new Pmml(),
          new OpenCvStorage(),
          new SavedObject(),
          new Tesseract(),
          new Nnue(),
          new Kaldi(),
          new Sphinx(),
          new Lc0(),
          new KataGo(),
          new WeightBlob(),
          new RnnoiseNu(),
          new CompiledCoreMl(),
          new NeMo(),
          new Ncnn(),
          new Darknet(),
          DeviceModel.tensorRt(),
          DeviceModel.rknn(),
          DeviceModel.executorch(),
          DeviceModel.liteRtLm(),
          // Zips, each by what is in it.
          TorchZip.script(),
          TorchZip.states(),
          new TorchLegacy(),
          new Pickle(),
          new Skops(),
          new H2oMojo(),
          new ZipOfPickles(),
          new CutArchive(),
          // Behind what unpacks for itself: pickles, and networks of games.
          new PackedFile(),
          new ClosedArchive(),
          new TemplateFile(),
          // What has no magic, or hardly one, is asked last.
          new FlaxMsgPack(),
          new FastText(),
          Word2Vec.binary(),
          Word2Vec.text(),
          new WrittenWeights(),
          new JsonWeights(),
          new ListedWeights(),
          new VocabularyFile());

  private Formats() {}

  /// Every format that Assay reads. A new one is one line here.
  public static List<WeightsFormat> all() {
    return ALL;
  }

  /// The format of a file, by content; where no content is known, by a name that admits one format
  /// only.
  ///
  /// @param entry its name and size
  /// @param head its first bytes, at most {@link #HEAD}
  /// @param bytes its bytes, of which few more are read, and only where the head leaves a doubt
  public static Optional<WeightsFormat> recognise(FileEntry entry, byte[] head, ByteSource bytes) {
    for (WeightsFormat f : head.length == 0 ? ALL : beginning(head[0] & 0xff)) {
      if (f.recognises(entry, head) && confirms(f, entry, bytes)) {
        return Optional.of(f);
      }
    }
    return named(entry.name().toLowerCase(Locale.ROOT));
  }

  /// The formats of files that begin with a byte, by that byte; made when one is first met.
  private static final AtomicReferenceArray<@Nullable List<WeightsFormat>> BEGINNING =
      new AtomicReferenceArray<>(256);

  private static List<WeightsFormat> beginning(int first) {
    List<WeightsFormat> formats = BEGINNING.get(first);
    if (formats == null) {
      var may = new ArrayList<WeightsFormat>();
      for (WeightsFormat f : ALL) {
        if (f.begins().isEmpty() || f.begins().indexOf(first) >= 0) {
          may.add(f);
        }
      }
      formats = List.copyOf(may);
      BEGINNING.set(first, formats);
    }
    return formats;
  }

  /// The endings of names that admit one format only, by what follows their last dot.
  private static final Map<String, Map<String, WeightsFormat>> BY_ENDING = byEnding();

  private static Map<String, Map<String, WeightsFormat>> byEnding() {
    var all = new HashMap<String, Map<String, WeightsFormat>>();
    for (WeightsFormat f : ALL) {
      for (String ending : f.endings()) {
        String last = ending.substring(ending.lastIndexOf('.'));
        all.computeIfAbsent(last, k -> new HashMap<>()).put(ending, f);
      }
    }
    return all;
  }

  private static Optional<WeightsFormat> named(String name) {
    int dot = name.lastIndexOf('.');
    Map<String, WeightsFormat> endings =
        dot < 0 ? Map.of() : BY_ENDING.getOrDefault(name.substring(dot), Map.of());
    for (Map.Entry<String, WeightsFormat> e : endings.entrySet()) {
      if (name.endsWith(e.getKey())) {
        return Optional.of(e.getValue());
      }
    }
    return Optional.empty();
  }

  private static boolean confirms(WeightsFormat format, FileEntry entry, ByteSource bytes) {
    try {
      return format.confirms(entry, bytes);
    } catch (Malformed e) {
      return false;
    }
  }

  /// Reads a header; whatever is wrong with it is in the result.
  public static Weights read(
      WeightsFormat format, String source, FileEntry entry, ByteSource bytes) {
    var counted = new CountedSource(bytes);
    Weights read;
    try {
      read = format.read(source, entry, counted);
    } catch (Malformed e) {
      read = malformed(format, source, entry, e.describe());
    } catch (ArithmeticException e) {
      // Sums of sizes that no file can have; readers check products themselves.
      read = malformed(format, source, entry, "sizes add up to more than any file holds");
    }
    if (bytes.size() == 0 && read.status() == Weights.Status.OK) {
      read = without(format, source, entry, Weights.Status.INCOMPLETE, "the file is empty");
    }
    return read.withHeaderBytes(counted.bytesRead());
  }

  private static Weights malformed(
      WeightsFormat format, String source, FileEntry entry, String reason) {
    return without(format, source, entry, Weights.Status.MALFORMED, reason);
  }

  private static Weights without(
      WeightsFormat format, String source, FileEntry entry, Weights.Status status, String reason) {
    return new Weights(
        entry.path(),
        List.of(entry.path()),
        format.id(),
        status,
        reason,
        format.kind(),
        0,
        null,
        Map.of(),
        null,
        null,
        List.of(),
        List.of(),
        0,
        new Evidence(source, entry.path(), new Span.Listing(), "", null),
        List.of());
  }
}
