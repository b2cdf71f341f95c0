package dev.assay.code;

import dev.assay.io.TextFile;

/// What one source file shows.
public record CodeFile(TextFile file) {}
