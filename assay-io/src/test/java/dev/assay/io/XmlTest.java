package dev.assay.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTest {
  @Test
  void elements_have_their_text_their_children_and_their_lines() {
    Xml root = Xml.parse("<?xml version='1.0'?>\n<a>\n <b>x<!-- no --> &amp; y</b>\n <b/>\n</a>\n");
    assertThat(root.name()).isEqualTo("a");
    assertThat(root.line()).isEqualTo(2);
    assertThat(root.lastLine()).isEqualTo(5);
    assertThat(root.all("b")).extracting(Xml::text).containsExactly("x & y", "");
    assertThat(root.get("c").get("d")).isSameAs(Xml.NONE);
  }

  @Test
  void bytes_are_read_in_their_encoding_and_a_mark_before_them_is_passed_over() {
    byte[] document = "\uFEFF<a>é</a>".getBytes(StandardCharsets.UTF_8);
    assertThat(Xml.parse(document).text()).isEqualTo("é");
    assertThat(Xml.parse("<a>é</a>".getBytes(StandardCharsets.UTF_16)).text()).isEqualTo("é");
  }

  /// Ten names, each of ten of the one before: ten thousand million words if they are put in.
  @Test
  void entities_of_the_documents_own_are_not_put_in() {
    var bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"lol\">");
    for (int i = 1; i < 11; i++) {
      bomb.append("<!ENTITY e").append(i).append(" \"").append(("&e" + (i - 1) + ";").repeat(10));
      bomb.append("\">");
    }
    bomb.append("]><a>&e10;<b>after</b></a>");
    Xml root = Xml.parse(bomb.toString());
    assertThat(root.text()).isEmpty();
    assertThat(root.get("b").text()).isEqualTo("after");
  }

  @Test
  void no_other_file_is_opened(@TempDir Path temp) throws IOException {
    Path secret = Files.writeString(temp.resolve("secret.txt"), "the secret");
    Path declaration =
        Files.writeString(temp.resolve("a.dtd"), "<!ENTITY s \"the secret\"><!ENTITY t \"more\">");
    for (String outside :
        new String[] {
          "<!DOCTYPE a [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]><a>&s;</a>",
          "<!DOCTYPE a SYSTEM \"" + declaration.toUri() + "\"><a>&s;</a>",
          "<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + declaration.toUri() + "\"> %p;]><a>&s;</a>",
        }) {
      assertThat(Xml.parse(outside).text()).as(outside).isEmpty();
    }
  }

  @Test
  void deep_and_wide_documents_are_refused_where_they_go_too_far() {
    String deep = "<a>".repeat(100_000);
    assertThatThrownBy(() -> Xml.parse(deep))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("deeper than 64");
    String wide = "<a>" + "<b/>".repeat(300_000) + "</a>";
    assertThatThrownBy(() -> Xml.parse(wide))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("200000 elements");
    assertThat(Xml.parse("<a>".repeat(64) + "</a>".repeat(64)).name()).isEqualTo("a");
  }

  @Test
  void the_reason_is_short_however_long_the_name_that_it_tells_of() {
    assertThatThrownBy(() -> Xml.parse("<" + "a".repeat(50_000) + "></b>"))
        .isInstanceOf(Malformed.class)
        .satisfies(e -> assertThat(e.getMessage()).startsWith("line 1: ").hasSizeLessThan(260));
  }

  /// Whatever is broken costs a reason and nothing else.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_broken_document_is_malformed_and_no_bug(long seed) {
    var random = new Random(seed);
    String whole =
        "<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY e \"f\">]><p xmlns=\"urn:x\"><b c='d'>&e;"
            + "<![CDATA[x]]></b><!-- z --></p>";
    for (int round = 0; round < 3_000; round++) {
      var broken = new StringBuilder(whole);
      for (int n = 1 + random.nextInt(4); n > 0 && !broken.isEmpty(); n--) {
        int at = random.nextInt(broken.length());
        switch (random.nextInt(3)) {
          case 0 -> broken.setCharAt(at, (char) random.nextInt(0x100));
          case 1 -> broken.deleteCharAt(at);
          default -> broken.setLength(at + 1);
        }
      }
      try {
        assertThat(Xml.parse(broken.toString())).isNotNull();
      } catch (Malformed e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }
}
