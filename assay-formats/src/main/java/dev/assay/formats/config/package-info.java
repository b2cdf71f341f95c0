/// Configuration files that say what loading a model would run.
@NullMarked
package dev.assay.formats.config;

import org.jspecify.annotations.NullMarked;
