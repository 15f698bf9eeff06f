/** What people may be told of: each module brings its topics, with their words. Pure. */
import type { SupportRole } from "./actor.ts";
import type { Language } from "./language.ts";

/** What a person chooses the pace of: « Documents à corriger ». Several topics may share one. */
export type Heading = {
  /** "sales.correction". */
  readonly key: string;
  readonly words: Readonly<Record<Language, string>>;
  /** Shown in the settings of those who hold a support role only. */
  readonly staffOnly?: true;
  /** Shown in the settings of those who hold one of these roles only. */
  readonly roles?: readonly SupportRole[];
  /** Announces something the person must do: a mail at once unless they choose otherwise. */
  readonly urgent?: true;
  /** A whole list that leaves of a morning, and no notice: never at once, each week unless they choose otherwise. */
  readonly digest?: true;
};

/**
 * yours: awaits an act, and stays until it is done · news: told once, and leaves when it was read ·
 * counter: how many things wait, counted each time (« 3 documents à relire »).
 */
export type TopicKind = "yours" | "news" | "counter";

export type Topic = {
  /** "sales.invoice.returned". */
  readonly key: string;
  readonly kind: TopicKind;
  readonly heading: Heading;
  readonly words: Readonly<
    Record<
      Language,
      {
        /** Who did what: "{actor} vous demande de corriger…". A counter says "{count} documents à relire". */
        readonly sentence: string;
        /** The same for a single one, of a counter. */
        readonly one?: string;
        /** What is expected, or nothing. */
        readonly detail?: string;
        /** The one act, as its button says it. */
        readonly action: string;
      }
    >
  >;
};
