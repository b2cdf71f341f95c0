/// Measurements of Assay itself: agreement with people, and speed.
@NullMarked
package dev.assay.bench;

import org.jspecify.annotations.NullMarked;
