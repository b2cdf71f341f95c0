#!/usr/bin/env python3
# Runs ScanCode's licence detection from its sources over the files named on standard input.
#   find FOLDER -type f | bench/licence-scancode.py SOURCES CACHE
# SOURCES holds scancode-toolkit/, commoncode/ and plugincode/ as their repositories give them; CACHE keeps the
# index between runs. Prints each path with the licence expressions found, and at the end, on standard error, files
# and seconds without the making of the index. What the text matching does not need (kinds of files, PDF) is left out.
# Debian packages: python3-ahocorasick -intbitset -attr -click -boltons -saneyaml -fasteners -license-expression
# -bs4 -chardet -pluggy -requests -text-unidecode -packaging.
import importlib.metadata
import os
import resource
import sys
import time
import types

sources, cache = sys.argv[1], sys.argv[2]
os.makedirs(cache, exist_ok=True)
for key in ("SCANCODE_CACHE", "SCANCODE_LICENSE_INDEX_CACHE", "SCANCODE_TEMP"):
    os.environ[key] = cache
for name in ("scancode-toolkit", "commoncode", "plugincode"):
    sys.path.insert(0, os.path.join(sources, name, "src"))


class Left:
    def __getattr__(self, name):
        return False


def module(name, **members):
    made = types.ModuleType(name)
    made.__dict__.update(members)
    sys.modules[name] = made


module("typecode", get_type=lambda path: Left())
module("typecode.contenttype", get_type=lambda path: Left(), Type=Left)
module("pdfminer")
for part in ("pdfparser", "pdfpage", "pdfinterp", "pdfdocument", "layout", "converter"):
    module("pdfminer." + part)
    sys.modules["pdfminer." + part].__getattr__ = lambda name: type(name, (Exception,), {})
sys.modules.setdefault("importlib_metadata", importlib.metadata)

from licensedcode.cache import get_index  # noqa: E402

start = time.time()
index = get_index()
print("index: %.1f s" % (time.time() - start), file=sys.stderr)
files = [line.rstrip("\n") for line in sys.stdin]
start = time.time()
for path in files:
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    try:
        found = sorted({m.rule.license_expression for m in index.match(query_string=text)})
    except Exception as e:  # one file costs one line
        found = ["error " + type(e).__name__]
    print(path + "\t" + " | ".join(found))
seconds = time.time() - start
print(
    "files: %d in %.1f s, %.1f a second, %d MB"
    % (len(files), seconds, len(files) / seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024),
    file=sys.stderr,
)
