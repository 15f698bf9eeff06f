// The boundaries of the house: one direction, modules through their front doors only, no cycle.
// A planted violation (src/kernel/planted.ts, made by scripts/check.mjs) proves that the check reads the code.
const modules =
  "membership|ledger|sales|contribution|treasury|payroll|account|parcours|accompaniment|documents|notification|statistics|privacy|skills|meetings|network|delegation|bid|room|consultation|governance|label|grid|workgroup|training|observatory|objectives|desk";
/** Who may know whom (ARCHITECTURE.md has the same map in words). */
const map = {
  notification: [],
  membership: ["notification"],
  ledger: [],
  privacy: ["membership", "parcours", "notification"],
  meetings: ["membership", "notification"],
  network: ["membership", "notification"],
  delegation: ["membership", "notification", "sales"],
  consultation: ["membership", "notification", "network", "room"],
  bid: ["membership", "notification", "network", "sales", "ledger"],
  room: ["membership", "network"],
  label: ["membership", "network", "notification"],
  grid: ["membership", "network", "notification"],
  observatory: [],
  objectives: ["membership", "network", "observatory"],
  workgroup: ["membership", "notification", "network"],
  training: ["membership", "notification", "network"],
  account: ["membership"],
  sales: ["membership", "ledger", "notification"],
  contribution: ["membership", "ledger"],
  treasury: ["membership", "ledger", "contribution"],
  payroll: ["membership", "ledger", "treasury", "contribution"],
  parcours: ["membership", "notification"],
  accompaniment: ["membership", "parcours", "ledger", "notification", "meetings"],
  documents: ["membership", "notification"],
  statistics: ["membership", "parcours", "accompaniment"],
  governance: ["membership", "accompaniment", "ledger", "notification"],
  skills: ["membership", "parcours", "accompaniment", "privacy"],
};
const TEST = "\\.test\\.tsx?$|/testing\\.ts$|\\.fixture\\.ts$";

module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      severity: "error",
      comment:
        "types are read as imports here: word files name the states of their noun, views the data of their page, and neither brings code back",
      from: {},
      to: { circular: true, viaOnly: { pathNot: "\\.(fr|en)\\.ts$|\\.page\\.tsx$" } },
    },
    {
      name: "kernel-knows-nobody",
      severity: "error",
      from: { path: "^src/kernel/", pathNot: TEST },
      to: { pathNot: "^src/kernel/" },
    },
    {
      name: "platform-knows-kernel-only",
      severity: "error",
      from: { path: "^src/platform/", pathNot: TEST },
      to: { path: "^src/(modules|ui|shell|stories|demo|operator)/" },
    },
    {
      name: "ui-knows-kernel-only",
      severity: "error",
      from: { path: "^src/ui/", pathNot: TEST },
      to: { path: "^src/(modules|platform|shell|stories|demo|operator)/" },
    },
    ...Object.entries(map).map(([name, known]) => ({
      name: `map-of-${name}`,
      severity: "error",
      from: { path: `^src/modules/${name}/`, pathNot: TEST },
      to: { path: `^src/modules/(?!${[name, ...known].join("/|")}/)` },
    })),
    {
      name: "front-doors-only",
      severity: "error",
      comment: "another module is reached by its index.ts, index.server.ts or index.view.ts",
      from: { path: `^src/modules/(${modules})/`, pathNot: `${TEST}|^src/modules/desk/` },
      to: {
        path: `^src/modules/(${modules})/.+`,
        pathNot: `^src/modules/$1/|^src/modules/[^/]+/index(\\.server|\\.view)?\\.ts$`,
      },
    },
    {
      name: "pure-without-effects",
      severity: "error",
      comment: "a file without an effect suffix imports no platform code and no effect file (types are free)",
      from: {
        path: "^src/modules/.+\\.tsx?$",
        pathNot: `${TEST}|\\.(command|store|page|job|island|view|entry|root|server|policy)\\.tsx?$|/(routes|navigation|search|tables|refusals|index|shortcuts)\\.tsx?$|input\\.tsx?$`,
      },
      to: {
        path: "^src/platform/|\\.(command|store|job|page)\\.tsx?$",
        pathNot:
          "^src/platform/(document-field|pdf/(printable-(document|pages)|page-blocks|bars|signing-sheet)|files/(file-content|record-text))\\.ts$",
      },
    },
    {
      name: "tables-are-private",
      severity: "error",
      from: { pathNot: "^src/modules/([^/]+)/" },
      to: { path: "^src/modules/[^/]+/tables\\.ts$" },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^virtual:|\\+types/" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\+types/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs"],
    },
  },
};
