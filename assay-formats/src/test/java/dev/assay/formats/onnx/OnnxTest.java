package dev.assay.formats.onnx;

import dev.assay.formats.FixtureCase;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class OnnxTest {
  @TestFactory
  Stream<DynamicTest> readsEveryGeneratedFileAsExpected() {
    return FixtureCase.generated(
        "gguf/v", "gguf/lora", "gguf/mmproj", "gguf/no", "hostile/gguf/", "lfs/");
  }

  @TestFactory
  Stream<DynamicTest> readsRealFilesAsTheOracleDoes() {
    return FixtureCase.real("real/onnx/");
  }
}
