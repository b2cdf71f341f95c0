package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.SourceFact;
import dev.assay.io.SourceFact.LookedUp;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.Issue;
import dev.assay.model.LicenceOf.Status;
import dev.assay.model.Note;
import dev.assay.model.SourceInfo;
import dev.assay.model.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The licence of a release held against that of the model it was made from.
final class BaseLicencesTest {
  @TempDir Path temp;

  /// A tree of which something else is told.
  private record Told(FileTree tree, SourceInfo info, List<SourceFact> facts) implements FileTree {
    @Override
    public List<FileEntry> files() {
      return tree.files();
    }

    @Override
    public List<Issue> issues() {
      return tree.issues();
    }

    @Override
    public ByteSource open(FileEntry file) {
      return tree.open(file);
    }

    @Override
    public void close() {
      tree.close();
    }
  }

  /// A tree for which a hub was asked for the base model that the card names.
  private static FileTree asked(FileTree tree, String base, String licence) {
    SourceFact answer =
        new SourceFact(
            SourceFact.Kind.NAMED_BASE,
            base + ": there, licence tag " + licence,
            new Evidence(tree.info().id(), "api/models/" + base, new Span.Whole(), "id", null),
            new LookedUp(base, LookedUp.Answer.THERE, "", licence, -1));
    return new Told(tree, tree.info(), List.of(answer));
  }

  /// A tree that says of itself that it came from elsewhere.
  private static FileTree from(FileTree tree, String kind, String reference) {
    SourceInfo i = tree.info();
    return new Told(
        tree,
        new SourceInfo(
            i.id(), kind, reference, i.revision(), null, i.files(), i.bytes(), i.partial()),
        List.of());
  }

  private static byte[] weights() {
    byte[] header =
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}   "
            .getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + header.length + 8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  /// @param base the base's licence tag at the hub; empty when nobody was asked
  private Finding inspect(String own, String base) throws IOException {
    Files.write(temp.resolve("model.safetensors"), weights());
    Files.writeString(
        temp.resolve("README.md"),
        "---\nlicense: " + own + "\nbase_model: org/Base-7B\n---\n# A model\n\nMade from it.\n");
    return Inspection.weights(
        List.of(temp),
        trees -> base.isEmpty() ? trees : List.of(asked(trees.getFirst(), "org/Base-7B", base)));
  }

  @ParameterizedTest(name = "{0} from {1}: {2}")
  @CsvSource({
    "apache-2.0, llama3.1, CONFLICT, LIMITED, DISAGREES",
    "apache-2.0, cc-by-nc-4.0, CONFLICT, LIMITED, DISAGREES",
    "llama3.1, llama3.1, CLAIMED, LIMITED, AGREES",
    "apache-2.0, mit, CLAIMED, FREE, AGREES",
    "cc-by-nc-4.0, apache-2.0, CLAIMED, LIMITED, AGREES",
    "apache-2.0, other, CLAIMED, FREE, REMARK",
    "apache-2.0, '', CLAIMED, FREE, REMARK",
  })
  void what_the_base_says_of_it(
      String own, String base, Status status, Freedom freedom, Note.Kind said) throws IOException {
    Finding weights = inspect(own, base);
    assertThat(weights.licence().status()).isEqualTo(status);
    assertThat(weights.licence().freedom()).isEqualTo(freedom);
    assertThat(weights.notes())
        .filteredOn(n -> n.text().contains("org/Base-7B") && n.text().contains("made from"))
        .singleElement()
        .satisfies(n -> assertThat(n.kind()).isEqualTo(said));
    if (status == Status.CONFLICT) {
      assertThat(weights.licence().evidence())
          .extracting(Evidence::path)
          .contains("api/models/org/Base-7B", "README.md");
    }
  }

  @Test
  void where_it_is_not_at_hand_nothing_is_guessed() throws IOException {
    assertThat(inspect("mit", "").notes())
        .anyMatch(n ->
            n.text().contains("cannot be decided from here") && n.text().contains("org/Base-7B"));
  }

  /// A release under Apache-2.0 inspected beside another source.
  ///
  /// @param other the other source's card
  private Finding beside(String kind, String reference, String other) throws IOException {
    Path own = Files.createDirectories(temp.resolve("own"));
    Files.write(own.resolve("model.safetensors"), weights());
    Files.writeString(
        own.resolve("README.md"),
        "---\nlicense: apache-2.0\nbase_model: org/Base-7B\n---\n# A model\n\nMade from it.\n");
    Path base = Files.createDirectories(temp.resolve("beside"));
    Files.writeString(base.resolve("README.md"), other);
    return Inspection.weights(
        List.of(own, base), trees -> List.of(trees.get(0), from(trees.get(1), kind, reference)));
  }

  private static final String BASE_CARD =
      "---\nlicense: cc-by-nc-4.0\n---\n# Base\n\nA model for research.\n";

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "hub, hf:org/Base-7B",
    "hub, hf:ORG/base-7b@0123456789abcdef0123456789abcdef01234567",
    "git, https://hub.example/org/Base-7B/",
    "folder, /models/Base-7B",
    "folder, /models/org/Base-7B/",
  })
  void another_source_of_the_inspection_is_the_base_when_it_is_called_so(
      String kind, String reference) throws IOException {
    Finding weights = beside(kind, reference, BASE_CARD);
    assertThat(weights.notes())
        .filteredOn(n -> n.text().contains("made from org/Base-7B"))
        .singleElement()
        .satisfies(n -> {
          assertThat(n.kind()).isEqualTo(Note.Kind.DISAGREES);
          assertThat(n.text()).contains("CC-BY-NC-4.0").contains("Apache-2.0");
          assertThat(n.evidence()).extracting(Evidence::source).hasSize(2).doesNotHaveDuplicates();
        });
    assertThat(weights.licence().status()).isEqualTo(Status.CONFLICT);
    assertThat(weights.licence().expression()).isEqualTo("CC-BY-NC-4.0");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "hub, hf:org/Base-70B",
    "hub, hf:other/Base-7B",
    "git, https://hub.example/other/Base-7B",
    "folder, /models/My-Base-7B",
    "folder, /models/Base-7B/finetuned",
  })
  void a_source_of_another_name_is_not_the_base(String kind, String reference) throws IOException {
    assertThat(beside(kind, reference, BASE_CARD).notes())
        .filteredOn(n -> n.text().contains("org/Base-7B"))
        .singleElement()
        .satisfies(n -> {
          assertThat(n.kind()).isEqualTo(Note.Kind.REMARK);
          assertThat(n.text()).contains("that model's licence is not at hand");
        });
  }

  @Test
  void a_base_at_hand_that_names_no_licence_leaves_it_undecided() throws IOException {
    assertThat(beside("folder", "/models/Base-7B", "# Base\n\nA model.\n").notes())
        .anyMatch(n -> n.text().contains("that model's licence is not at hand"));
  }
}
