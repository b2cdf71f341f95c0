/// Where a file gives or claims a licence.
@NullMarked
package dev.assay.licences.scan;

import org.jspecify.annotations.NullMarked;
