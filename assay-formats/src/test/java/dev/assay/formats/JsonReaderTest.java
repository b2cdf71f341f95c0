package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.testing.Gen;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonToken;

class JsonReaderTest {
  private static JsonValue read(String text) {
    return JsonValue.read(ByteSource.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsADocument() {
    JsonValue v = read("{\"a\": [1, 2.5, \"x\", true, null], \"b\": {\"c\": 7}}");
    assertThat(v.items("a"))
        .extracting(JsonValue::plain)
        .containsExactly("1", "2.5", "x", "true", "null");
    assertThat(v.object("b").number("c")).hasValue(7L);
    assertThat(v.number("a")).isEmpty();
  }

  @Test
  void aKeyThatStandsTwiceIsRefusedInEachObjectForItself() {
    assertThatThrownBy(() -> read("{\"a\":1,\"b\":{},\"a\":2}"))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("stands twice");
    assertThat(read("{\"a\":{\"a\":{\"a\":1}},\"b\":{\"a\":2}}")).isNotNull();
  }

  @Test
  void depthNumbersAndTheRestOfTheFileAreBounded() {
    assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> read("1" + "0".repeat(1_000_000))).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> read("{} {}")).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> read("{\"a\":")).isInstanceOf(Malformed.class);
  }

  @Test
  void whatTheParserAdvisesItsProgrammerIsNotReported() {
    assertThatThrownBy(
            () -> {
              var reader = JsonReader.over("{ // a comment\n}");
              while (reader.next() != null) {}
            })
        .hasMessageContaining("Unexpected character '/'")
        .message()
        .doesNotContainIgnoringCase("feature");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] bytes = "{\"a\":\"??\"}".getBytes(StandardCharsets.UTF_8);
    bytes[6] = (byte) 0xC3;
    bytes[7] = (byte) 0x28;
    assertThatThrownBy(() -> JsonValue.read(ByteSource.of(bytes))).isInstanceOf(Malformed.class);
  }

  @Test
  void valuesKnowWhereTheyBegin() {
    JsonValue v = read("{ \"a\": 12, \"b\": \"x\" }");
    assertThat(v.get("a")).isNotNull().extracting(JsonValue::at).isEqualTo(7L);
  }

  @Test
  void damagedDocumentsAreMalformedAndNothingElse() {
    byte[] good =
        "{\"a\": [1, 2.5e3, \"x\\u00e4\"], \"b\": {\"c\": false}}".getBytes(StandardCharsets.UTF_8);
    Gen.forAll(
        1,
        3000,
        gen -> {
          try {
            JsonValue.read(ByteSource.of(gen.damage(good, 3)));
          } catch (Malformed e) {
            assertThat(e.describe()).isNotEmpty();
          }
        });
  }

  @Test
  void aSetOfHashesHoldsWhatASetDoes() {
    Gen.forAll(
        1,
        50,
        gen -> {
          var mine = new LongSet();
          var theirs = new java.util.HashSet<Long>();
          for (int i = 0; i < 2000; i++) {
            long v = gen.between(-500, 500);
            assertThat(mine.add(v)).isEqualTo(theirs.add(v));
          }
        });
  }

  @Test
  void theHashOfBytesIsThatOfJustTheseBytes() {
    var seen = new java.util.HashMap<Long, String>();
    Gen.forAll(
        2,
        20_000,
        gen -> {
          int from = gen.between(0, 9);
          int length = gen.between(0, 40);
          byte[] bytes = new byte[60];
          for (int i = 0; i < bytes.length; i++) {
            bytes[i] =
                (byte)
                    (i < from || i >= from + length
                        ? gen.between(0, 255)
                        : 'a' + gen.between(0, 1));
          }
          String text = new String(bytes, from, length, StandardCharsets.US_ASCII);
          long hash =
              LongSet.hash(
                  ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), from, from + length);
          assertThat(seen.merge(hash, text, (a, _) -> a)).isEqualTo(text);
        });
    assertThat(java.util.Set.copyOf(seen.values())).hasSameSizeAs(seen.values());
  }

  @Test
  void membersOfAListOfWordsAreCountedAndWhatFollowsIsHeldTogetherAgain() {
    byte[] text =
        "{\"v\":{\"a\":1,\"b\":{\"a\":[{}]},\"a\":2},\"w\":1,\"w\":2}"
            .getBytes(StandardCharsets.UTF_8);
    try (JsonReader in = JsonReader.over(ByteSource.of(text), 0, text.length)) {
      in.expect(JsonToken.START_OBJECT);
      in.next();
      in.expect(JsonToken.START_OBJECT);
      assertThat(in.countMembers()).isEqualTo(3);
      in.next();
      in.next();
      assertThatThrownBy(in::next).hasMessageContaining("stands twice");
    }
  }
}
