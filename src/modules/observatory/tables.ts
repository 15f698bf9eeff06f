/** Row types of the PostgreSQL schema "observatory". Nobody else imports this file. */
import type { Id } from "#kernel/id.ts";

export type SigningKeyId = Id<"signingKey">;
export type ConnectionId = Id<"connection">;
export type SendingId = Id<"sending">;
export type InvitationId = Id<"invitation">;
export type AdhesionId = Id<"adhesion">;
export type ReceivedId = Id<"received">;
export type ReleaseId = Id<"release">;
/** A structure of the directory, known here by its identifier. */
export type StructureId = Id<"structure">;
