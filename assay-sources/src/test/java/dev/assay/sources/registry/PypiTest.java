package dev.assay.sources.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.TextFile;
import dev.assay.model.Issue;
import dev.assay.sources.Lock;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PypiTest extends AgainstLoopback {
  private byte[] wheel = {};

  @BeforeEach
  void publish() throws IOException {
    environment.put("PIP_INDEX_URL", server.base() + "/simple");
    wheel = Loopback.zip("my_pkg/w.bin", "1234", "my_pkg-1.10.dist-info/METADATA", "License: MIT");
    server.put("/files/my_pkg-1.10-py3-none-any.whl", wheel);
    server.put("/simple/my-pkg/", page(TextFile.sha256(wheel)));
  }

  private static String page(String sha256) {
    return "{\"files\":["
        + file("my_pkg-1.9-py3-none-any.whl", "0".repeat(64))
        + ","
        + file("my_pkg-1.10.tar.gz", "0".repeat(64))
        + ","
        + file("my_pkg-1.10-cp313-cp313-manylinux_2_28_x86_64.whl", "0".repeat(64))
        + ","
        + file("my_pkg-1.10-py3-none-any.whl", sha256)
        + ","
        + file("my_pkg-2.0rc1-py3-none-any.whl", "0".repeat(64))
        + "]}";
  }

  private static String file(String name, String sha256) {
    return "{\"filename\":\""
        + name
        + "\",\"url\":\"../../files/"
        + name
        + "\",\"hashes\":{\"sha256\":\""
        + sha256
        + "\"}}";
  }

  @Test
  void theNewestWheelForEveryMachineIsReadAndTheRestNamed() {
    try (Opened opened = open("pypi:My_Pkg")) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.info().kind()).isEqualTo("pypi package");
      assertThat(tree.info().revision()).isEqualTo("1.10 sha256:" + TextFile.sha256(wheel));
      assertThat(tree.files())
          .extracting(FileEntry::path)
          .containsExactly("my_pkg-1.10.dist-info/METADATA", "my_pkg/w.bin");
      assertThat(tree.issues())
          .extracting(Issue::message)
          .containsExactly("my_pkg-1.10-py3-none-any.whl was read, my_pkg-1.10.tar.gz was not");
      assertThat(meter.requests()).isEqualTo(2);
      assertThat(Lock.of(List.of(tree)).entries().getFirst().reference())
          .isEqualTo("pypi:my-pkg==1.10");
    }
  }

  @Test
  void anIndexOfHtmlIsReadToo() {
    server.put(
        "/simple/my-pkg/",
        "<!DOCTYPE html><body><a href=\"/files/my_pkg-1.10-py3-none-any.whl#sha256="
            + TextFile.sha256(wheel)
            + "\" data-requires-python=\"&gt;=3\">my_pkg-1.10-py3-none-any.whl</a><br/>");
    try (Opened opened = open("pypi:my-pkg@1.10")) {
      assertThat(opened.trees().getFirst().files()).hasSize(2);
      assertThat(opened.trees().getFirst().issues()).isEmpty();
    }
  }

  @Test
  void whatIsNotThereIsTold() {
    assertThat(refused("pypi:my-pkg==3").message())
        .isEqualTo("there is no version 3; there are 2.0rc1, 1.9, 1.10");
    assertThat(refused("pypi:other").message()).contains("no package of this name");
    assertThat(refused("pypi:../x").next()).contains("write it as");
    server.put("/simple/my-pkg/", "<html>nothing</html>");
    assertThat(refused("pypi:my-pkg").message()).contains("names no file");
    server.put("/simple/my-pkg/", "{");
    assertThat(refused("pypi:my-pkg").message()).contains("not JSON");
  }

  @Test
  void anotherContentThanTheIndexSaysIsRefused() {
    server.put("/simple/my-pkg/", page("1".repeat(64)));
    assertThat(refused("pypi:my-pkg").message()).contains("not what the sha256");
  }

  @Test
  void aLoginInTheAddressIsShownToTheIndexAndPrintedNowhere() throws IOException {
    server.guard("Basic bWU6czNjcmV0");
    environment.remove("PIP_INDEX_URL");
    Path config = temp.resolve(".config/pip/pip.conf");
    Files.createDirectories(config.getParent());
    String address = server.base().replace("http://", "http://me:s3cret@") + "/simple";
    Files.writeString(config, "[global]\nindex-url = " + address + "\n");
    assertThat(Sources.explain("pypi:my-pkg", new SourceOptions(true, environment, QUICK)))
        .doesNotContain("s3cret");
    try (Opened opened = open("pypi:my-pkg")) {
      assertThat(opened.trees()).hasSize(1);
    }
    Files.writeString(config, "[global]\nindex-url = " + address.replace("s3cret", "n0ne") + "\n");
    assertThat(refused("pypi:my-pkg").message())
        .contains("not let it be read")
        .doesNotContain("n0ne");
  }
}
