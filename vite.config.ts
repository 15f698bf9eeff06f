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

export default defineConfig({
  plugins: [refuseServerCodeInBrowser(), tailwindcss(), reactRouter()],
  build: { assetsInlineLimit: 0, sourcemap: false },
  environments: {
    ssr: {
      build: { rollupOptions: { input: "./src/main.ts" } },
    },
  },
});
