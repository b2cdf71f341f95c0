@NullMarked
package dev.assay.licences;

import org.jspecify.annotations.NullMarked;
