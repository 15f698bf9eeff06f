/** English words of the home of a network. */
import type { Translation } from "#kernel/language.ts";
import type { fr } from "./network-home.fr.ts";

export const en: Translation<typeof fr> = {
  hello: "Hello {name}",
  lead: "What the structures of the network think, measure and do together.",
  speakFor: "You speak for",
  noSeat: "You speak for no structure at the moment. The network’s team can give you a seat.",
  known: "The network in short",
  structures: "Structures known",
  cae: "CAE known",
  members: "CAE that belong to the network",
  represented: "Structures that somebody speaks for",
  directory: "Open the directory",
  invite: "Invite somebody",
};
