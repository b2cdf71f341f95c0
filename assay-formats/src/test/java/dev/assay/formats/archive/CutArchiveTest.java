package dev.assay.formats.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// Downloads of zips that stopped.
class CutArchiveTest {
  private static byte[] zip(String... names) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.repeat(50).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static void cutIs(String format, String... names) throws IOException {
    byte[] whole = zip(names);
    Weights w = Sample.read("download", Arrays.copyOf(whole, whole.length - 40));
    assertThat(w.format()).isEqualTo(format);
    assertThat(w.status()).isEqualTo(Weights.Status.INCOMPLETE);
    assertThat(w.reason()).contains("cut short");
  }

  @Test
  void theFirstNamesTellWhatItWouldHaveBeen() throws IOException {
    cutIs("pytorch-zip", "archive/data.pkl", "archive/data/0");
    cutIs("torchscript", "net/code/__torch__.py", "net/data.pkl");
    cutIs("keras-zip", "metadata.json", "config.json", "model.weights.h5");
    cutIs("npz", "arr_0.npy", "arr_1.npy");
    cutIs("h2o-mojo", "model.ini", "domains/d000.txt");
  }

  @Test
  void aCutZipOfOtherThingsIsNoModel() throws IOException {
    byte[] whole = zip("photos/1.jpg", "photos/2.jpg");
    assertThat(Sample.recognised("photos.zip", Arrays.copyOf(whole, whole.length - 40))).isFalse();
  }
}
