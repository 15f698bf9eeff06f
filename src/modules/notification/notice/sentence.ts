/** A notice in words: who did what, what is expected. Pure. */

import { fill, type Language } from "#kernel/language.ts";
import type { Topic } from "#kernel/topic.ts";

export type Told = { readonly sentence: string; readonly detail: string | null; readonly action: string };

export function tell(topic: Topic, facts: Readonly<Record<string, string>>, language: Language): Told {
  const words = topic.words[language];
  const sentence = facts.count === "1" && words.one !== undefined ? words.one : words.sentence;
  return {
    sentence: fill(sentence, facts),
    detail: words.detail === undefined ? null : fill(words.detail, facts),
    action: fill(words.action, facts),
  };
}
