/** Gives a text to an address outside: by https, within a few seconds and a few kilobytes, to public machines alone. */
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { guardedLookup } from "../diary/fetch-diary.ts";
import { isPublicIp, readAddress } from "../diary/public-address.ts";

export type PostFault = "unreachable" | "private" | "tooLarge";
export type Posted = { readonly status: number; readonly text: string } | { readonly fault: PostFault };

const MILLISECONDS = 20_000;
const LARGEST_ANSWER = 256 * 1024;

/** An address of ours by the rules, or any http(s) one where the operator let machines of the house be called. */
export function readOutside(text: string, housesToo: boolean): URL | null {
  if (!housesToo) return readAddress(text);
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" ? url : null;
}

/** Redirections are not followed: what is signed goes where it was addressed, or nowhere. */
export async function postOutside(address: string, body: string, housesToo: boolean): Promise<Posted> {
  const url = readOutside(address, housesToo);
  if (url === null) return { fault: "private" };
  const signal = AbortSignal.timeout(MILLISECONDS);
  try {
    const answer = await new Promise<IncomingMessage>((done, failed) => {
      const asked = (url.protocol === "https:" ? secureRequest : plainRequest)(
        url,
        {
          method: "POST",
          signal,
          agent: false,
          lookup: guardedLookup({ allows: housesToo ? () => true : isPublicIp }),
          headers: {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            "accept-encoding": "identity",
            "user-agent": "Essaim",
          },
        },
        done,
      );
      asked.on("error", failed);
      asked.end(body);
    });
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of answer as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > LARGEST_ANSWER) {
        answer.destroy();
        return { fault: "tooLarge" };
      }
      pieces.push(piece);
    }
    return { status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString("utf8") };
  } catch (error) {
    return { fault: (error as NodeJS.ErrnoException).code === "ECLOSEDADDRESS" ? "private" : "unreachable" };
  }
}
