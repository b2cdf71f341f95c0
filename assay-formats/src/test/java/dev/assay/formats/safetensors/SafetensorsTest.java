package dev.assay.formats.safetensors;

import dev.assay.formats.FixtureCase;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SafetensorsTest {
  @TestFactory
  Stream<DynamicTest> readsEveryGeneratedFileAsExpected() {
    return FixtureCase.generated(
        "safetensors/", "quant/", "lora", "hostile/json/", "hostile/safetensors/");
  }

  @TestFactory
  Stream<DynamicTest> readsRealFilesAsTheOracleDoes() {
    return FixtureCase.real("real/safetensors/");
  }
}
