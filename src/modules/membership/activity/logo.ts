/** Which pictures can head a document: checked by what they hold, never by their name. */

import { type Refusal, refuse } from "#kernel/refusal.ts";
import { readPicture } from "#platform/files/file-content.ts";
import type { ActivityRefusalCode } from "./activity.fr.ts";

/** Each document carries it and is kept for ten years. */
const MOST_BYTES = 500 * 1024;
/** The longer side: at 22 mm high or 78 mm wide, fewer pixels are seen one by one. */
const LEAST_PIXELS = 150;
const MOST_PIXELS = 4000;
const LONGEST = 12;

/** What the picture is, or why it cannot be a logo. SVG is refused: it is a program as much as a picture. */
export function checkLogo(bytes: Uint8Array): "image/png" | "image/jpeg" | Refusal<ActivityRefusalCode> {
  const picture = readPicture(bytes);
  if (picture === null) return refuse("invalid", "activity.logoKind");
  const { width, height } = picture;
  const sides = { width: String(width), height: String(height) };
  if (width > MOST_PIXELS || height > MOST_PIXELS)
    return refuse("invalid", "activity.logoHuge", { ...sides, most: String(MOST_PIXELS) });
  if (Math.max(width, height) < LEAST_PIXELS)
    return refuse("invalid", "activity.logoTiny", { ...sides, least: String(LEAST_PIXELS) });
  if (Math.max(width / height, height / width) > LONGEST) return refuse("invalid", "activity.logoLong", { ...sides });
  if (bytes.byteLength > MOST_BYTES) {
    const size = String(Math.ceil(bytes.byteLength / 1024));
    return refuse("invalid", "activity.logoHeavy", { size, most: String(MOST_BYTES / 1024) });
  }
  return picture.inks ? refuse("invalid", "activity.logoInks") : picture.mediaType;
}
