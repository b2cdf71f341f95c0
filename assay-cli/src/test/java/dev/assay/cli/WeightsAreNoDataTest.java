package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that was read as the release's weights is not its training data too, whatever its name
/// and folder say: a release of a program and weights would else be called open.
final class WeightsAreNoDataTest {
  private static final int NUMBERS = 400_000;

  @TempDir Path temp;

  private static byte[] weights() {
    byte[] header =
        ("{\"dense.kernel\":{\"dtype\":\"F32\",\"shape\":["
                + NUMBERS
                + "],\"data_offsets\":[0,"
                + 4 * NUMBERS
                + "]}}")
            .getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + header.length + 4 * NUMBERS)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  private State data() throws IOException {
    return Inspection.of(List.of(temp), trees -> trees, Component.TRAINING_DATA).state();
  }

  @Test
  void aFileIsNotBothTheWeightsAndWhatTheyWereMadeFrom() throws IOException {
    Files.writeString(
        temp.resolve("train.py"),
        """
        from keras.layers import Dense
        from keras.models import Sequential

        if __name__ == "__main__":
            model = Sequential([Dense(1)])
            model.compile(loss="mse", optimizer="adam")
            model.fit(x, y)
        """);
    Path folder = Files.createDirectory(temp.resolve("Pretrain"));
    Path file = folder.resolve("gulls_train_8_12.h5");
    Files.write(file, new byte[4 * NUMBERS]);
    assertThat(data()).as("numbers").isEqualTo(State.PRESENT);
    Files.write(file, weights());
    assertThat(data()).as("weights").isNotEqualTo(State.PRESENT);
    assertThat(Inspection.weights(List.of(temp), trees -> trees).state()).isEqualTo(State.PRESENT);
  }
}
