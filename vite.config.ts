import { posix } from "node:path";
import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

/**
 * Fails the build when server code would reach the browser: a store, a command, a job or the platform.
 * Pages themselves are split by the framework (loaders and actions are removed from the browser's half).
 */
function refuseServerCodeInBrowser(): Plugin {
  return {
    name: "refuse-server-code-in-browser",
    enforce: "pre",
    load(id) {
      if (this.environment.name !== "client") return null;
      const file = id.split("?")[0] ?? id;
      if (/\.(store|command|job)\.tsx?$/.test(file) || /\/src\/platform\//.test(file) || /\.server\.ts$/.test(file)) {
        this.error(`server code reached the browser: ${file}`);
      }
      return null;
    },
  };
}

/**
 * Gives each worker thread of the server a file of its own beside the bundle: `new URL("./x.entry.ts", import.meta.url)`
 * in a server file becomes the address of that file. Its name holds a hash, so a server of the former version keeps its own.
 */
function buildServerWorkers(): Plugin {
  const address = /new URL\("(\.\/[\w-]+\.entry\.ts)", import\.meta\.url\)/g;
  return {
    name: "build-server-workers",
    apply: "build",
    config: {
      order: "post",
      handler: (config) => {
        const output = config.environments?.ssr?.build?.rollupOptions?.output;
        if (output === undefined || Array.isArray(output)) throw new Error("the server bundle has another form");
        output.entryFileNames = ({ name }) => (name === "main" ? "index.js" : "assets/[name]-[hash].js");
      },
    },
    transform: {
      filter: { code: address },
      async handler(code, id) {
        if (this.environment.name !== "ssr") return null;
        for (const [, file = ""] of code.matchAll(address)) {
          const worker = await this.resolve(file, id);
          if (worker === null) this.error(`${id} names a worker that does not exist: ${file}`);
          this.emitFile({ type: "chunk", id: worker.id });
        }
        return null;
      },
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
      for (const chunk of chunks) {
        chunk.code = chunk.code.replace(address, (_text, file: string) => {
          const worker = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(file.slice(1)));
          if (worker === undefined) this.error(`the worker ${file} was not built`);
          const path = posix.relative(posix.dirname(chunk.fileName), worker.fileName);
          return `new URL("./${path}", import.meta.url)`;
        });
      }
    },
  };
}

const LISTS = "table|list-|filters|pagination|select-all";
const PICTURES = "chart|colour-input|contrast|signature-pad";
/** What a few pages share is not everybody’s to load. */
const RARE = "checkbox-families|ticked-count|radar";

/**
 * What three pages or more share travels together: fewer requests, and it compresses as one text. Lists and pictures apart:
 * an editor does without. What one needs of another goes with the first of them.
 */
const SHARED = [
  {
    name: "frame",
    test: new RegExp(`/src/(kernel|shell)/|/src/ui/(?!${LISTS}|${PICTURES}|${RARE})|lucide-react`),
    minShareCount: 3,
    priority: 3,
  },
  { name: "lists", test: new RegExp(`/src/ui/(${LISTS})`), minShareCount: 3, priority: 2 },
  { name: "pictures", test: new RegExp(`/src/ui/(${PICTURES})`), minShareCount: 3, priority: 1 },
];

export default defineConfig({
  plugins: [refuseServerCodeInBrowser(), tailwindcss(), reactRouter(), buildServerWorkers()],
  build: { assetsInlineLimit: 0, sourcemap: false },
  environments: {
    client: {
      build: {
        rollupOptions: {
          output: {
            advancedChunks: {
              groups: SHARED,
            },
          },
        },
      },
    },
    ssr: {
      build: { rollupOptions: { input: "./src/main.ts" } },
    },
  },
});
