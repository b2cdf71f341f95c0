package dev.assay.sources.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What a server is shown with a request: sent to the origin of the request and to no other, and
/// printed nowhere.
///
/// @param header the value of `Authorization`; empty for nothing
/// @param whose what tells its holder from others, so that the cache gives nobody what another was
///   let see; empty where anybody gets such a credential
public record Credential(String header, String whose) {
  /// No credential.
  public static final Credential NONE = new Credential("", "");

  /// A holder's token.
  public static Credential bearer(String token) {
    return isPlain(token) ? new Credential("Bearer " + token, token) : NONE;
  }

  /// A token that a server just gave, for this run only.
  ///
  /// @param whose what it was given for; empty where anybody gets one
  public static Credential passing(String token, String whose) {
    return isPlain(token) ? new Credential("Bearer " + token, whose) : NONE;
  }

  /// A name and a password.
  public static Credential basic(String name, String password) {
    byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    String text = Base64.getEncoder().encodeToString(both);
    return new Credential("Basic " + text, text);
  }

  /// Whether there is none.
  public boolean isNone() {
    return header.isEmpty();
  }

  // What is no word of printable characters would break, or smuggle into, the header.
  private static boolean isPlain(String token) {
    return !token.isEmpty() && token.chars().allMatch(c -> c > 0x20 && c < 0x7f);
  }

  @Override
  public String toString() {
    return isNone() ? "no credential" : "a credential";
  }
}
