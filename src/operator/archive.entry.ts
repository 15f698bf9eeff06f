import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { BLOCK, readTarHeader, TAR_END, tarHeader, tarPadding } from "./tar.ts";

/** One file of an archive, whole in memory: the writer cuts what is large into several. */
export type ArchiveFile = { readonly name: string; readonly content: Uint8Array };

/** Writes a tar.gz under a temporary name, makes it durable, then gives it its name. Never more than one file in memory. */
export async function writeArchive(path: string, files: AsyncIterable<ArchiveFile>, seconds: number): Promise<void> {
  const partial = `${path}.partial`;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const { name, content } of files) {
      yield tarHeader(name, content.length, seconds);
      yield content;
      yield tarPadding(content.length);
    }
    yield TAR_END;
  }
  try {
    await pipeline(Readable.from(bytes()), createGzip(), createWriteStream(partial, { flags: "wx", mode: 0o600 }));
    const file = await open(partial, "r+");
    await file.sync();
    await file.close();
    await rename(partial, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") await rm(partial, { force: true });
    throw error;
  }
}

/** Reads a tar.gz file by file. Throws when it is cut, damaged, or something else. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveFile> {
  const source = createReadStream(path);
  const unzipped = source.pipe(createGunzip());
  source.on("error", (error) => unzipped.destroy(error));
  const chunks: Buffer[] = [];
  let held = 0;
  const input = unzipped[Symbol.asyncIterator]();

  async function take(count: number): Promise<Buffer> {
    while (held < count) {
      const { value, done } = await input.next();
      if (done) throw new Error("the archive is cut");
      chunks.push(value);
      held += value.length;
    }
    const whole = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, held);
    chunks.length = 0;
    held = whole.length - count;
    if (held > 0) chunks.push(whole.subarray(count));
    return whole.subarray(0, count);
  }

  try {
    for (;;) {
      const header = readTarHeader(await take(BLOCK));
      if (header === null) return;
      const content = await take(header.size);
      await take(tarPadding(header.size).length);
      yield { name: header.name, content };
    }
  } finally {
    source.destroy();
    unzipped.destroy();
  }
}
