/** Words found nowhere else, one for each thing that not everybody may read (rights/canaries.ts says who). */
export const WORDS = {
  A: "Aronde",
  B: "Becassine",
  C: "Courlis",
  D: "Draine",
  E: "Epervine",
  personB: "Bruantel",
  stranger: "Corbelin",
  elsewhere: "Colvertine",
  shared: "Spatuline",
} as const;
