package dev.assay.cli;

import dev.assay.testing.HubServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests against a hub on loopback, one for each test.
abstract class AgainstHub {
  @TempDir Path temp;
  HubServer hub;

  @BeforeEach
  final void openHub() throws IOException {
    hub = new HubServer();
  }

  @AfterEach
  final void closeHub() {
    hub.close();
  }
}
