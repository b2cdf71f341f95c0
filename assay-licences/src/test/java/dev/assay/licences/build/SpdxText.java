package dev.assay.licences.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One text of the SPDX list, from its package on the test's class path.
///
/// @param id its identifier
/// @param exception whether it is an exception
/// @param text the text as the list prints it
/// @param template the text with its optional and replaceable parts marked
record SpdxText(String id, boolean exception, String text, String template) {
  private static final String FOLDER = "/resources/stdlicenses/";

  /// Every text of the list; empty where the package is not on the class path.
  static List<SpdxText> all() throws IOException {
    List<SpdxText> all = new ArrayList<>();
    if (SpdxText.class.getResource(FOLDER + "licenses.json") == null) {
      return all;
    }
    for (Map<String, Object> licence : list("licenses.json", "licenses")) {
      String id = String.valueOf(licence.get("licenseId"));
      Map<String, Object> d = Json.object(read(id + ".json"));
      all.add(of(id, false, d.get("licenseText"), d.get("standardLicenseTemplate")));
    }
    for (Map<String, Object> exception : list("exceptions.json", "exceptions")) {
      String id = String.valueOf(exception.get("licenseExceptionId"));
      Map<String, Object> d = Json.object(read(id + ".json"));
      all.add(of(id, true, d.get("licenseExceptionText"), d.get("licenseExceptionTemplate")));
    }
    return all;
  }

  private static SpdxText of(String id, boolean exception, Object text, Object template) {
    String plain = String.valueOf(text);
    return new SpdxText(id, exception, plain, template == null ? plain : String.valueOf(template));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(String file, String key) throws IOException {
    return (List<Map<String, Object>>) (List<?>) (List<Object>) Json.object(read(file)).get(key);
  }

  private static String read(String name) throws IOException {
    try (InputStream in = SpdxText.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IOException("the SPDX package has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
