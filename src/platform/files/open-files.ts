import { join } from "node:path";
import type { Settings } from "../settings.ts";
import { type FileStore, openFileStore } from "./file-store.ts";
import { openS3Store } from "./s3-store.ts";

/** The instance's store: a bucket when the settings name one, else the data folder. */
export function openFiles({ s3, dataDirectory }: Pick<Settings, "s3" | "dataDirectory">): FileStore {
  return s3 === null ? openFileStore(join(dataDirectory, "files")) : openS3Store(s3);
}
