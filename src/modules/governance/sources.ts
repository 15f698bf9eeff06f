/** Where the register opens what its entries come from. */
export const governanceSources = { "governance.share_movement": () => "associes" } as const;
