package dev.assay.bench.jmh;

import dev.assay.formats.Formats;
import dev.assay.formats.JsonReader;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.ReadMeter;
import dev.assay.model.Weights;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long a header takes in a running process. Compiled and run by bench/formats, which gives the
/// files and holds the times against those of peers and of one pass over the same bytes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx64m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FormatsBenchmark {
  /// The file that is read.
  @Param({""})
  public String file = "";

  /// Recognises a file and reads its header, from opening it to the value.
  @Benchmark
  public Weights header() {
    return read(Path.of(file));
  }

  /// The limit: every byte of the file that a header can be in, once.
  @Benchmark
  public long onePass() {
    long sum = 0;
    try (ByteSource bytes = ByteSource.of(Path.of(file), new ReadMeter())) {
      ByteBuffer chunk = ByteBuffer.allocate(64 * 1024);
      for (long at = 0; at < bytes.size(); at += chunk.limit()) {
        chunk.clear().limit((int) Math.min(chunk.capacity(), bytes.size() - at));
        bytes.read(at, chunk);
        byte[] array = chunk.array();
        for (int i = 0; i < chunk.limit(); i++) {
          sum += array[i];
        }
      }
    }
    return sum;
  }

  /// The limit for headers in JSON: every token of them, once, and nothing done with it.
  @Benchmark
  public long tokens() {
    if (!file.endsWith(".safetensors") && !file.endsWith(".json")) {
      return 0;
    }
    try (ByteSource bytes = ByteSource.of(Path.of(file), new ReadMeter())) {
      boolean safetensors = file.endsWith(".safetensors");
      long from = safetensors ? 8 : 0;
      long to = safetensors ? 8 + new Cursor(bytes, 0, 8).i64() : bytes.size();
      long count = 0;
      try (JsonReader in = JsonReader.over(bytes, from, to)) {
        while (in.next() != null) {
          count++;
        }
      }
      return count;
    }
  }

  static Weights read(Path path) {
    try (ByteSource bytes = ByteSource.of(path, new ReadMeter())) {
      FileEntry entry = FileEntry.file(String.valueOf(path.getFileName()), bytes.size());
      WeightsFormat format =
          Formats.recognise(entry, bytes.head(Formats.HEAD), bytes)
              .orElseThrow(() -> new IllegalStateException("not recognised: " + path));
      return Formats.read(format, "bench", entry, bytes);
    }
  }
}
