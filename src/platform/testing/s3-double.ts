/**
 * A bucket for tests, which speaks S3 over HTTP as strictly as a real one: it computes each signature itself from the
 * documentation (AWS Signature Version 4), checks the hash of each content, and says no with the codes of S3. What a real
 * network does is asked for: errors, silence, redirections.
 */
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Keys = { readonly accessKey: string; readonly secretKey: string; readonly region: string };
export type S3Double = {
  readonly url: string;
  readonly objects: Map<string, Buffer>;
  /** Every question, as "PUT /bucket/key 200". */
  readonly asked: string[];
  /** What happens to the next questions, one each: a status, or `silence`, or the address of a redirection. */
  readonly next: (number | "silence" | URL)[];
  close(): Promise<void>;
};

const sha256 = (content: string | Buffer) => createHash("sha256").update(content).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** The signature that a request must bear (docs.aws.amazon.com, « Signature Calculations for the Authorization Header »). */
export function signatureOf(
  request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  },
  signedHeaders: readonly string[],
  { secretKey, region }: Omit<Keys, "accessKey">,
): string {
  const { pathname, searchParams } = new URL(request.url, "http://double");
  const query = [...searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join("&");
  const headers = signedHeaders.map((name) => `${name}:${String(request.headers[name] ?? "").trim()}\n`).join("");
  const content = String(request.headers["x-amz-content-sha256"] ?? "");
  const canonical = [request.method, pathname, query, headers, signedHeaders.join(";"), content].join("\n");
  const date = String(request.headers["x-amz-date"] ?? "");
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", date, scope, sha256(canonical)].join("\n");
  const steps = [date.slice(0, 8), region, "s3", "aws4_request"];
  const key = steps.reduce<string | Buffer>((secret, step) => hmac(secret, step), `AWS4${secretKey}`);
  return hmac(key, toSign).toString("hex");
}

/** Why a request is not one of somebody who holds the keys: a status and a code of S3; null when it is. */
function refusalOf(request: IncomingMessage, body: Buffer, keys: Keys): [number, string] | null {
  const { authorization = "", "x-amz-date": date = "", "x-amz-content-sha256": content = "" } = request.headers;
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
  const [, accessKey, day, region, signed = "", signature] = pattern.exec(authorization) ?? [];
  if (accessKey === undefined) return [403, "AccessDenied"];
  if (accessKey !== keys.accessKey) return [403, "InvalidAccessKeyId"];
  const names = signed.split(";");
  const must = ["host", ...Object.keys(request.headers).filter((name) => name.startsWith("x-amz-"))];
  if (must.some((name) => !names.includes(name))) return [403, "AccessDenied"];
  const moment = String(date).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  if (!(Math.abs(Date.now() - Date.parse(moment)) < 15 * 60_000)) return [403, "RequestTimeTooSkewed"];
  if (region !== keys.region || day !== String(date).slice(0, 8)) return [400, "AuthorizationHeaderMalformed"];
  if (!/^[0-9a-f]{64}$/.test(String(content)) || sha256(body) !== content) return [400, "XAmzContentSHA256Mismatch"];
  const asked = { method: request.method ?? "", url: request.url ?? "", headers: request.headers };
  return signatureOf(asked, names, keys) === signature ? null : [403, "SignatureDoesNotMatch"];
}

/** Opens a bucket. `virtual`: it is named by the host, else by the path. */
export async function openS3Double(bucket: string, keys: Keys): Promise<S3Double> {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  const next: S3Double["next"] = [];

  function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const say = (status: number, content: string | Buffer = "") => {
      asked.push(`${request.method} ${request.url} ${status}`);
      response.writeHead(status, { "content-length": Buffer.byteLength(content) });
      response.end(request.method === "HEAD" ? undefined : content);
    };
    const no = (status: number, code: string) =>
      say(status, `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
    const planned = next.shift();
    if (planned === "silence") return;
    if (planned instanceof URL) {
      response.writeHead(307, { location: planned.href }).end();
      return;
    }
    const refusal =
      planned === undefined ? refusalOf(request, body, keys) : ([planned, "SlowDown"] as [number, string]);
    if (refusal) no(...refusal);
    else serve(request, body, say, no);
  }

  function serve(
    request: IncomingMessage,
    body: Buffer,
    say: (status: number, content?: Buffer) => void,
    no: (status: number, code: string) => void,
  ): void {
    const host = String(request.headers.host).split(":")[0] ?? "";
    const path = decodeURIComponent(new URL(request.url ?? "", "http://double").pathname).slice(1);
    const [named, key] = host.startsWith(`${bucket}.`)
      ? [bucket, path]
      : [path.split("/")[0], path.split("/").slice(1).join("/")];
    const object = objects.get(key ?? "");
    if (named !== bucket) no(404, "NoSuchBucket");
    else if (request.method === "PUT") {
      objects.set(key ?? "", body);
      say(200);
    } else if (object === undefined) no(404, "NoSuchKey");
    else if (request.method === "GET" || request.method === "HEAD") say(200, object);
    else if (request.method === "DELETE") {
      objects.delete(key ?? "");
      say(204);
    } else no(405, "MethodNotAllowed");
  }

  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => answer(request, response, Buffer.concat(pieces)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}`, objects, asked, next },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
