package dev.assay.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The hash is the platform's, whatever the length.
class Sha256Test {
  @Test
  void theSameAsThePlatforms() throws Exception {
    var random = new Random(1);
    MessageDigest platform = MessageDigest.getInstance("SHA-256");
    for (int length = 0; length < 400; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(Sha256.hex(bytes))
          .as("%d bytes", length)
          .isEqualTo(HexFormat.of().formatHex(platform.digest(bytes)));
    }
    byte[] large = new byte[1_000_003];
    random.nextBytes(large);
    assertThat(Sha256.hex(large)).isEqualTo(HexFormat.of().formatHex(platform.digest(large)));
  }

  @Test
  void theExampleOfTheStandard() {
    assertThat(TextFile.sha256("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
