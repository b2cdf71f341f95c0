/// Configuration and templates beside weights, as far as loading or using the model would run what
/// they say.
@NullMarked
package dev.assay.formats.config;

import org.jspecify.annotations.NullMarked;
