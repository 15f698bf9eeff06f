import { openVault } from "#platform/vault.ts";

/** The vault of tests, under one key. */
export const testVault = openVault(() => [{ id: "test", key: Buffer.alloc(32, 7) }]);
