/** The shape of a French catalogue, for its English one: the same keys, any text. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
