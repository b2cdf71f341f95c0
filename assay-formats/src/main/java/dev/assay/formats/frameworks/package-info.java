/// Formats of single frameworks: Core ML, DL4J, MindSpore, Paddle.
@NullMarked
package dev.assay.formats.frameworks;

import org.jspecify.annotations.NullMarked;
