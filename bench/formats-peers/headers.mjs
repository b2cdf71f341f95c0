// Headers by public parsers: `node headers.mjs PARSER FILE...` prints for each file a line of JSON:
// the shortest time of several runs in this process, and what was found or why not.
import { readFileSync, openSync, readSync, fstatSync, closeSync } from "node:fs";

const [parser, ...files] = process.argv.slice(2);
const runs = Number(process.env.RUNS ?? 10);

// A server's answer out of a local file, with ranges, for parsers that only know URLs.
function local(path) {
  return async (_url, init = {}) => {
    const fd = openSync(path);
    try {
      const size = fstatSync(fd).size;
      const headers = new Headers(init.headers ?? {});
      const range = /bytes=(\d+)-(\d*)/.exec(headers.get("range") ?? "");
      const from = range ? Number(range[1]) : 0;
      const to = Math.min(size - 1, range && range[2] !== "" ? Number(range[2]) : size - 1);
      const body = Buffer.alloc(Math.max(0, to - from + 1));
      readSync(fd, body, 0, body.length, from);
      return new Response(body, {
        status: range ? 206 : 200,
        headers: {
          "content-length": String(body.length),
          "content-range": `bytes ${from}-${to}/${size}`,
          etag: '"x"',
        },
      });
    } finally {
      closeSync(fd);
    }
  };
}

const parsers = {
  async hfgguf(path) {
    const { gguf } = await import("@huggingface/gguf");
    const r = await gguf(path, { allowLocalFile: true });
    return { tensors: r.tensorInfos.length, keys: Object.keys(r.metadata).length };
  },
  async hyllama(path) {
    const { ggufMetadata } = await import("hyllama");
    const b = readFileSync(path);
    const r = ggufMetadata(b.buffer.slice(b.byteOffset, b.byteOffset + b.byteLength));
    return { tensors: r.tensorInfos.length, keys: Object.keys(r.metadata).length };
  },
  async hfsafetensors(path) {
    const { parseSafetensorsFile } = await import("@huggingface/hub");
    if (parseSafetensorsFile) {
      const r = await parseSafetensorsFile("x.safetensors", { repo: "a/b", fetch: local(path) });
      return { tensors: Object.keys(r).filter((k) => k !== "__metadata__").length };
    }
    const { parseSafetensorsMetadata } = await import("@huggingface/hub");
    const r = await parseSafetensorsMetadata({ repo: "a/b", path: "model.safetensors", fetch: local(path) });
    return { tensors: Object.keys(r.header).filter((k) => k !== "__metadata__").length };
  },
};

for (const file of files) {
  let best = Infinity;
  let found;
  try {
    for (let i = 0; i < runs; i++) {
      const t = performance.now();
      found = await Promise.race([
        parsers[parser](file),
        new Promise((_, no) => setTimeout(() => no(new Error("no answer in 20 s")), 20000).unref()),
      ]);
      best = Math.min(best, performance.now() - t);
    }
    console.log(JSON.stringify({ parser, file, ms: best, ok: true, ...found }));
  } catch (e) {
    console.log(JSON.stringify({ parser, file, ok: false, why: String(e.message ?? e).slice(0, 160) }));
  }
}
