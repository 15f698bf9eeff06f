/** Where the page of an entry's source is. */
export const bidSources = { "bid.bid": (id: string) => `reponses-communes/${id}` } as const;
