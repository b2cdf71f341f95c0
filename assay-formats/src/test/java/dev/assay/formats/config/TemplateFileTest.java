package dev.assay.formats.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TemplateFileTest {

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @TestFactory
  Stream<DynamicTest> theVerdictsOfTheFixturesHold() {
    return FixtureCase.generated(
        "hostile/json/deep_config/config.json", "hostile/json/auto_map/config.json");
  }

  @Test
  void classesToImportAreSaidWithWhoseCodeTheyAre() {
    Weights w =
        Sample.read(
            "config.json",
            utf8(
                "{\"auto_map\":{\"AutoConfig\":\"configuration_x.XConfig\",\"AutoTokenizer\":[\"a/b--tok.T\",null]}}"));
    assertThat(w.kind()).isEqualTo(Weights.Kind.OTHER);
    assertThat(Sample.facts(w, Weights.Topic.REMOTE_CODE))
        .containsExactly("configuration_x.XConfig", "a/b--tok.T");
    assertThat(Sample.dangers(w))
        .anyMatch(d -> d.contains("code of this release"))
        .anyMatch(d -> d.contains("code of a/b"));
  }

  @Test
  void aTemplateThatReachesOutOfItsSandboxIsADangerWhereverItStands() {
    String evil = "{{ ''.__class__.__mro__ }}";
    for (String name : List.of("tokenizer_config.json", "chat_template.json")) {
      assertThat(Sample.dangers(Sample.read(name, utf8("{\"chat_template\":\"" + evil + "\"}"))))
          .isNotEmpty();
    }
    String list = "{\"chat_template\":[{\"name\":\"default\",\"template\":\"" + evil + "\"}]}";
    assertThat(Sample.dangers(Sample.read("tokenizer_config.json", utf8(list)))).isNotEmpty();
    assertThat(Sample.dangers(Sample.read("chat_template.jinja", utf8(evil)))).isNotEmpty();
    assertThat(Sample.dangers(Sample.read("m.yaml", utf8("chat_template: \"" + evil + "\""))))
        .isNotEmpty();
  }

  @Test
  void ordinaryTemplatesAreNoDanger() {
    String plain = "{% for m in messages %}{{ m.role }}: {{ m.content }}{% endfor %}";
    byte[] json = utf8("{\"chat_template\":\"" + plain + "\"}");
    assertThat(Sample.recognised("chat_template.jinja", utf8(plain))).isFalse();
    assertThat(Sample.recognised("x.json", json)).isFalse();
    assertThat(Sample.dangers(Sample.read("tokenizer_config.json", json))).isEmpty();
  }

  @Test
  void anArchiveThatIsNotOpenedIsSaid() {
    byte[] seven = {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c, 0, 4};
    assertThat(Sample.dangers(Sample.read("model.pt", seven))).anyMatch(d -> d.contains("7z"));
    assertThat(Sample.dangers(Sample.read("model.bin", utf8("Rar!\u001a\u0007\u0000"))))
        .anyMatch(d -> d.contains("RAR"));
  }

  @Test
  void damageEndsInAValue() {
    byte[] good = utf8("{\"auto_map\":{\"A\":\"b.C\"},\"chat_template\":\"{{ x.__init__ }}\"}");
    Sample.survivesDamage(new TemplateFile(), "config.json", good);
  }
}
