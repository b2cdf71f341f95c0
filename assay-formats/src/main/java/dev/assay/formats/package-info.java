@NullMarked
package dev.assay.formats;

import org.jspecify.annotations.NullMarked;
