package dev.assay.licences.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.LicenceStatement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Licences by the names that their translations have.
class NamesInOtherWordsTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static List<String> said(String text) {
    return ENGINE.scan(TextFile.of("s", "README.md", "# Gull\n\n" + text + "\n")).stream()
        .map(LicenceStatement::expression)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "模型权重在 GNU 通用公共许可证 v3.0 (GPLv3) 下发布。 | GPL-3.0-only",
        "模型权重采用 Apache 2.0 许可证。 | Apache-2.0",
        "模型权重遵循 Apache 许可证 2.0 版。 | Apache-2.0",
        "代码采用 MIT 许可证，权重采用 CC BY-NC 4.0 许可协议。 | MIT CC-BY-NC-4.0",
        "模型权重采用知识共享署名-非商业性使用 4.0 国际许可协议。 | CC-BY-NC-4.0",
        "数据集采用知识共享署名 4.0 协议。 | CC-BY-4.0",
        "代码遵循 GNU 宽通用公共许可证 v2.1。 | LGPL-2.1-only",
        "代码遵循 BSD 三条款许可证。 | BSD-3-Clause",
        "モデルの重みは Apache License 2.0 で公開しています。 | Apache-2.0",
        "モデルはクリエイティブ・コモンズ 表示-非営利 4.0 国際 ライセンスで公開しています。 | CC-BY-NC-4.0",
        "コードは GNU 一般公衆利用許諾書 v3 の下で公開されています。 | GPL-3.0-only",
        "모델 가중치는 Apache 2.0 라이선스로 공개합니다. | Apache-2.0",
        "모델은 크리에이티브 커먼즈 저작자표시-비영리 4.0 국제 라이선스를 따릅니다. | CC-BY-NC-4.0",
        "Die Gewichte stehen unter der GNU General Public License v3.0. | GPL-3.0-only",
        "Die Gewichte stehen unter der Creative Commons Namensnennung-Nicht kommerziell 4.0 International Lizenz. | CC-BY-NC-4.0",
        "Les poids sont sous licence Creative Commons Attribution - Pas d'Utilisation Commerciale 4.0 International. | CC-BY-NC-4.0",
        "Los pesos están bajo la licencia Creative Commons Atribución-NoComercial 4.0 Internacional. | CC-BY-NC-4.0",
        "Os pesos estão sob a licença Creative Commons Atribuição-NãoComercial 4.0 Internacional. | CC-BY-NC-4.0",
        "I pesi sono sotto licenza Creative Commons Attribuzione - Non commerciale 4.0 Internazionale. | CC-BY-NC-4.0",
        "Веса распространяются под лицензией Creative Commons «Атрибуция-Некоммерчески» 4.0. | CC-BY-NC-4.0",
        "Код распространяется под Стандартной общественной лицензией GNU версии 3. | GPL-3.0-only",
        "Код распространяется под лицензией Apache 2.0. | Apache-2.0",
        "数据集采用知识共享署名-非商业性使用-相同方式共享 4.0 国际许可协议。 | CC-BY-NC-SA-4.0",
        "Die Daten stehen unter der Creative Commons Namensnennung - Weitergabe unter gleichen Bedingungen 3.0 Lizenz. | CC-BY-SA-3.0",
        "代码遵循 GNU 通用公共许可证。 | LicenseRef-GPL",
        "模型权重采用知识共享署名协议。 | LicenseRef-CC-BY",
      })
  void areRead(String text, String expected) {
    assertThat(said(text)).containsExactlyInAnyOrder(expected.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "本项目致力于知识共享。",
        "BSD 三个月后发布。",
        "模型的非商业性使用请联系作者。",
        "Die Namensnennung der Autoren ist uns wichtig.",
        "Apache 的许可证我们还没有选择。",
      })
  void otherWordsAreNoNames(String text) {
    assertThat(said(text))
        .noneMatch(e -> e.startsWith("CC-") || e.startsWith("BSD-") || e.startsWith("Apache-"));
  }

  @Test
  void manyNamesAreReadInBoundedTime() {
    String many = "知识共享署名-非商业性使用许可协议 ".repeat(20_000);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> said(many));
  }
}
