import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { AwsClient } from "aws4fetch";
import { type FileStore, FilesAway } from "./file-store.ts";

/** A bucket that speaks the protocol of S3: Amazon's, or a MinIO, Garage, Ceph, Scaleway, OVHcloud… */
export type S3Settings = {
  /** Where it answers, without the bucket: "https://s3.fr-par.scw.cloud". The operator's own setting, nobody else's. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** True: https://endpoint/bucket/key; false: https://bucket.endpoint/key. */
  readonly pathStyle: boolean;
  /** Put before each name, for a bucket that holds other things: "essaim/". */
  readonly prefix: string;
};

const TRIES = 3;
const FIRST_WAIT_MS = 200;
const TRY_MS = 30_000;

/** Where an object is: the bucket in the path, or in the name of the host. */
export function objectAddress({ endpoint, bucket, pathStyle, prefix }: S3Settings, hash: string): string {
  const base = new URL(endpoint);
  if (!pathStyle) base.hostname = `${bucket}.${base.hostname}`;
  const folder = base.pathname.replace(/\/$/, "") + (pathStyle ? `/${bucket}/` : "/");
  return new URL(`${folder}${prefix}${hash.slice(0, 2)}/${hash}`, base).href;
}

/**
 * A store in a bucket, under the same names as on a disk ({prefix}ab/abcd…), so that a copy of one is the other. `put` returns
 * once the bucket acknowledged; each content is signed, and what comes back is checked against its name.
 */
export function openS3Store(settings: S3Settings, { tryMs = TRY_MS, waitMs = FIRST_WAIT_MS } = {}): FileStore {
  const client = new AwsClient({
    accessKeyId: settings.accessKey,
    secretAccessKey: settings.secretKey,
    region: settings.region,
    service: "s3",
  });
  /** One question, asked again while the bucket is busy or away. It is never sent to another address than its own. */
  async function ask(method: "PUT" | "GET" | "HEAD" | "DELETE", hash: string, body?: Uint8Array): Promise<Answer> {
    const content = createHash("sha256")
      .update(body ?? "")
      .digest("hex");
    for (let attempt = 1; ; attempt += 1) {
      let said: string;
      try {
        const signed = await client.sign(objectAddress(settings, hash), {
          method,
          headers: { "x-amz-content-sha256": content },
          ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
        });
        const answer = await fetch(signed, { redirect: "error", signal: AbortSignal.timeout(tryMs) });
        const bytes = new Uint8Array(await answer.arrayBuffer());
        if (answer.status < 500 && answer.status !== 429) {
          return { status: answer.status, bytes, size: Number(answer.headers.get("content-length")) };
        }
        said = `${answer.status} ${codeOf(bytes)}`;
      } catch (error) {
        said = reasonOf(error);
      }
      if (attempt === TRIES) throw new FilesAway(`the bucket ${settings.bucket} does not answer: ${said}`);
      await sleep(waitMs * attempt);
    }
  }
  const refused = ({ status, bytes }: Answer) =>
    new FilesAway(`the bucket ${settings.bucket} refuses: ${status} ${codeOf(bytes)}`);

  return {
    async put(bytes) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      const there = await ask("HEAD", hash);
      if (there.status === 200 && there.size === bytes.byteLength) return hash;
      const answer = await ask("PUT", hash, bytes);
      if (answer.status !== 200) throw refused(answer);
      return hash;
    },
    async get(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) return null;
      const answer = await ask("GET", hash);
      if (answer.status === 404 && codeOf(answer.bytes) !== "NoSuchBucket") return null;
      if (answer.status !== 200) throw refused(answer);
      if (createHash("sha256").update(answer.bytes).digest("hex") !== hash) {
        throw new FilesAway(`the bucket ${settings.bucket} gives another content for ${hash}`);
      }
      return answer.bytes;
    },
    async remove(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) return;
      const answer = await ask("DELETE", hash);
      // Not being there is being gone.
      const gone = answer.status === 404 && codeOf(answer.bytes) !== "NoSuchBucket";
      if (answer.status !== 204 && !gone) throw refused(answer);
    },
  };
}

type Answer = { readonly status: number; readonly bytes: Uint8Array; readonly size: number };

/** "NoSuchKey", "AccessDenied": the code of an error, which no secret is part of. */
function codeOf(bytes: Uint8Array): string {
  return /<Code>(\w+)<\/Code>/.exec(Buffer.from(bytes.subarray(0, 4096)).toString("utf8"))?.[1] ?? "";
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}

/** Writes a small content and reads it again. Throws when the bucket does not take it, or gives something else. */
export async function probeStore(store: FileStore): Promise<void> {
  const content = new TextEncoder().encode("essaim check\n");
  const found = await store.get(await store.put(content));
  if (found === null || Buffer.compare(found, content) !== 0) throw new FilesAway("the bucket loses what it was given");
}
