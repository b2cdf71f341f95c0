package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.code.CodeReader;
import dev.assay.code.reading.Question;
import dev.assay.code.reading.Reading;
import dev.assay.code.reading.WordWeights;
import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.text.DocumentReader;

/// One target for each reader of text: documents with their front matter, code, licences.
class TextFuzzTest {
  private static final LicenceEngine LICENCES = LicenceEngine.load();

  @FuzzTest(maxDuration = "")
  void document(byte[] data) {
    DocumentReader.read(TextFile.of("fuzz", "README.md", data, true));
  }

  @FuzzTest(maxDuration = "")
  void restructuredText(byte[] data) {
    DocumentReader.read(TextFile.of("fuzz", "README.rst", data, true));
  }

  @FuzzTest(maxDuration = "")
  void asciiDoc(byte[] data) {
    DocumentReader.read(TextFile.of("fuzz", "README.adoc", data, true));
  }

  @FuzzTest(maxDuration = "")
  void org(byte[] data) {
    DocumentReader.read(TextFile.of("fuzz", "README.org", data, true));
  }

  @FuzzTest(maxDuration = "")
  void page(byte[] data) {
    DocumentReader.read(TextFile.of("fuzz", "README.html", data, true));
  }

  @FuzzTest(maxDuration = "")
  void table(byte[] data) {
    DocumentReader.read(TextFile.of("fuzz", "data/dataset.yaml", data, true));
  }

  @FuzzTest(maxDuration = "")
  void python(byte[] data) {
    CodeReader.read(TextFile.of("fuzz", "train.py", data, true));
  }

  @FuzzTest(maxDuration = "")
  void notebook(byte[] data) {
    CodeReader.read(TextFile.of("fuzz", "train.ipynb", data, true));
  }

  @FuzzTest(maxDuration = "")
  void shell(byte[] data) {
    CodeReader.read(TextFile.of("fuzz", "run.sh", data, true));
  }

  @FuzzTest(maxDuration = "")
  void words(byte[] data) {
    String text = TextFile.of("fuzz", "x", data, true).text();
    int half = text.length() / 2;
    String code = text.substring(half);
    Reading reading = WordWeights.builtIn().read(text.substring(0, half), code);
    for (Question q : Question.values()) {
      for (int place : reading.tellingPlaces(q, code)) {
        if (place < 0 || place >= code.length()) {
          throw new AssertionError("a place outside: " + place);
        }
      }
    }
  }

  @FuzzTest(maxDuration = "")
  void licence(byte[] data) {
    LICENCES.scan(TextFile.of("fuzz", "LICENSE", data, true));
  }

  @FuzzTest(maxDuration = "")
  void debianCopyright(byte[] data) {
    LICENCES.scan(TextFile.of("fuzz", "usr/share/doc/model/copyright", data, true));
  }

  @FuzzTest(maxDuration = "")
  void dvcLock(byte[] data) {
    DocumentReader.read(TextFile.of("fuzz", "dvc.lock", data, true));
  }
}
