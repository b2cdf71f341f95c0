package dev.assay.formats.pickle;

import dev.assay.formats.FixtureCase;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PickleTest {
  @TestFactory
  Stream<DynamicTest> readsEveryGeneratedFileAsExpected() {
    return FixtureCase.generated("pytorch/", "hostile/pickle/", "sklearn/", "hostile/zip/");
  }
}
