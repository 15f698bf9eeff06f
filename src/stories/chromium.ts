import { accessSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import packed from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { ownAddress } from "./harness/address.ts";

/** Where Debian puts its browser, when it is installed. */
const DEBIAN = "/usr/bin/chromium";

/** No telephone home, no update, no first-run page: the browser talks to the server under test and nobody else. */
const ARGUMENTS = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

async function executablePath(): Promise<string> {
  try {
    accessSync(DEBIAN);
    return DEBIAN;
  } catch {
    return packed.executablePath();
  }
}

/** How many times slower than this machine the pages run, when somebody asks: stories that race show it. */
const slowness = Number(process.env.ESSAIM_SLOW_PAGES ?? 1);

let launching: Promise<Browser> | null = null;

/** The one browser of a run, a real Chromium. Its absence is a failure: nothing is skipped. */
export function launchChromium(): Promise<Browser> {
  launching ??= executablePath().then((path) =>
    chromium.launch({
      executablePath: path,
      headless: true,
      args: process.getuid?.() === 0 ? [...ARGUMENTS, "--no-sandbox"] : ARGUMENTS,
    }),
  );
  return launching;
}

export async function closeChromium(): Promise<void> {
  const browser = await launching;
  launching = null;
  await browser?.close();
}

export type Screen = {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** false: what people without script live with. */
  readonly script?: boolean;
  readonly baseURL?: string;
  /** The proxy that everything goes through, the machine's own addresses too. */
  readonly line?: string;
};

/** A fresh profile of one person: French, Paris, no motion, any page error makes the story fail at `finish`. */
export async function openScreen(
  screen: Screen = {},
): Promise<{ page: Page; context: BrowserContext; finish: () => Promise<void> }> {
  const browser = await launchChromium();
  const context = await browser.newContext({
    viewport: { width: screen.width ?? 1280, height: screen.height ?? 900 },
    colorScheme: screen.dark ? "dark" : "light",
    javaScriptEnabled: screen.script ?? true,
    reducedMotion: "reduce",
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    extraHTTPHeaders: ownAddress(),
    ...(screen.baseURL === undefined ? {} : { baseURL: screen.baseURL }),
    ...(screen.line === undefined ? {} : { proxy: { server: screen.line, bypass: "<-loopback>" } }),
  });
  const page = await context.newPage();
  if (slowness > 1) {
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowness });
  }
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    // A refused form answers 403, 409 or 422 on purpose; the browser reports each as a failed resource, as what a cut line lost.
    const expected = screen.line === undefined ? /status of 4\d\d/ : /status of 4\d\d|Failed to (load resource|fetch)/;
    if (message.type() === "error" && !expected.test(message.text())) errors.push(message.text());
  });
  return {
    page,
    context,
    finish: async () => {
      await context.close();
      if (errors.length > 0) throw new Error(`the page reported: ${errors.join(" | ")}`);
    },
  };
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds (WCAG 2.2 AA and its best practices), one line each; empty when all is well. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id} (${rule.impact}): ${node.target.join(" ")} — ${node.failureSummary ?? ""}`),
  );
}

/** How many pixels the page is wider than the screen: 0 when nothing scrolls sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
