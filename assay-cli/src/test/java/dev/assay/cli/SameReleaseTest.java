package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.Assay;
import dev.assay.engine.Progress;
import dev.assay.io.ReadMeter;
import dev.assay.model.Assessment;
import dev.assay.reports.JsonReport;
import dev.assay.reports.Report;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.sources.web.Patience;
import dev.assay.testing.Gen;
import dev.assay.testing.HubCacheLayout;
import dev.assay.testing.HubServer;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same release from the hub, from the hub's cache and from a folder: the same assessment, but
/// for the names of the sources, the times, and how much was read.
final class SameReleaseTest extends AgainstHub {
  private static final Pattern TAG = Pattern.compile("(?m)^license:\\s*['\"]?([\\w.+-]+)");

  static Stream<String> recorded() throws IOException {
    if (!Shared.here("hub/repos")) {
      return Stream.of("");
    }
    try (Stream<Path> repos = Files.list(Shared.path("hub/repos"))) {
      return repos.map(r -> r.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void a_recorded_repository_is_assessed_the_same_wherever_it_lies(String recorded)
      throws IOException {
    Path copy = Shared.path("hub/repos").resolve(recorded);
    HubServer.Repo repo = hub.repo("acme/one");
    for (String row : Files.readAllLines(copy.resolve("TREE.tsv"))) {
      String[] cells = row.split("\t", -1);
      if (!cells[0].equals("path")) {
        add(repo, copy, cells[0], cells.length > 3 && !cells[3].isEmpty());
      }
    }
    same(repo);
  }

  private static void add(HubServer.Repo repo, Path copy, String path, boolean large)
      throws IOException {
    Path here = copy.resolve(path);
    if (Files.isRegularFile(here)) {
      repo.files.put(path, Files.readAllBytes(here));
    } else if (large || path.endsWith(".safetensors")) {
      // The content of what was recorded by its name only is made up, the same everywhere.
      repo.large(path, path.endsWith(".safetensors") ? weights(path) : made(path));
    } else {
      repo.files.put(path, made(path));
    }
  }

  private static byte[] made(String path) {
    String text =
        path.endsWith(".json") ? "{}" : path.endsWith(".py") ? "import os\n" : path + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] weights(String name) {
    byte[] header =
        ("{\"model.layers.%d.mlp.weight\":{\"dtype\":\"BF16\",\"shape\":[64,8],\"data_offsets\":[0,1024]}}")
            .formatted(Math.floorMod(name.hashCode(), 1000))
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + header.length + 1024).order(ByteOrder.LITTLE_ENDIAN);
    return file.putLong(header.length).put(header).array();
  }

  @Test
  void generated_releases_are_assessed_the_same_wherever_they_lie() {
    Gen.forAll(
        1,
        12,
        gen -> {
          try {
            HubServer.Repo repo = hub.repo("acme/gen" + gen.between(0, 1 << 30));
            generate(gen, repo);
            same(repo);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /// Each part of a release is there or not; the card claims what is there, and what is not.
  private static void generate(Gen gen, HubServer.Repo repo) {
    String licence = gen.pick(List.of("mit", "apache-2.0", "llama3.1", "cc-by-nc-4.0", "other"));
    // Cards with the results of a hundred benchmarks have heads of thousands of lines.
    String results =
        gen.oneIn(3) ? "results:\n" + "- metric: 1\n".repeat(gen.between(1, 6000)) : "";
    var card = new StringBuilder("---\n" + results + "license: " + licence + "\n");
    if (gen.oneIn(2)) {
      card.append("datasets:\n- acme/corpus\n");
    }
    card.append("---\n# Made\n\n");
    card.append(gen.oneIn(2) ? "This model is fully open source.\n" : "");
    card.append(gen.oneIn(2) ? "We release the training code and the training data.\n" : "");
    card.append(gen.oneIn(2) ? "The model has 7B parameters and a context of 4096 tokens.\n" : "");
    card.append("\n## Training data\n\nTrained on 2 billion words of the acme corpus.\n");
    repo.file("README.md", card.toString());
    if (gen.oneIn(2)) {
      repo.file("LICENSE", gen.oneIn(2) ? "All rights reserved.\n" : MIT);
    }
    repo.file(
        "config.json",
        "{\"architectures\":[\"LlamaForCausalLM\"],\"model_type\":\"llama\",\"hidden_size\":"
            + gen.between(8, 64)
            + ",\"max_position_embeddings\":2048}");
    if (gen.oneIn(2)) {
      repo.file("train.py", TRAIN);
    }
    if (gen.oneIn(2)) {
      repo.file("data/corpus.csv", "text,label\n" + "one,1\n".repeat(gen.between(1, 50)));
    }
    if (gen.oneIn(2)) {
      repo.file("modeling.py", "import torch\nclass Net(torch.nn.Module):\n  pass\n");
    }
    int shards = gen.between(0, 3);
    for (int i = 1; i <= shards; i++) {
      String name = "model-%05d-of-%05d.safetensors".formatted(i, shards);
      repo.large(name, weights(name));
    }
    if (gen.oneIn(3)) {
      repo.file("broken.safetensors", "not one");
    }
  }

  private static final String MIT =
      """
      MIT License

      Copyright (c) 2026 Acme

      Permission is hereby granted, free of charge, to any person obtaining a copy
      of this software and associated documentation files (the "Software"), to deal
      in the Software without restriction, including without limitation the rights
      to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
      copies of the Software, and to permit persons to whom the Software is
      furnished to do so, subject to the following conditions:

      The above copyright notice and this permission notice shall be included in all
      copies or substantial portions of the Software.

      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
      OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
      SOFTWARE.
      """;

  static final String BSD_2 =
      """
      Copyright (c) 2026 Acme

      Redistribution and use in source and binary forms, with or without
      modification, are permitted provided that the following conditions are met:

      1. Redistributions of source code must retain the above copyright notice, this
         list of conditions and the following disclaimer.

      2. Redistributions in binary form must reproduce the above copyright notice,
         this list of conditions and the following disclaimer in the documentation
         and/or other materials provided with the distribution.

      THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
      AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
      IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
      DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
      FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
      DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
      SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
      CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
      OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
      OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
      """;

  private static final String TRAIN =
      """
      import torch
      model = torch.nn.Linear(8, 8)
      optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
      for epoch in range(3):
          for batch in loader:
              loss = model(batch).mean()
              loss.backward()
              optimizer.step()
              optimizer.zero_grad()
      torch.save(model.state_dict(), "model.pt")
      """;

  private void same(HubServer.Repo repo) throws IOException {
    String name = "acme/one";
    HubServer.Repo served = hub.repo(name);
    if (served != repo) {
      served.files.clear();
      served.large.clear();
      served.files.putAll(repo.files);
      served.large.addAll(repo.large);
    }
    byte[] card = served.files.getOrDefault("README.md", new byte[0]);
    String text = new String(card, StandardCharsets.UTF_8);
    Matcher tag = TAG.matcher(text);
    // The hub reads what stands at the very beginning, and nothing else.
    served.tags = text.startsWith("---") && tag.find() ? "\"license:" + tag.group(1) + "\"" : "";
    Path work = Files.createTempDirectory(temp, "case");
    Path cached = HubCacheLayout.write(work.resolve("hub"), name, HubServer.COMMIT, served);
    Path folder = work.resolve("one");
    for (Map.Entry<String, byte[]> file : served.files.entrySet()) {
      Path place = folder.resolve(file.getKey());
      Files.createDirectories(place.getParent());
      Files.write(place, file.getValue());
    }
    String fromFolder = assess(folder.toString(), work);
    assertThat(fromFolder).contains("\"present\"").contains("\"absent\"");
    differ("the cache", fromFolder, assess(cached.toString(), work));
    differ("the hub", fromFolder, assess("hf:" + name, work));
  }

  /// Fails with the first lines that differ, and not with two reports.
  private static void differ(String other, String one, String two) {
    List<String> a = one.lines().toList();
    List<String> b = two.lines().toList();
    int at = 0;
    while (at < Math.min(a.size(), b.size()) && a.get(at).equals(b.get(at))) {
      at++;
    }
    assertThat(b.subList(at, Math.min(b.size(), at + 20)))
        .as(other + " from line " + at)
        .isEqualTo(a.subList(at, Math.min(a.size(), at + 20)));
  }

  private String assess(String reference, Path work) throws IOException {
    var options =
        new SourceOptions(
            false,
            Map.of("HF_ENDPOINT", hub.endpoint(), "ASSAY_CACHE", work.resolve("c").toString()),
            Patience.NORMAL);
    var meter = new ReadMeter();
    try (Opened opened = Sources.open(List.of(reference), options, meter)) {
      assertThat(opened.issues()).isEmpty();
      Assessment read = Assay.inspect(opened.trees(), meter, Progress.silent());
      return text(read, opened.trees().getFirst().info().id());
    }
  }

  /// Everything that is said, without what may differ: source, time, effort.
  private static String text(Assessment a, String source) {
    var other =
        new Assessment(
            a.name(),
            a.kind(),
            List.of(),
            a.standing(),
            a.findings(),
            a.rights(),
            a.claims(),
            a.withheld(),
            a.profiles(),
            a.weights(),
            a.licences(),
            a.data(),
            a.issues(),
            a.statements(),
            a.asStated(),
            new Assessment.Effort(0, 0, 0, 0, 0));
    var out = new StringWriter();
    new JsonReport().write(other, new Report.Layout(80, false, true, true), out);
    return out.toString().replace("\"source\": \"" + source + "\"", "\"source\": \"it\"");
  }
}
