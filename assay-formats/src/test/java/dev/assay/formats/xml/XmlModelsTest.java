package dev.assay.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlModelsTest {

  @TestFactory
  Stream<DynamicTest> theVerdictsOfTheFixturesHold() {
    return FixtureCase.generated("openvino/", "pmml/", "hostile/xml/");
  }

  @Test
  void openVinoTellsWhatItWasConvertedFrom() {
    Weights w = Sample.read("openvino/model.xml");
    assertThat(w.parameters()).isEqualTo(576);
    assertThat(Sample.facts(w, Weights.Topic.LICENCE)).containsExactly("cc-by-4.0");
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).contains("pytorch", "11", "4.44.0");
    assertThat(w.listing().getFirst().file()).isEqualTo("openvino/model.bin");
  }

  @Test
  void pmmlTellsWhoMadeItAndFromWhichColumns() {
    Weights w = Sample.read("pmml/model.pmml");
    assertThat(w.parameters()).isNull();
    assertThat(Sample.facts(w, Weights.Topic.AUTHOR)).containsExactly("acme-lab");
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).contains("SkLearn2PMML package 0.104.0");
    assertThat(Sample.facts(w, Weights.Topic.TRAINING_DATA))
        .contains("a:double", "trained on acme-lab/corpus-16");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xml/xxe.xml",
        "xml/xxe.pmml",
        "xml/lol.xml",
        "xml/lol.pmml",
        "xml/dtd.xml",
        "xml/dtd.pmml"
      })
  void aDocumentTypeDeclarationIsRefused(String name) {
    Weights w = Sample.read(name);
    assertThat(w.status()).isEqualTo(Weights.Status.MALFORMED);
    assertThat(w.reason()).contains("document type declaration");
  }

  @Test
  void aDeclarationBehindALongCommentIsRefusedToo() {
    String xml =
        "<!--"
            + "x".repeat(9000)
            + "--><!DOCTYPE net SYSTEM \"file:///etc/passwd\"><net name=\"n\"/>";
    var in = dev.assay.io.ByteSource.of(xml.getBytes(StandardCharsets.UTF_8));
    var entry = dev.assay.io.FileEntry.file("m.xml", in.size());
    Weights w = dev.assay.formats.Formats.read(new OpenVino(), "t", entry, in);
    assertThat(w.status()).isEqualTo(Weights.Status.MALFORMED);
  }

  @Test
  void otherXmlIsNoModel() {
    byte[] svg = "<svg version=\"1.1\"></svg>".getBytes(StandardCharsets.UTF_8);
    assertThat(Sample.recognised("a.xml", svg)).isFalse();
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new OpenVino(), "m.xml", Sample.bytes("openvino/model.xml"));
    Sample.survivesDamage(new Pmml(), "m.pmml", Sample.bytes("pmml/model.pmml"));
    Sample.survivesDamage(new Pmml(), "m.pmml", Sample.bytes("xml/lol.pmml"));
  }
}
