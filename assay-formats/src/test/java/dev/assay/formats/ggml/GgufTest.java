package dev.assay.formats.ggml;

import dev.assay.formats.FixtureCase;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GgufTest {
  @TestFactory
  Stream<DynamicTest> readsEveryGeneratedFileAsExpected() {
    return FixtureCase.generated("gguf/", "hostile/gguf/", "lfs/");
  }

  @TestFactory
  Stream<DynamicTest> readsRealFilesAsTheOracleDoes() {
    return FixtureCase.real("real/gguf", "real/ggml-legacy/");
  }
}
