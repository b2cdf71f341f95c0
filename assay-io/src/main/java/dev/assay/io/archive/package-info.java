/// Archives as trees, without unpacking them: zip and tar, plain or compressed.
@NullMarked
package dev.assay.io.archive;

import org.jspecify.annotations.NullMarked;
