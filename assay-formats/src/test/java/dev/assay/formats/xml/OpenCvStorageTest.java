package dev.assay.formats.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import org.junit.jupiter.api.Test;

/// Storages of OpenCV: of models, and of other things.
class OpenCvStorageTest {
  private static byte[] xml(String inner) {
    return ("<?xml version=\"1.0\"?>\n<opencv_storage>\n" + inner + "\n</opencv_storage>\n")
        .getBytes(UTF_8);
  }

  @Test
  void aCascadeIsAModel() {
    Weights w =
        Sample.read(
            "gull_face.xml",
            xml(
                "<cascade type_id=\"opencv-cascade-classifier\"><stageType>BOOST</stageType></cascade>"));
    assertThat(w.format()).isEqualTo("opencv");
    assertThat(w.kind()).isEqualTo(Weights.Kind.MODEL);
    assertThat(w.metadata())
        .anyMatch(f -> f.value().equals("opencv-cascade-classifier") && f.evidence() != null);
    assertThat(
            Sample.recognised(
                "digits.yml", "%YAML:1.0\n---\nopencv_ml_svm:\n   format: 3\n".getBytes(UTF_8)))
        .isTrue();
  }

  @Test
  void aLicenceMayStandBeforeIt() {
    String licence = "<!-- " + "Permission is granted. ".repeat(60) + "-->\n";
    assertThat(
            Sample.recognised(
                "gull_face.xml",
                xml(licence + "<cascade>\n  <stageType>BOOST</stageType></cascade>")))
        .isTrue();
  }

  @Test
  void aStorageOfSomethingElseIsNone() {
    assertThat(
            Sample.recognised(
                "camera.xml", xml("<matrix type_id=\"opencv-matrix\"><rows>3</rows></matrix>")))
        .isFalse();
    assertThat(Sample.recognised("a.xml", "<x>opencv-cascade-classifier</x>".getBytes(UTF_8)))
        .isFalse();
    assertThat(Sample.recognised("a.txt", xml("<cascade type_id=\"opencv-cascade-classifier\"/>")))
        .isFalse();
  }
}
