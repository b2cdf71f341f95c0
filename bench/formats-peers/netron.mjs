// What netron reads of files: `node netron.mjs TREE FILE...` prints for each file a line of JSON as
// headers.mjs does. TREE is a check-out of netron; its reader runs with the host that its own tests use,
// so that no window and no network is needed. Files are parsed, never run.
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [tree, ...files] = process.argv.slice(2);
const runs = Number(process.env.RUNS ?? 1);
const source = (name) => import(pathToFileURL(resolve(tree, name)).href);
const mock = await source("test/mock.js");
const node = await source("source/node.js");
const view = await source("source/view.js");
const zip = await source("source/zip.js");
if (zip.Archive.import) await zip.Archive.import();
// A shallow copy of the repository may lack the tables of operators: their texts are not what is asked.
mock.Host.prototype.asset = ((asset) => async function (file) {
  return existsSync(resolve(tree, "source", file)) ? asset.call(this, file) : "[]";
})(mock.Host.prototype.asset);

function stream(path) {
  const s = statSync(path);
  return new node.FileStream(path, 0, s.size, s.mtimeMs);
}

async function open(path) {
  const host = await new mock.Host({ zoom: "none", serial: false });
  const folder = statSync(path).isDirectory();
  const entries = new Map();
  if (folder)
    for (const e of readdirSync(path, { recursive: true, withFileTypes: true }))
      if (e.isFile()) entries.set(join(e.parentPath, e.name), stream(join(e.parentPath, e.name)));
  const context = new mock.Context(
    host, folder ? path : dirname(path), basename(path), folder ? null : stream(path), entries);
  return new view.ModelFactoryService(host).open(context);
}

// Tensors of a model: each once, wherever it hangs (initializers, attributes, sub-graphs, functions).
function tensors(model) {
  const found = new Set();
  const seen = new Set();
  const todo = [...(model.modules ?? []), ...(model.functions ?? [])];
  const value = (v) => {
    if (v?.initializer) found.add(v.initializer);
    else if (Array.isArray(v)) v.forEach(value);
  };
  while (todo.length > 0) {
    const at = todo.pop();
    if (!at || seen.has(at)) continue;
    seen.add(at);
    for (const n of at.nodes ?? []) {
      if (Array.isArray(n.type?.nodes)) todo.push(n.type);
      for (const b of n.blocks ?? []) todo.push(b.value ?? b);
      for (const a of [...(n.inputs ?? []), ...(n.outputs ?? [])]) value(a.value);
      for (const a of n.attributes ?? []) {
        if (a.type === "tensor" && a.value?.type?.shape) found.add(a.value);
        else if (Array.isArray(a.value?.nodes)) todo.push(a.value);
        else value(a.value);
      }
    }
  }
  let elements = 0n;
  for (const t of found)
    elements += (t.type?.shape?.dimensions ?? []).reduce((n, d) => n * BigInt(d ?? 0), 1n);
  return { tensors: found.size, elements: Number(elements) };
}

for (const file of files) {
  try {
    let best = Infinity;
    let model;
    for (let i = 0; i < runs; i++) {
      const t = performance.now();
      model = await open(file);
      best = Math.min(best, performance.now() - t);
    }
    console.log(JSON.stringify({
      parser: "netron", file, ms: best, ok: true, format: model.format, producer: model.producer, ...tensors(model) }));
  } catch (e) {
    console.log(JSON.stringify({ parser: "netron", file, ok: false, why: String(e?.message ?? e).slice(0, 160) }));
  }
}
process.exit(0);
