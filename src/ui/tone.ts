/** The five tones of states. Colour never speaks alone: a word, and an icon, go with it. */
export type Tone = "ok" | "info" | "attention" | "erreur" | "neutre";

export const TONE_CLASS: Record<Tone, string> = {
  ok: "bg-ok-fond text-ok",
  info: "bg-info-fond text-info",
  attention: "bg-attention-fond text-attention",
  erreur: "bg-erreur-fond text-erreur",
  neutre: "bg-neutre-fond text-neutre",
};
