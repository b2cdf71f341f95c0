/// Bytes, text and trees of files, read within limits and counted. Everything untrusted enters
/// Assay through here.
@NullMarked
package dev.assay.io;

import org.jspecify.annotations.NullMarked;
