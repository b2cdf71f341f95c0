package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.archive.CutArchive;
import dev.assay.formats.archive.PackedFile;
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

/// One target for each reader of a weights format. The build runs the seeds; `bench/fuzz` looks for
/// more.
class FormatsFuzzTest {

  @FuzzTest(maxDuration = "")
  void recognised(byte[] data) {
    Reads.survive("m.bin", data);
  }

  @FuzzTest(maxDuration = "")
  void safetensors(byte[] data) {
    Reads.survive(new Safetensors(), "m.safetensors", data);
  }

  @FuzzTest(maxDuration = "")
  void shardIndex(byte[] data) {
    Reads.survive(new ShardIndex(), "model.safetensors.index.json", data);
  }

  @FuzzTest(maxDuration = "")
  void gguf(byte[] data) {
    Reads.survive(new Gguf(), "m.gguf", data);
  }

  @FuzzTest(maxDuration = "")
  void legacyGgml(byte[] data) {
    Reads.survive(new LegacyGgml(), "m.bin", data);
  }

  @FuzzTest(maxDuration = "")
  void lfsPointer(byte[] data) {
    Reads.survive(new LfsPointer(), "m.safetensors", data);
  }

  @FuzzTest(maxDuration = "")
  void onnx(byte[] data) {
    Reads.survive(new Onnx(), "m.onnx", data);
  }

  @FuzzTest(maxDuration = "")
  void torchZip(byte[] data) {
    Reads.survive(TorchZip.states(), "m.pt", data);
  }

  @FuzzTest(maxDuration = "")
  void torchScript(byte[] data) {
    Reads.survive(TorchZip.script(), "m.pt", data);
  }

  @FuzzTest(maxDuration = "")
  void torchLegacy(byte[] data) {
    Reads.survive(new TorchLegacy(), "m.pth", data);
  }

  @FuzzTest(maxDuration = "")
  void pickle(byte[] data) {
    Reads.survive(new Pickle(), "m.pkl", data);
  }

  @FuzzTest(maxDuration = "")
  void skops(byte[] data) {
    Reads.survive(new Skops(), "m.skops", data);
  }

  @FuzzTest(maxDuration = "")
  void zipOfPickles(byte[] data) {
    Reads.survive(new ZipOfPickles(), "m.zip", data);
  }

  @FuzzTest(maxDuration = "")
  void npy(byte[] data) {
    Reads.survive(new Npy(), "m.npy", data);
  }

  @FuzzTest(maxDuration = "")
  void npz(byte[] data) {
    Reads.survive(new Npz(), "m.npz", data);
  }

  @FuzzTest(maxDuration = "")
  void matlab(byte[] data) {
    Reads.survive(new Mat5(), "m.mat", data);
  }

  @FuzzTest(maxDuration = "")
  void writtenWeights(byte[] data) {
    Reads.survive(new WrittenWeights(), "weights.c", data);
  }

  @FuzzTest(maxDuration = "")
  void jsonWeights(byte[] data) {
    Reads.survive(new JsonWeights(), "models/net.json", data);
  }

  @FuzzTest(maxDuration = "")
  void listedWeights(byte[] data) {
    Reads.survive(new ListedWeights(), "models/net.txt", data);
  }

  @FuzzTest(maxDuration = "")
  void savedObject(byte[] data) {
    Reads.survive(new SavedObject(), "model.ser", data);
  }

  @FuzzTest(maxDuration = "")
  void openCvStorage(byte[] data) {
    Reads.survive(new OpenCvStorage(), "cascade.xml", data);
  }

  @FuzzTest(maxDuration = "")
  void torch7(byte[] data) {
    Reads.survive(new Torch7(), "m.t7", data);
  }

  @FuzzTest(maxDuration = "")
  void kerasH5(byte[] data) {
    Reads.survive(new KerasH5(), "m.h5", data);
  }

  @FuzzTest(maxDuration = "")
  void kerasZip(byte[] data) {
    Reads.survive(new KerasZip(), "m.keras", data);
  }

  @FuzzTest(maxDuration = "")
  void tfLite(byte[] data) {
    Reads.survive(new TfLite(), "m.tflite", data);
  }

  @FuzzTest(maxDuration = "")
  void savedModel(byte[] data) {
    Reads.survive(SavedModel.saved(), "saved_model.pb", data);
  }

  @FuzzTest(maxDuration = "")
  void graphDef(byte[] data) {
    Reads.survive(SavedModel.frozen(), "m.pb", data);
  }

  @FuzzTest(maxDuration = "")
  void kerasMetadata(byte[] data) {
    Reads.survive(new KerasMetadata(), "keras_metadata.pb", data);
  }

  @FuzzTest(maxDuration = "")
  void tfCheckpoint(byte[] data) {
    Reads.survive(new TfCheckpoint(), "m.index", data);
  }

  @FuzzTest(maxDuration = "")
  void tfJs(byte[] data) {
    Reads.survive(new TfJs(), "model.json", data);
  }

  @FuzzTest(maxDuration = "")
  void coreMl(byte[] data) {
    Reads.survive(new CoreMl(), "m.mlmodel", data);
  }

  @FuzzTest(maxDuration = "")
  void caffe(byte[] data) {
    Reads.survive(new Caffe(), "m.caffemodel", data);
  }

  @FuzzTest(maxDuration = "")
  void compiledCoreMl(byte[] data) {
    Reads.survive(new CompiledCoreMl(), "metadata.json", data);
  }

  @FuzzTest(maxDuration = "")
  void darknet(byte[] data) {
    Reads.survive(new Darknet(), "m.cfg", data);
  }

  @FuzzTest(maxDuration = "")
  void ncnn(byte[] data) {
    Reads.survive(new Ncnn(), "m.param", data);
  }

  @FuzzTest(maxDuration = "")
  void neMo(byte[] data) {
    Reads.survive(new NeMo(), "m.nemo", data);
  }

  @FuzzTest(maxDuration = "")
  void lc0(byte[] data) {
    Reads.survive(new Lc0(), "m.pb.gz", data);
  }

  @FuzzTest(maxDuration = "")
  void kataGo(byte[] data) {
    Reads.survive(new KataGo(), "m.bin.gz", data);
  }

  @FuzzTest(maxDuration = "")
  void weightBlob(byte[] data) {
    Reads.survive(new WeightBlob(), "weights_blob.bin", data);
  }

  @FuzzTest(maxDuration = "")
  void rnnoiseNu(byte[] data) {
    Reads.survive(new RnnoiseNu(), "m.rnnn", data);
  }

  @FuzzTest(maxDuration = "")
  void tensorRt(byte[] data) {
    Reads.survive(DeviceModel.tensorRt(), "m.engine", data);
  }

  @FuzzTest(maxDuration = "")
  void rknn(byte[] data) {
    Reads.survive(DeviceModel.rknn(), "m.rknn", data);
  }

  @FuzzTest(maxDuration = "")
  void executorch(byte[] data) {
    Reads.survive(DeviceModel.executorch(), "m.pte", data);
  }

  @FuzzTest(maxDuration = "")
  void liteRtLm(byte[] data) {
    Reads.survive(DeviceModel.liteRtLm(), "m.litertlm", data);
  }

  @FuzzTest(maxDuration = "")
  void mindSpore(byte[] data) {
    Reads.survive(new MindSpore(), "m.ckpt", data);
  }

  @FuzzTest(maxDuration = "")
  void paddle(byte[] data) {
    Reads.survive(new Paddle(), "m.pdiparams", data);
  }

  @FuzzTest(maxDuration = "")
  void dl4j(byte[] data) {
    Reads.survive(new Dl4j(), "m.zip", data);
  }

  @FuzzTest(maxDuration = "")
  void openNlp(byte[] data) {
    Reads.survive(new OpenNlp(), "m.bin", data);
  }

  @FuzzTest(maxDuration = "")
  void spacyMeta(byte[] data) {
    Reads.survive(new SpacyMeta(), "meta.json", data);
  }

  @FuzzTest(maxDuration = "")
  void spacyConfig(byte[] data) {
    Reads.survive(new SpacyConfig(), "config.cfg", data);
  }

  @FuzzTest(maxDuration = "")
  void xgBoost(byte[] data) {
    Reads.survive(new XgBoost(), "m.ubj", data);
  }

  @FuzzTest(maxDuration = "")
  void lightGbm(byte[] data) {
    Reads.survive(new LightGbm(), "m.txt", data);
  }

  @FuzzTest(maxDuration = "")
  void catBoost(byte[] data) {
    Reads.survive(new CatBoost(), "m.cbm", data);
  }

  @FuzzTest(maxDuration = "")
  void openVino(byte[] data) {
    Reads.survive(new OpenVino(), "m.xml", data);
  }

  @FuzzTest(maxDuration = "")
  void pmml(byte[] data) {
    Reads.survive(new Pmml(), "m.pmml", data);
  }

  @FuzzTest(maxDuration = "")
  void flax(byte[] data) {
    Reads.survive(new FlaxMsgPack(), "m.msgpack", data);
  }

  @FuzzTest(maxDuration = "")
  void fastText(byte[] data) {
    Reads.survive(new FastText(), "m.bin", data);
  }

  @FuzzTest(maxDuration = "")
  void word2VecBinary(byte[] data) {
    Reads.survive(Word2Vec.binary(), "m.bin", data);
  }

  @FuzzTest(maxDuration = "")
  void word2VecText(byte[] data) {
    Reads.survive(Word2Vec.text(), "m.vec", data);
  }

  @FuzzTest(maxDuration = "")
  void tesseract(byte[] data) {
    Reads.survive(new Tesseract(), "m.traineddata", data);
  }

  @FuzzTest(maxDuration = "")
  void nnue(byte[] data) {
    Reads.survive(new Nnue(), "m.nnue", data);
  }

  @FuzzTest(maxDuration = "")
  void kaldi(byte[] data) {
    Reads.survive(new Kaldi(), "final.mdl", data);
  }

  @FuzzTest(maxDuration = "")
  void sphinx(byte[] data) {
    Reads.survive(new Sphinx(), "means", data);
  }

  @FuzzTest(maxDuration = "")
  void llamafile(byte[] data) {
    Reads.survive(new Llamafile(), "m.llamafile", data);
  }

  @FuzzTest(maxDuration = "")
  void modelConfig(byte[] data) {
    Reads.survive(new ModelConfig(), "config.json", data);
  }

  @FuzzTest(maxDuration = "")
  void templateFile(byte[] data) {
    Reads.survive(new TemplateFile(), "chat_template.jinja", data);
  }

  @FuzzTest(maxDuration = "")
  void fastTokenizer(byte[] data) {
    Reads.survive(new FastTokenizer(), "tokenizer.json", data);
  }

  @FuzzTest(maxDuration = "")
  void sentencePiece(byte[] data) {
    Reads.survive(new SentencePiece(), "tokenizer.model", data);
  }

  @FuzzTest(maxDuration = "")
  void vocabularyFile(byte[] data) {
    Reads.survive(new VocabularyFile(), "vocab.txt", data);
  }

  @FuzzTest(maxDuration = "")
  void cutArchive(byte[] data) {
    Reads.survive(new CutArchive(), "m.zip", data);
  }

  @FuzzTest(maxDuration = "")
  void packedFile(byte[] data) {
    Reads.survive(new PackedFile(), "m.hdf5.xz", data);
  }

  @FuzzTest(maxDuration = "")
  void h2oMojo(byte[] data) {
    Reads.survive(new H2oMojo(), "m.zip", data);
  }
}
