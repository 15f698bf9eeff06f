/** The screens of a network, as its people open them in a browser. */
import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { accessibilityFaults, openScreen, overflow } from "../chromium.ts";
import { createVisitor } from "../harness/visitor.ts";
import { PASSWORD } from "../harness/world-inputs.ts";

/** Where pictures are left, when somebody asks for them. */
const pictures = process.env.ESSAIM_PICTURES;

/** An address of the network of the world. */
export const to = (path: string) => `/${inject("world").network.slug}${path}`;

/** A screen that anybody can read, at the width of a desk and of a telephone. */
export async function seen(page: Page, name: string): Promise<void> {
  expect(await accessibilityFaults(page), name).toEqual([]);
  await fits(page, name);
}

/** The same, less what axe finds: it needs a page with script. */
export async function fits(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflow(page), `${name} ${width}`).toBe(0);
    if (pictures === undefined) continue;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
  if (before !== null) await page.setViewportSize(before);
}

export async function visitorOf(email: string) {
  const visitor = createVisitor(inject("world").baseUrl);
  await visitor.signIn(email, PASSWORD);
  return visitor;
}

/** Somebody signed in, before their screen. */
export async function as(email: string, script = true) {
  const { baseUrl } = inject("world");
  const { cookies } = await visitorOf(email);
  const screen = await openScreen({ baseURL: baseUrl, script });
  await screen.context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: baseUrl })));
  return screen;
}

/** Presses a button, then the one of the question that it asks. */
export async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  // Answered: a page under a question is not read by axe, nor by anybody.
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

/** A file that is given to whoever asks for it, by the bytes it begins with. */
export async function given(page: Page, address: string, begins: string): Promise<Buffer> {
  const answer = await page.request.get(address);
  expect(answer.status()).toBe(200);
  const body = await answer.body();
  expect(body.subarray(0, begins.length).toString("latin1")).toBe(begins);
  if (pictures !== undefined) {
    mkdirSync(pictures, { recursive: true });
    writeFileSync(`${pictures}/${address.split("/").at(-1)}`, body);
  }
  return body;
}
