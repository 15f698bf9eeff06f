/** Asks an address outside for a text: by https, within a few seconds and a few megabytes, of public machines alone. */
import { type LookupAddress, lookup as resolve } from "node:dns";
import { type IncomingMessage, request as insecureRequest } from "node:http";
import { type RequestOptions, request } from "node:https";
import type { LookupFunction } from "node:net";
import { isPublicIp, readAddress } from "./public-address.ts";

export type DiaryFault = "unreachable" | "refused" | "tooLarge" | "notCalendar" | "tooSlow" | "private";
export type Asked = { readonly text: string } | { readonly fault: DiaryFault };

/** What may be asked. Tests open a local double; nothing else does. */
export type Door = {
  readonly read: (text: string) => URL | null;
  readonly allows: (ip: string) => boolean;
  readonly milliseconds: number;
  readonly bytes: number;
};
export const PUBLIC_DOOR: Door = { read: readAddress, allows: isPublicIp, milliseconds: 15_000, bytes: 5_000_000 };

const MOST_REDIRECTS = 3;
const CLOSED = "ECLOSEDADDRESS";

/**
 * Names are resolved here, and the address that is checked is the one that is called: a name that answers otherwise the
 * second time gains nothing. One closed address among several closes the name.
 */
export function guardedLookup(door: Pick<Door, "allows">): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error || first === undefined) return callback(error ?? new Error("no address"), "", 0);
      if (found.some(({ address }) => !door.allows(address))) {
        return callback(Object.assign(new Error("a closed address"), { code: CLOSED }), "", 0);
      }
      if (options.all) return callback(null, found);
      return callback(null, first.address, first.family);
    });
  };
}

/** The text of an address, or why there is none. Redirections pass the same door, three at most. */
export async function fetchDiary(address: string, door: Door = PUBLIC_DOOR): Promise<Asked> {
  const signal = AbortSignal.timeout(door.milliseconds);
  let next = address;
  for (let turn = 0; turn <= MOST_REDIRECTS; turn++) {
    const url = door.read(next);
    if (url === null) return { fault: "private" };
    try {
      const answer = await ask(url, door, signal);
      const status = answer.statusCode ?? 0;
      const { location } = answer.headers;
      if (status >= 300 && status < 400 && location !== undefined) {
        answer.destroy();
        if (!URL.canParse(location, url)) return { fault: "refused" };
        next = new URL(location, url).href;
        continue;
      }
      if (status !== 200) {
        answer.destroy();
        return { fault: "refused" };
      }
      return await readText(answer, door);
    } catch (error) {
      if (signal.aborted) return { fault: "tooSlow" };
      return { fault: (error as NodeJS.ErrnoException).code === CLOSED ? "private" : "unreachable" };
    }
  }
  return { fault: "refused" };
}

function ask(url: URL, door: Door, signal: AbortSignal): Promise<IncomingMessage> {
  // An address that is a number is looked up by nobody: the door has read it, and reads it again.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (/^[\d.]+$|:/.test(host) && !door.allows(host)) {
    return Promise.reject(Object.assign(new Error("a closed address"), { code: CLOSED }));
  }
  const options: RequestOptions = {
    signal,
    lookup: guardedLookup(door),
    agent: false,
    // Nothing compressed: what comes is what is counted.
    headers: { accept: "text/calendar", "accept-encoding": "identity", "user-agent": "Essaim" },
  };
  return new Promise((done, failed) => {
    const asked = (url.protocol === "https:" ? request : insecureRequest)(url, options, done);
    asked.on("error", failed);
    asked.end();
  });
}

async function readText(answer: IncomingMessage, { bytes }: Door): Promise<Asked> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > bytes) {
      answer.destroy();
      return { fault: "tooLarge" };
    }
    pieces.push(piece);
  }
  const text = Buffer.concat(pieces).toString("utf8");
  return /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text) ? { text } : { fault: "notCalendar" };
}
