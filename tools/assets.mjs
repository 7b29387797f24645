// Bundles the scripts, styles and the sign of banyan/desk/assets into banyan/desk/static/built: hashed names, a gzip and a
// brotli file beside each, the licences of what was bundled, and manifest.json, which pages read to find the names.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const SOURCE = "banyan/desk/assets";
const TARGET = "banyan/desk/static/built";
const ENTRIES = ["js/desk.js", "js/charts.js", "css/desk.css", "banyan.svg"];

async function bundle() {
  const { metafile } = await build({
    entryPoints: ENTRIES.map((entry) => join(SOURCE, entry)),
    outdir: TARGET,
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".svg": "copy", ".woff2": "copy" },
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  }).catch(() => process.exit(1)); // esbuild has printed the file, the line and the cause
  return metafile;
}

async function compress(file) {
  const content = await readFile(file);
  await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
  await writeFile(`${file}.br`, brotliCompressSync(content));
}

async function licence(name) {
  const folder = join("node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json")));
  const texts = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)(\.\w+)?$/i.test(file));
  const bodies = await Promise.all(texts.sort().map((file) => readFile(join(folder, file), "utf8")));
  return [`${name} ${version} (${license})`, ...bodies].join("\n\n");
}

function bundled({ inputs }) {
  const names = Object.keys(inputs).map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}

async function clear(kept) {
  for (const file of await readdir(TARGET)) {
    if (!kept.has(file)) await rm(join(TARGET, file));
  }
}

await mkdir(TARGET, { recursive: true });
const metafile = await bundle();
const files = Object.keys(metafile.outputs);
await Promise.all(files.map(compress));
const licences = await Promise.all(bundled(metafile).map(licence));
await writeFile(join(TARGET, "LICENCES.txt"), licences.join(`\n\n${"-".repeat(80)}\n\n`));

const entries = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint);
const manifest = Object.fromEntries(entries.map(([file, { entryPoint }]) => [basename(entryPoint), basename(file)]));
await writeFile(join(TARGET, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
await clear(new Set(["manifest.json", "LICENCES.txt", ...files.flatMap((file) => ["", ".gz", ".br"].map((end) => basename(file) + end))]));
