/// Objects as Java saves them. Nothing is deserialised.
@NullMarked
package dev.assay.formats.java;

import org.jspecify.annotations.NullMarked;
