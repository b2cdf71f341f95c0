"""Downloads the pages, removes what occurs twice, and makes tokens of them."""
import hashlib
import os
import urllib.request

import numpy as np
from transformers import AutoTokenizer

PAGES = "https://example.org/pages.tar.gz"


def clean(lines):
    seen = set()
    for line in lines:
        key = hashlib.md5(line.strip().lower().encode()).hexdigest()
        if len(line) > 20 and key not in seen:
            seen.add(key)
            yield line


def main():
    os.makedirs("data", exist_ok=True)
    urllib.request.urlretrieve(PAGES, "data/pages.txt")
    tokenizer = AutoTokenizer.from_pretrained("example/base")
    with open("data/pages.txt") as pages:
        tokens = [t for line in clean(pages) for t in tokenizer(line)["input_ids"]]
    np.array(tokens, dtype=np.uint16).tofile("data/train.bin")


if __name__ == "__main__":
    main()
