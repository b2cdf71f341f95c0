@NullMarked
package dev.assay.code;

import org.jspecify.annotations.NullMarked;
