package dev.assay.bench;

import dev.assay.formats.Formats;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.ReadMeter;
import dev.assay.model.Weights;
import dev.assay.weights.TensorBytes;
import dev.assay.weights.WeightsDiff;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// How fast `assay diff` compares two files of weights in the page cache, against a plain read of
/// both in the same run, once by one thread and once by as many as the comparison uses. For each
/// type of element: equal files, files in which one value of ten thousand differs, files in which
/// nearly all do, and for types in blocks the same once more by value (`diff --values`).
///
///     DiffSpeed FOLDER GIGABYTES [TYPE[:SHARE]...]
public final class DiffSpeed {
  private static final int CHUNK = 1 << 20;
  private static final int TENSORS = 32;
  private static final int RUNS = 5;

  private DiffSpeed() {}

  /// A type of element: its name in files, bytes for one, or for a block of values, and ggml's
  /// number where it is stored in GGUF.
  private record Kind(String name, int bytes, int values, int ggml) {
    boolean gguf() {
      return ggml >= 0;
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("BF16", 2, 1, -1),
          new Kind("F16", 2, 1, -1),
          new Kind("F32", 4, 1, -1),
          new Kind("F64", 8, 1, -1),
          new Kind("I8", 1, 1, -1),
          new Kind("Q8_0", 34, 32, 8),
          new Kind("Q4_0", 18, 32, 2),
          new Kind("Q4_K", 144, 256, 12),
          new Kind("Q6_K", 210, 256, 14));

  /// How much of the second file differs.
  private enum Share {
    EQUAL,
    FEW,
    MOST,
    /// Of blocks: as MOST, with the values that they stand for compared too.
    VALUES
  }

  /// @param args the folder to write to, how many gigabytes each file has, and types
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    long size = (long) (Double.parseDouble(args[1]) * (1L << 30));
    List<String> names = List.of(args).subList(2, args.length);
    int threads = Runtime.getRuntime().availableProcessors();
    System.out.printf(
        Locale.ROOT,
        "two files of %.2f GiB in page cache, %d processors, heap of at most %d MiB; best of %d runs%n",
        size / (double) (1L << 30),
        threads,
        Runtime.getRuntime().maxMemory() >> 20,
        RUNS);
    System.out.println(
        "type   differs   diff GB/s   read GB/s by 1   ratio   read GB/s by "
            + threads
            + "   ratio   ratio by processor time   peak heap MiB");
    for (Kind kind : KINDS) {
      Path a = folder.resolve("a" + (kind.gguf() ? ".gguf" : ".safetensors"));
      Path b = folder.resolve("b" + (kind.gguf() ? ".gguf" : ".safetensors"));
      try {
        for (Share share : Share.values()) {
          if (share == Share.VALUES && !kind.gguf()) {
            continue;
          }
          if (!names.isEmpty()
              && !names.contains(kind.name())
              && !names.contains(kind.name() + ":" + share.name().toLowerCase(Locale.ROOT))) {
            continue;
          }
          write(a, kind, size, Share.EQUAL);
          write(b, kind, size, share);
          measure(kind, share, a, b, threads);
        }
      } finally {
        Files.deleteIfExists(a);
        Files.deleteIfExists(b);
      }
    }
  }

  private static void measure(Kind kind, Share share, Path a, Path b, int threads)
      throws Exception {
    double diff = 0;
    double one = 0;
    double all = 0;
    double work = 0;
    double plain = 0;
    long bytes = Files.size(a) + Files.size(b);
    read(List.of(a, b), threads); // What is not in the page cache yet gets there.
    resetPeaks();
    for (int run = 0; run < RUNS; run++) {
      one = Math.max(one, speed(bytes, () -> read(List.of(a, b), 1)));
      long before = processorTime();
      all = Math.max(all, speed(bytes, () -> read(List.of(a, b), threads)));
      long between = processorTime();
      diff = Math.max(diff, speed(bytes, () -> diff(share, a, b)));
      plain = Math.max(plain, bytes / (double) (between - before));
      work = Math.max(work, bytes / (double) (processorTime() - between));
    }
    System.out.printf(
        Locale.ROOT,
        "%-6s %-7s %11.2f %16.2f %7.2f %16.2f %9.2f %14.2f %20d%n",
        kind.name(),
        share.name().toLowerCase(Locale.ROOT),
        diff,
        one,
        diff / one,
        all,
        diff / all,
        work / plain,
        peakHeap() >> 20);
  }

  private static double speed(long bytes, Callable<Long> work) throws Exception {
    long start = System.nanoTime();
    if (work.call() < 0) {
      throw new IllegalStateException("not what was written");
    }
    return bytes / (double) (System.nanoTime() - start);
  }

  private static long diff(Share share, Path a, Path b) {
    Weights wa = weights(a);
    Weights wb = weights(b);
    ReadMeter meter = new ReadMeter();
    try (TensorBytes ta = TensorBytes.files(parent(a), meter);
        TensorBytes tb = TensorBytes.files(parent(b), meter)) {
      WeightsDiff diff = WeightsDiff.compare(wa, ta, wb, tb, share == Share.VALUES);
      return diff.tensors().size() == TENSORS && diff.identical() == (share == Share.EQUAL)
          ? 0
          : -1;
    }
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of(".") : parent;
  }

  private static Weights weights(Path path) {
    try (ByteSource bytes = ByteSource.of(path, new ReadMeter())) {
      FileEntry entry = FileEntry.file(String.valueOf(path.getFileName()), bytes.size());
      var format =
          Formats.recognise(entry, bytes.head(Formats.HEAD), bytes)
              .orElseThrow(() -> new IllegalStateException("not recognised: " + path));
      return Formats.read(format, "bench", entry, bytes);
    }
  }

  /// Reads files front to back into a buffer, several threads sharing them out in pieces.
  private static long read(List<Path> files, int threads) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Long>> parts = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int mine = t;
        parts.add(pool.submit(() -> readPart(files, mine, threads)));
      }
      long sum = 0;
      for (Future<Long> part : parts) {
        sum += part.get();
      }
      return sum;
    }
  }

  private static long readPart(List<Path> files, int mine, int threads) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
    long sum = 0;
    for (Path file : files) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        long share = channel.size() / threads;
        long end = mine == threads - 1 ? channel.size() : share * (mine + 1);
        for (long at = share * mine; at < end; ) {
          buffer.clear().limit((int) Math.min(CHUNK, end - at));
          int n = channel.read(buffer, at);
          if (n < 0) {
            return -1;
          }
          at += n;
          sum += n;
        }
      }
    }
    return sum;
  }

  private static void write(Path file, Kind kind, long size, Share share) throws IOException {
    long blocks = size / TENSORS / kind.bytes();
    // Blocks of GGUF tensors begin at multiples of 32 bytes.
    blocks -= blocks % 32;
    byte[] header = kind.gguf() ? gguf(kind, blocks) : safetensors(kind, blocks);
    byte[] piece = new byte[kind.bytes() * 32 * 1024];
    var random = new SplittableRandom(7);
    fill(piece, kind, random);
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      out.write(ByteBuffer.wrap(header));
      long total = blocks * TENSORS * kind.bytes();
      for (long at = 0; at < total; at += piece.length) {
        int n = (int) Math.min(piece.length, total - at);
        byte[] changed = share == Share.EQUAL ? piece : changed(piece, kind, share);
        out.write(ByteBuffer.wrap(changed, 0, n));
      }
    }
  }

  /// Weights of about 0.02, as trained ones are.
  private static void fill(byte[] piece, Kind kind, SplittableRandom random) {
    ByteBuffer b = ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN);
    while (b.hasRemaining()) {
      double w = 0.02 * random.nextGaussian();
      switch (kind.name()) {
        case "F64" -> b.putDouble(w);
        case "F32" -> b.putFloat((float) w);
        case "F16" -> b.putShort(Float.floatToFloat16((float) w));
        case "BF16" -> b.putShort((short) (Float.floatToRawIntBits((float) w) >>> 16));
        default -> b.put((byte) random.nextInt(1, 100));
      }
    }
  }

  /// The lowest bits of a value's, or block's, last byte but one or only byte are turned over.
  private static byte[] changed(byte[] piece, Kind kind, Share share) {
    byte[] changed = piece.clone();
    int each = share == Share.FEW ? 10_000 : 1;
    int place =
        kind.bytes() > 8 || kind.bytes() == 1 ? 0 : kind.bytes() == 2 ? 0 : kind.bytes() - 3;
    for (int i = 0; i < piece.length / kind.bytes(); i += each) {
      changed[i * kind.bytes() + place] ^= (byte) (1 + i % 7);
    }
    return changed;
  }

  private static byte[] safetensors(Kind kind, long values) {
    var json = new StringBuilder("{");
    long bytes = values * kind.bytes();
    for (int i = 0; i < TENSORS; i++) {
      json.append(i == 0 ? "" : ",")
          .append("\"layers.")
          .append(i)
          .append(".weight\":{\"dtype\":\"")
          .append(kind.name())
          .append("\",\"shape\":[")
          .append(values)
          .append("],\"data_offsets\":[")
          .append(i * bytes)
          .append(',')
          .append((i + 1) * bytes)
          .append("]}");
    }
    byte[] header = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    int padded = (header.length + 7) / 8 * 8;
    ByteBuffer out = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(padded).put(header);
    while (out.hasRemaining()) {
      out.put((byte) ' ');
    }
    return out.array();
  }

  private static byte[] gguf(Kind kind, long blocks) {
    ByteBuffer out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    out.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3).putLong(TENSORS).putLong(1);
    text(out, "general.architecture");
    out.putInt(8);
    text(out, "llama");
    for (int i = 0; i < TENSORS; i++) {
      text(out, "blk." + i + ".ffn_up.weight");
      out.putInt(1).putLong(blocks * kind.values()).putInt(kind.ggml());
      out.putLong(i * blocks * kind.bytes());
    }
    while (out.position() % 32 != 0) {
      out.put((byte) 0);
    }
    byte[] header = new byte[out.position()];
    out.get(0, header);
    return header;
  }

  private static void text(ByteBuffer out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.putLong(bytes.length).put(bytes);
  }

  /// Of all threads, in nanoseconds; tells more than the clock where the machine is not ours alone.
  private static long processorTime() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void resetPeaks() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(p -> p.getType() == MemoryType.HEAP)
        .mapToLong(p -> p.getPeakUsage().getUsed())
        .sum();
  }
}
