import type { Heading } from "#kernel/topic.ts";
import { DEADLINES } from "./deadline/digest.ts";

/** What leaves by mail of a morning, as a list. */
export const accompanimentDigests: readonly Heading[] = [DEADLINES];
