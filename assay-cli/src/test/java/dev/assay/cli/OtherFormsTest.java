package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.Assay;
import dev.assay.engine.Progress;
import dev.assay.io.ReadMeter;
import dev.assay.model.Assessment;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.sources.web.Patience;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our example releases, written in other forms that say the same: what is found does not depend on
/// how lines end and break, on a README's ending, or on what a release is packed in.
final class OtherFormsTest {
  @TempDir Path temp;

  /// A way to write a release: what becomes of each file's name and text.
  private record Form(
      String name, UnaryOperator<String> path, BiFunction<String, byte[], byte[]> content) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Form text(String name, UnaryOperator<String> change) {
    return new Form(
        name,
        path -> path,
        (path, bytes) ->
            isText(path) ? change.apply(new String(bytes, UTF_8)).getBytes(UTF_8) : bytes);
  }

  private static Form document(String name, UnaryOperator<String> change) {
    return new Form(
        name,
        path -> path,
        (path, bytes) ->
            path.endsWith(".md") ? change.apply(new String(bytes, UTF_8)).getBytes(UTF_8) : bytes);
  }

  private static Form names(String name, UnaryOperator<String> path) {
    return new Form(name, path, (at, bytes) -> bytes);
  }

  private static boolean isText(String path) {
    return !path.endsWith(".safetensors");
  }

  private static List<Form> forms() {
    return List.of(
        text("lines end as on Windows", s -> s.replace("\n", "\r\n")),
        document("a mark of the byte order", s -> '\ufeff' + s),
        new Form(
            "UTF-16",
            path -> path,
            (path, bytes) ->
                path.endsWith(".md")
                    ? ('\ufeff' + new String(bytes, UTF_8))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_16LE)
                    : bytes),
        document("lines broken at 60 characters", s -> paragraphs(s, p -> broken(p, 60))),
        document("lines joined", s -> paragraphs(s, p -> p.replace("\n", " "))),
        document("blanks at the ends of lines", s -> s.replaceAll("(?m)(?<=\\S)$", " ")),
        document("headings underlined", OtherFormsTest::underlined),
        document("links by reference", OtherFormsTest::byReference),
        names("README without an ending", path -> path.equals("README.md") ? "README" : path),
        names("README.txt", path -> path.equals("README.md") ? "README.txt" : path),
        names("readme.markdown", path -> path.equals("README.md") ? "readme.markdown" : path),
        names("in a folder", path -> "inner-1.0/" + path));
  }

  private static final Pattern PROSE = Pattern.compile("[A-Za-z*_`\\[].*", Pattern.DOTALL);

  /// The text with each plain paragraph changed; lists, tables, code and front matter stand.
  private static String paragraphs(String text, UnaryOperator<String> change) {
    var out = new StringBuilder();
    boolean code = false;
    for (String part : text.split("(?<=\n\n)")) {
      boolean fence = part.startsWith("```");
      code ^= fence && part.indexOf("```", 3) < 0;
      boolean plain =
          !code
              && !fence
              && PROSE.matcher(part).matches()
              && !part.contains("\n- ")
              && !part.contains("\n|");
      out.append(plain ? change.apply(part.strip()) + "\n\n" : part);
    }
    return out.toString();
  }

  private static String broken(String paragraph, int width) {
    var out = new StringBuilder();
    int column = 0;
    for (String word : paragraph.split("\\s+")) {
      if (column > 0) {
        out.append(column + word.length() >= width ? '\n' : ' ');
        column = column + word.length() >= width ? 0 : column + 1;
      }
      out.append(word);
      column += word.length();
    }
    return out.toString();
  }

  private static String underlined(String text) {
    return text.replaceAll("(?m)^# (.+)\n", "$1\n=====\n")
        .replaceAll("(?m)^## (.+)\n", "$1\n-----\n");
  }

  private static String byReference(String text) {
    var addresses = new ArrayList<String>();
    String body =
        Pattern.compile("(?<!!)\\[([^\\]\\n]+)\\]\\(([^)\\s]+)\\)")
            .matcher(text)
            .replaceAll(m -> {
              addresses.add(m.group(2));
              return java.util.regex.Matcher.quoteReplacement(
                  "[" + m.group(1) + "][" + addresses.size() + "]");
            });
    var out = new StringBuilder(body).append('\n');
    for (int i = 0; i < addresses.size(); i++) {
      out.append('[').append(i + 1).append("]: ").append(addresses.get(i)).append('\n');
    }
    return out.toString();
  }

  private static Stream<Object[]> cases() {
    return examples().stream().flatMap(e -> forms().stream().map(f -> new Object[] {e, f}));
  }

  private static List<String> examples() {
    return List.of("open/date-reader", "partial/roman-reader", "weights-only/number-reader");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void whatIsFoundIsTheSame(String example, Form form) throws IOException {
    Map<String, byte[]> files = files(example);
    Path plain = write("plain", files);
    var changed = new TreeMap<String, byte[]>();
    files.forEach(
        (path, bytes) -> changed.put(form.path().apply(path), form.content().apply(path, bytes)));
    assertThat(found(write("changed", changed))).isEqualTo(found(plain));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void anArchiveHoldsTheSame(String example) throws IOException {
    Map<String, byte[]> files = files(example);
    Path zip = temp.resolve("release.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        var archive = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        archive.putNextEntry(new ZipEntry("release-1.0/" + file.getKey()));
        archive.write(file.getValue());
        archive.closeEntry();
        archive.putNextEntry(
            new ZipEntry("__MACOSX/release-1.0/" + file.getKey().replaceFirst("([^/]+)$", "._$1")));
        archive.write(new byte[] {0, 5, 0x16, 7, 0, 2, 0, 0});
        archive.closeEntry();
      }
    }
    assertThat(found(zip)).isEqualTo(found(write("plain", files)));
  }

  private static Map<String, byte[]> files(String example) throws IOException {
    Path root = Path.of("..", "examples").resolve(example);
    var files = new TreeMap<String, byte[]>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private Path write(String name, Map<String, byte[]> files) {
    Path root = temp.resolve(name);
    files.forEach((path, bytes) -> {
      try {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    return root;
  }

  /// The state, proof and licence of each component, and what became of each claim.
  private static Map<String, String> found(Path release) throws IOException {
    var meter = new ReadMeter();
    var environment = Map.of("ASSAY_CACHE", "none", "SOURCE_DATE_EPOCH", "1");
    try (Opened opened =
        Sources.open(
            List.of(release.toString()),
            new SourceOptions(true, environment, Patience.NORMAL),
            meter)) {
      Assessment all = Assay.inspect(opened.trees(), meter, Progress.silent());
      var found = new LinkedHashMap<String, String>();
      found.put("standing", all.standing().lowest() + " " + all.standing().highest());
      all.findings()
          .forEach(f ->
              found.put(
                  f.component().name(),
                  f.state() + " " + f.level() + " " + f.licence().expression()));
      all.claims()
          .forEach(c ->
              found.merge(
                  c.kind().name().toLowerCase(Locale.ROOT) + " " + c.statement(),
                  c.verdict().name(),
                  (a, b) -> a + " " + b));
      return found;
    }
  }
}
