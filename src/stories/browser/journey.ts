import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { makeDataFolder } from "../harness/folder.ts";
import { type Program, startProgram } from "../harness/program.ts";

export type RunningApplication = { readonly baseURL: string; readonly data: string; readonly program: Program };

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The built application on data of its own, as `npm start -- --empty` runs it. */
export async function startEmptyApplication(): Promise<RunningApplication> {
  const data = await makeDataFolder();
  const port = await freePort();
  const baseURL = `http://127.0.0.1:${port}`;
  const program = startProgram(["build/server/index.js", "serve", "--empty"], {
    env: {
      NODE_ENV: "production",
      ESSAIM_DATA: data,
      PORT: String(port),
      HOST: "127.0.0.1",
      ESSAIM_PUBLIC_URL: baseURL,
      ESSAIM_LOG: "json",
    },
  });
  for (let attempt = 0; ; attempt++) {
    const ready = await fetch(`${baseURL}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return { baseURL, data, program };
    if (attempt > 240) throw new Error(`the application did not start: ${program.complaints()}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** The link of the last message to an address, read where messages lie when no SMTP server is set. */
export async function linkSentTo(data: string, address: string): Promise<string> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const folder = join(data, "outgoing");
    for (const name of (await readdir(folder).catch(() => [])).sort().reverse()) {
      const text = (await readFile(join(folder, name), "utf8")).replace(/=\r?\n/g, "");
      if (!text.includes(`To: ${address}`)) continue;
      const link = /https?:\/\/\S+/.exec(text)?.[0];
      if (link) return link.replace(/=3D/g, "=");
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no message to ${address}`);
}

/** Chooses in a searchable list, as one does at the keyboard: type some letters, arrow, Enter. */
export async function chooseIn(page: Page, label: RegExp, letters: string): Promise<void> {
  const box = page.getByRole("combobox", { name: label });
  await box.and(page.locator("input")).waitFor();
  await box.click();
  await page.keyboard.type(letters);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

/** Controls used so far: clicks and fields typed in, each counted once (ux.md §6.2). */
export async function countControls(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const used = new Set<string>();
    const count = () =>
      sessionStorage.setItem("controls", String(Number(sessionStorage.getItem("controls") ?? "0") + 1));
    addEventListener("click", (event) => event.isTrusted && event.detail > 0 && count(), true);
    addEventListener(
      "input",
      (event) => {
        const name = (event.target as HTMLInputElement).name;
        if (!event.isTrusted || used.has(name)) return;
        used.add(name);
        count();
      },
      true,
    );
  });
  return async () => Number(await page.evaluate(() => sessionStorage.getItem("controls") ?? "0"));
}
