@NullMarked
package dev.assay.sources;

import org.jspecify.annotations.NullMarked;
