package dev.assay.formats.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Formats;
import dev.assay.formats.Sample;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Note;
import dev.assay.model.Weights;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ImportsTest {
  private static Weights read(byte[] pickle) {
    FileEntry entry = FileEntry.file("x.pkl", pickle.length);
    ByteSource bytes = ByteSource.of(pickle);
    return Formats.recognise(entry, bytes.head(Formats.HEAD), bytes)
        .map(f -> Formats.read(f, "test", entry, bytes))
        .orElseThrow();
  }

  private static byte[] latin(String s) {
    return s.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> dangers(String pickle) {
    return read(latin(pickle)).dangers().stream()
        .filter(n -> n.kind() == Note.Kind.DANGER)
        .map(Note::text)
        .toList();
  }

  @Test
  void whatRunsCommandsIsSaidByModuleAndName() {
    assertThat(dangers("\u0080\u0002cos\nsystem\nX\u0002\0\0\0id\u0085R."))
        .singleElement()
        .asString()
        .contains("os.system")
        .contains("runs commands");
  }

  @Test
  void whatIsNotKnownRunsOnLoadToo() {
    assertThat(dangers("\u0080\u0002cmy.models\nNet\n)\u0081."))
        .containsExactly("imports my.models.Net, which runs on load");
  }

  @Test
  void whatMakesPlainValuesIsHarmless() {
    assertThat(dangers("\u0080\u0002ccollections\nOrderedDict\n)R.")).isEmpty();
    assertThat(dangers("\u0080\u0002csklearn.svm._classes\nSVC\n)\u0081.")).isEmpty();
  }

  @Test
  void layersOfTheFrameworkAreToldAndNeedNoTrustInAnybodyElse() {
    String sequential = "\u0080\u0002ctorch.nn.modules.container\nSequential\n)\u0081.";
    // However many layers: one sentence.
    String two = "\u0080\u0002ctorch.nn.modules.linear\nLinear\n)\u0081" + sequential.substring(2);
    assertThat(dangers(two)).singleElement().asString().contains("weights_only=False");
    assertThat(Sample.facts(read(latin(sequential)), Weights.Topic.ARCHITECTURE))
        .containsExactly("torch.nn.modules.container.Sequential");
    assertThat(Sample.facts(read(latin(sequential)), Weights.Topic.REMOTE_CODE)).isEmpty();
    assertThat(dangers("\u0080\u0002ctorch.nn.modules.container\n_import\n)R.")).hasSize(1);
    assertThat(dangers("\u0080\u0002ctorch.hub\nload\n)R.")).hasSize(1);
  }

  @Test
  void aDottedNameReachesIntoAttributes() {
    assertThat(
            dangers("\u0080\u0004\u008c\u000bcollections\u008c\u0014OrderedDict.__init__\u0093."))
        .hasSize(1);
  }

  @Test
  void namesFromMemoryAreFollowed() {
    // "os" and "system" are remembered, dropped, and fetched again for STACK_GLOBAL.
    assertThat(
            dangers(
                "\u0080\u0004\u008c\u0002os\u0094\u008c\u0006system\u00940"
                    + "0h\0h\u0001\u0093)R."))
        .singleElement()
        .asString()
        .contains("os.system");
  }

  @Test
  void namesThatAreComputedAreADangerOfTheirOwn() {
    assertThat(dangers("\u0080\u0004K\u0001K\u0002\u0093)R."))
        .singleElement()
        .asString()
        .contains("STACK_GLOBAL");
  }

  @Test
  void theRegistryOfExtensionsHidesWhatRuns() {
    assertThat(dangers("\u0080\u0002\u0082\u0005)R.")).singleElement().asString().contains("EXT");
  }

  @Test
  void whatStandsBeforeTheDamageHasRun() {
    Weights w = read(latin("\u0080\u0002cos\nsystem\n)R\u00ff\u00ff"));
    assertThat(w.status()).isEqualTo(Weights.Status.MALFORMED);
    assertThat(w.dangers()).hasSize(1);
  }

  @Test
  void aStackThatDoesNotFitHidesNothingBehindIt() {
    Weights w = read(latin("\u0080\u00020t0cos\nsystem\n)R."));
    assertThat(w.status()).isEqualTo(Weights.Status.MALFORMED);
    assertThat(w.dangers()).anyMatch(n -> n.text().contains("os.system"));
  }

  @Test
  void everyPickleInARowIsWalked() {
    assertThat(dangers("\u0080\u0002N.\u0080\u0002N.\u0080\u0002cnt\nsystem\n)R.")).hasSize(1);
  }

  @Test
  void packedPicklesAreUnpackedToLook() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(latin("\u0080\u0003cbuiltins\neval\nX\u0001\0\0\0" + "1\u0085R."));
    }
    Weights w = read(out.toByteArray());
    assertThat(w.format()).isEqualTo("joblib");
    assertThat(w.dangers()).anyMatch(n -> n.text().contains("builtins.eval"));
  }

  @Test
  void theOldestProtocolsAreTextAndAreWalkedToo() {
    for (String pickle :
        List.of(
            "cposix\nsystem\n(S'id'\ntR.",
            "(S'id'\niposix\nsystem\n.",
            "(cposix\nsystem\nS'id'\no.")) {
      assertThat(dangers(pickle)).as(pickle).hasSize(1);
    }
  }
}
