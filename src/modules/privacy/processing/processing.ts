import type { Category } from "../retention/retention.ts";

/** What makes a processing lawful (RGPD art. 6). */
export const BASES = ["contract", "law", "interest", "consent", "vital", "public"] as const;
export type Basis = (typeof BASES)[number];

/** What Essaim really does with data of people, and the periods that each follows. */
export const HOUSE_PROCESSINGS = {
  candidates: { basis: "contract", periods: ["candidacy"] },
  persons: { basis: "contract", periods: ["identity", "papers"] },
  socialFile: { basis: "interest", periods: ["socialFile"] },
  sensitive: { basis: "law", periods: ["sensitive"] },
  accompaniment: { basis: "contract", periods: ["notes"] },
  training: { basis: "contract", periods: ["attendance"] },
  signatures: { basis: "contract", periods: ["papers"] },
  sales: { basis: "law", periods: ["customers"] },
  books: { basis: "law", periods: [] },
  earnings: { basis: "contract", periods: [] },
  mails: { basis: "interest", periods: ["messages"] },
  accounts: { basis: "interest", periods: ["readings", "technical"] },
  agreed: { basis: "consent", periods: ["identity"] },
  rights: { basis: "law", periods: ["identity"] },
} as const satisfies Readonly<Record<string, { readonly basis: Basis; readonly periods: readonly Category[] }>>;
export type HouseKey = keyof typeof HOUSE_PROCESSINGS;
export const HOUSE_KEYS = Object.keys(HOUSE_PROCESSINGS) as HouseKey[];

export const isHouseKey = (key: string): key is HouseKey => Object.hasOwn(HOUSE_PROCESSINGS, key);

/** The periods that run by themselves for an entry. */
export const periodsOf = (key: string): readonly Category[] => (isHouseKey(key) ? HOUSE_PROCESSINGS[key].periods : []);

/** The texts of an entry, as the form has them. */
export type ProcessingTexts = {
  readonly name: string;
  readonly purpose: string;
  readonly basis: Basis;
  readonly basisDetail: string;
  readonly persons: string;
  readonly data: string;
  readonly recipients: string;
  readonly transfers: string;
  readonly retention: string;
  readonly security: string;
  readonly ended: boolean;
};

/** Version 0: the house's own, that nobody changed. */
export type Processing = ProcessingTexts & { readonly key: string; readonly version: number };

export type RegisterContact = {
  readonly version: number;
  readonly name: string;
  readonly contact: string;
  readonly delegate: boolean;
};
export const NO_CONTACT: RegisterContact = { version: 0, name: "", contact: "", delegate: false };
