package dev.assay.text;

import dev.assay.io.TextFile;

/// What one document says.
public record Document(TextFile file) {}
