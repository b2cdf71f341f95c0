/// What Torch, the one in Lua, writes.
@NullMarked
package dev.assay.formats.lua;

import org.jspecify.annotations.NullMarked;
