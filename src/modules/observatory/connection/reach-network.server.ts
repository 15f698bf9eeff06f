/** Gives a signed text to a network: by the same handler when it lives on this instance, over HTTPS otherwise. */

import type { App } from "#platform/app.ts";
import { type Posted, postOutside, readOutside } from "#platform/http/post-outside.ts";
import type { SignedText } from "../adhesion/protocol.ts";

export type Outside = Pick<App, "answerMachine"> & {
  readonly settings: Pick<App["settings"], "publicUrl" | "privateNetworks">;
};

/** "https://reseau.example/faisceau" of what somebody typed ("reseau.example/faisceau/"), or null. */
export function networkAddress({ settings }: Outside, typed: string): string | null {
  const text = /^https?:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  const own = URL.canParse(text) && new URL(text).origin === new URL(settings.publicUrl).origin;
  const url = own ? new URL(text) : readOutside(text, settings.privateNetworks);
  const slug = /^\/([a-z0-9-]{1,40})\/?$/.exec(url?.pathname ?? "")?.[1];
  return url === null || slug === undefined ? null : `${url.origin}/${slug}`;
}

export async function reachNetwork(
  app: Outside,
  address: string,
  act: "adhesion" | "observation",
  signed: SignedText,
): Promise<Posted> {
  const { origin, pathname } = new URL(address);
  const path = `/api/v1/observatoire${pathname}/${act}`;
  const body = JSON.stringify({ text: signed.text, signature: signed.signature });
  if (origin === new URL(app.settings.publicUrl).origin) {
    const { status, body: text } = await app.answerMachine(path, body);
    return { status, text };
  }
  return postOutside(`${origin}${path}`, body, app.settings.privateNetworks);
}
