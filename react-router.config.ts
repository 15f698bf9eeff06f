import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src",
  // scripts/build.mjs builds beside a running server, then puts the new files in place.
  buildDirectory: process.env.ESSAIM_BUILD ?? "build",
  ssr: true,
  splitRouteModules: true,
} satisfies Config;
