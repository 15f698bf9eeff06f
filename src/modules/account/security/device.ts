import { fill } from "#kernel/language.ts";

/** What a browser says of itself, in words that a person recognises: enough to tell one's devices apart. */

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/Chrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** The browser and the system of a User-Agent; null for what is not recognised. */
export function deviceOf(userAgent: string): { browser: string | null; system: string | null } {
  const first = (list: typeof BROWSERS) => list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
  return { browser: first(BROWSERS), system: first(SYSTEMS) };
}

/** The words of a device, as the lists of sessions and of sign-ins tell it. */
type DeviceWords = { readonly on: string; readonly unknown: string };

export function deviceName(userAgent: string, words: DeviceWords): string {
  const { browser, system } = deviceOf(userAgent);
  if (browser !== null && system !== null) return fill(words.on, { browser, system });
  return browser ?? system ?? words.unknown;
}
