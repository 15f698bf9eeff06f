// `npm test`: every check there is, the same here and in CI. The last line counts them: "N passed, N failed".
// `npm test -- --fast` leaves out what needs minutes (durability, browser stories).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { binary, nodeBinary, root } from "./run-node.mjs";

const fast = process.argv.includes("--fast");
let passed = 0;
let failed = 0;
/** What failed, named once more at the end: a long log is often read by its last lines. */
const failures = [];

function run(name, args, options = {}) {
  return spawnSync(nodeBinary(), [binary(name), ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...options,
    env: { ...process.env, ...options.env },
  });
}

/** One check: `work` returns null when it passes, else what to show. */
function check(title, work) {
  const began = performance.now();
  let problem;
  try {
    problem = work();
  } catch (error) {
    problem = error.stack ?? String(error);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (problem === null) {
    passed += 1;
    console.log(`ok    ${title} (${seconds} s)`);
  } else {
    fail(title);
    console.log(`FAIL  ${title} (${seconds} s)\n${problem}\n`);
  }
}

function fail(title) {
  failed += 1;
  failures.push(title);
}

const output = (result) => `${result.stdout ?? ""}${result.stderr ?? ""}`.trim();
const succeeds = (result) => (result.status === 0 ? null : output(result));

check("format and lint", () => succeeds(run("biome", ["ci", "--colors=off", "--error-on-warnings", "."])));
check("types", () => succeeds(run("react-router", ["typegen"])) ?? succeeds(run("tsc", [])));
check("module boundaries", boundaries);
check("module boundaries see a planted violation", plantedViolation);
check("unused code", () => succeeds(run("knip", [])));
check("build", () => succeeds(run("react-router", ["build"], { env: { NODE_ENV: "production" } })));
check("build refuses server code in the browser", plantedLeak);
const leftOut = [];
for (const project of fast ? ["code"] : ["code", "durability", "stories"]) tests(project);
if (!fast) onInstalledServer();
if (spawnSync("hledger", ["--version"]).status !== 0) {
  leftOut.push("books read by hledger, an independent program: it is not installed (apt-get install hledger)");
}

if (leftOut.length > 0) console.log("");
for (const what of leftOut) console.log(`left out: ${what}`);
for (const what of failures) console.log(`failed: ${what}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** The suites of concurrency, isolation and backup, once more on the PostgreSQL of the machine (Debian's packages). */
function onInstalledServer() {
  const programs = process.env.ESSAIM_TEST_POSTGRESQL ?? installedPrograms();
  if (programs === null) {
    leftOut.push("suites on the machine's own PostgreSQL: 15 or later is not installed (apt-get install postgresql)");
    return;
  }
  const version = spawnSync(join(programs, "postgres"), ["--version"], { encoding: "utf8" }).stdout?.trim();
  console.log(`\nOn the machine's own server, ${version ?? programs}:`);
  tests("server", { ESSAIM_TEST_POSTGRESQL: programs });
}

/** The newest of "/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/17/bin"… */
function installedPrograms(folder = "/usr/lib/postgresql") {
  if (!existsSync(folder)) return null;
  const [newest] = readdirSync(folder)
    .filter((name) => Number(name) >= 15 && existsSync(join(folder, name, "bin", "initdb")))
    .sort((one, other) => Number(other) - Number(one));
  return newest === undefined ? null : join(folder, newest, "bin");
}

function cruise() {
  const result = run("depcruise", ["src", "--output-type", "json"]);
  return JSON.parse(result.stdout).summary;
}

function boundaries() {
  const summary = cruise();
  // A tool that reads nothing finds nothing wrong: it must have read the code.
  if (summary.totalCruised < 300) return `only ${summary.totalCruised} modules were read`;
  const errors = summary.violations.filter((violation) => violation.rule.severity === "error");
  return errors.length === 0
    ? null
    : errors
        .map(
          ({ rule, from, to, cycle }) =>
            `${rule.name}: ${from} -> ${cycle ? cycle.map((item) => item.name).join(" -> ") : to}`,
        )
        .join("\n");
}

function plantedViolation() {
  const path = join(root, "src", "kernel", "planted.ts");
  writeFileSync(path, 'import "../modules/ledger/index.ts";\n');
  try {
    const found = cruise().violations.some((violation) => violation.from.endsWith("kernel/planted.ts"));
    return found ? null : "a kernel file that imports a module was not noticed";
  } finally {
    rmSync(path);
  }
}

function plantedLeak() {
  const view = join(root, "src", "ui", "planted.tsx");
  const page = join(root, "src", "welcome.page.tsx");
  const before = readFileSync(page, "utf8");
  writeFileSync(view, 'import { readSettings } from "#platform/settings.ts";\nexport const leaked = readSettings;\n');
  writeFileSync(
    page,
    before
      .replace(
        "export default function Welcome() {\n  return null;",
        "export default function Welcome() {\n  return leaked.name;",
      )
      .replace("import type { Route }", 'import { leaked } from "#ui/planted.tsx";\nimport type { Route }'),
  );
  try {
    const result = run("vite", ["build", "--outDir", join(root, ".cache", "planted")], {
      env: { NODE_ENV: "production" },
    });
    return result.status !== 0 && output(result).includes("server code reached the browser")
      ? null
      : "the build let it pass";
  } finally {
    rmSync(view);
    writeFileSync(page, before);
  }
}

function tests(project, env = {}) {
  const report = join(root, ".cache", `tests-${project}.json`);
  mkdirSync(join(root, ".cache"), { recursive: true });
  rmSync(report, { force: true });
  const began = performance.now();
  const result = run(
    "vitest",
    ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile=${report}`],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env,
    },
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  let summary;
  try {
    summary = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    fail(`tests: ${project} wrote no report`);
    console.log(`FAIL  tests: ${project} wrote no report (${seconds} s)`);
    return;
  }
  passed += summary.numPassedTests;
  for (const { name, assertionResults } of summary.testResults) {
    for (const { fullName, failureMessages } of assertionResults.filter(({ status }) => status === "failed"))
      fail(`${name.slice(root.length + 1)}: ${fullName}: ${shortened(failureMessages.join(" "))}`);
    const skipped = assertionResults.filter(({ status }) => status !== "passed" && status !== "failed").length;
    if (skipped > 0)
      leftOut.push(
        `${skipped} tests of ${name.slice(root.length + 1)} (${project}), for want of what they need on this machine`,
      );
  }
  const noTest = summary.numTotalTests === 0;
  if (noTest || (result.status !== 0 && summary.numFailedTests === 0))
    fail(`tests: ${project}, ${noTest ? "none ran" : "a file that cannot be read, or an error outside every test"}`);
  console.log(
    `${result.status === 0 && !noTest ? "ok   " : "FAIL "} tests: ${project}, ${summary.numPassedTests} passed, ${summary.numFailedTests} failed (${seconds} s)`,
  );
}

/** The first words of what a test said, on one line. */
function shortened(message) {
  return stripVTControlCharacters(message).replaceAll(/\s+/g, " ").slice(0, 500);
}
