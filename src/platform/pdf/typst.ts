import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { coverageOf } from "./font-coverage.ts";
import { TEMPLATE } from "./typst-template.ts";

const FONTS = ["400Regular", "400Regular_Italic", "600SemiBold"] as const;
/** The tagged archive standard: Factur-X demands PDF/A-3, level a adds the structure that screen readers need. */
const STANDARD = "a-3a";
/** Documents whose intermediate results Typst keeps: the fonts and the template stay warm, memory stays flat. */
const CACHE_AGE = 10;
/** A folder that does not exist: the page sees its own files only, never the disk, even through a hostile SVG. */
const WORKSPACE = "/essaim-page";

let engine: { readonly compiler: NodeCompiler; readonly coverage: ReadonlySet<number> } | null = null;

/** The bytes of the fonts, from their own package: nothing is fetched. */
function fontFiles(): Buffer[] {
  const require = createRequire(import.meta.url);
  return FONTS.map((name) =>
    readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${name}/SourceSans3_${name}.ttf`)),
  );
}

function startEngine() {
  const fontBlobs = fontFiles();
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: WORKSPACE });
  return { compiler, coverage: coverageOf(fontBlobs) };
}

/** The code points the page can draw. */
export function drawableCharacters(): ReadonlySet<number> {
  engine ??= startEngine();
  return engine.coverage;
}

export type TypstFile = { readonly path: string; readonly bytes: Uint8Array };

/** Compiles a page to PDF/A-3a: `data` is the JSON it reads, `file` an image it may show. Throws what Typst says. */
export function compilePdf(data: string, file?: TypstFile, template = TEMPLATE): Uint8Array {
  engine ??= startEngine();
  const { compiler } = engine;
  const path = file === undefined ? null : join(WORKSPACE, file.path);
  if (file !== undefined && path !== null) compiler.mapShadow(path, Buffer.from(file.bytes));
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { data } });
    const document = compiled.result;
    if (document === null) throw new Error(`Typst: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
    return compiler.pdf(document, { pdfStandard: STANDARD });
  } finally {
    if (path !== null) compiler.unmapShadow(path);
    compiler.evictCache(CACHE_AGE);
  }
}
