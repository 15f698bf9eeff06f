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
export async function linkSentTo(data: string, address: string, which = /(https?:\/\/\S+)/): Promise<string> {
  return (await lastSaid(data, address, which)).replace(/=3D/g, "=");
}

/** The code of six digits of the last message to an address that has one. */
export async function codeSentTo(data: string, address: string): Promise<string> {
  return lastSaid(data, address, /: (\d{6})\s/);
}

async function lastSaid(data: string, address: string, said: RegExp): Promise<string> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const folder = join(data, "outgoing");
    for (const name of (await readdir(folder).catch(() => [])).sort().reverse()) {
      const text = (await readFile(join(folder, name), "utf8")).replace(/=\r?\n/g, "");
      if (!text.includes(`To: ${address}`)) continue;
      const found = said.exec(text)?.[1];
      if (found) return found;
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

type Counted = { countControl?: (what: string) => void };

/**
 * Counts the controls that somebody really used (ux.md §6.2): each button or link pressed, by the mouse or the
 * keyboard, each field typed in (once), each letter pressed as a shortcut. What a script does is not trusted, so not
 * counted. Call once for a page; `began()` starts again from nothing.
 */
export async function countControls(page: Page): Promise<{ began: () => void; used: () => string[] }> {
  let used: string[] = [];
  await page.exposeBinding("countControl", (_, what: string) => void used.push(what));
  await page.addInitScript(() => {
    const said = (what: string) => (window as unknown as Counted).countControl?.(what);
    const typed = new Set<EventTarget>();
    let label = 0;
    const isText = (target: EventTarget | null) =>
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !["checkbox", "radio", "submit", "button"].includes(target.type));
    addEventListener(
      "click",
      (event) => {
        const { target } = event;
        if (!event.isTrusted || !(target instanceof Element)) return;
        // A click in a field is the beginning of typing in it; one on a label comes again on its box.
        if (isText(target)) return;
        if (target.closest("label")) {
          if (event.timeStamp - label < 50) return;
          label = event.timeStamp;
        }
        said(`click ${(target.closest("a, button, summary, label, [role=option]") ?? target).textContent?.trim()}`);
      },
      true,
    );
    addEventListener(
      "input",
      (event) => {
        const { target } = event;
        if (!event.isTrusted || target === null || !isText(target) || typed.has(target)) return;
        typed.add(target);
        said(`field ${(target as HTMLInputElement).name || (target as HTMLInputElement).id}`);
      },
      true,
    );
    addEventListener(
      "keydown",
      (event) => {
        const shortcut = event.ctrlKey ? event.key === "Enter" : /^[a-z]$/.test(event.key) && !isText(event.target);
        if (event.isTrusted && shortcut) said(`key ${event.key}`);
      },
      true,
    );
  });
  return {
    began: () => {
      used = [];
    },
    used: () => used,
  };
}

/** The control that has the focus, by its name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!active?.matches("a, button, summary, input, select, textarea")) return "";
    const labels = [...((active as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
    return [active.getAttribute("aria-label"), ...labels, active.textContent].filter(Boolean).join(" ");
  });
}

/** Tab, as often as it takes to reach a button or a field by its name; none when it has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 60; step++) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no tab stop is called ${name}`);
}

/** A letter on the page itself, once the page hears letters. */
export async function pressLetter(page: Page, letter: string): Promise<void> {
  await page.locator("html[data-keyboard=heard]").waitFor({ state: "attached" });
  await page.locator("body").press(letter);
}
