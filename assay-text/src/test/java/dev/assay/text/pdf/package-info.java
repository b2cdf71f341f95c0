@NullMarked
package dev.assay.text.pdf;

import org.jspecify.annotations.NullMarked;
