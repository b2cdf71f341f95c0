# -*- coding: utf-8 -*-
"""A module that holds one of each token
over two lines."""
from __future__ import annotations
import os, sys as system
from a.b import (
    c as d,  # a comment inside
    e,
)


@decorate(1, name="x")
class Net(nn.Module, metaclass=Meta):
    '''doc'''

    lr: float = 1e-3
    big = 0xFF + 0b1010 + 1_000.5e-10j

    def forward(self, x, *args, **kwargs):
        if x is not None and not x == 1 or x != 2:
            y = x[1:2, ...] @ self.w.T
        return f"{x!r:>{width}} done" + rb'\'raw' + "it's" 'two'

    async def go(self) -> "Net":
        async with lock:
            await self.run(lambda q: q ** 2 // 3 << 1 >> 2)
        x: int = (yield)
        x += 1; x -= 1; x **= 2; x //= 2; x >>= 1; x <<= 1; x @= w
        if (n := 10) > 5: pass
        return x \
            + 1


def größe(a, /, b, *, c=None) -> None:
	while True:
		break
	return {"k": [1, (2, 3)], 'j': {4}}


if __name__ == "__main__":
    größe(1, 2)
