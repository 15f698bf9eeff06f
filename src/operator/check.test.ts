import { expect, test } from "vitest";
import { readSettings } from "#platform/settings.ts";
import { openClamdDouble } from "#platform/testing/clamd-double.ts";
import { openS3Double } from "#platform/testing/s3-double.ts";
import { checkFiles, checkScanner } from "./check.entry.ts";

const KEYS = { accessKey: "ESSAIM", secretKey: "secret", region: "fr-par" };

test("le contrôle dit où vont les fichiers, et si l'espace S3 les prend vraiment", async () => {
  const double = await openS3Double("pieces", KEYS);
  const settings = (more: Record<string, string> = {}) => {
    const read = readSettings({
      ...{ ESSAIM_S3_BUCKET: "pieces", ESSAIM_S3_ENDPOINT: double.url, ESSAIM_S3_REGION: "fr-par" },
      ...{ ESSAIM_S3_ACCESS_KEY: "ESSAIM", ESSAIM_S3_SECRET_KEY: "secret", ...more },
    });
    if ("problems" in read) throw new Error(read.problems.join());
    return read;
  };
  expect(await checkFiles(settings())).toMatchObject({ level: "good", word: "filesInBucket" });
  expect(double.objects.size).toBe(1);
  expect(await checkFiles(settings({ ESSAIM_S3_SECRET_KEY: "wrong" }))).toMatchObject({
    level: "bad",
    facts: { reason: expect.stringContaining("SignatureDoesNotMatch") },
  });
  expect(await checkFiles(settings({ ESSAIM_S3_BUCKET: "ailleurs" }))).toMatchObject({ word: "filesBucketBad" });
  await double.close();
  const none = readSettings({});
  if ("problems" in none) throw new Error(none.problems.join());
  expect(await checkFiles(none)).toMatchObject({ level: "good", word: "filesOnDisk" });
});

test("des réglages de l'espace S3 à moitié donnés sont refusés", () => {
  expect(readSettings({ ESSAIM_S3_BUCKET: "pieces" })).toHaveProperty("problems");
  expect(readSettings({ ESSAIM_S3_BUCKET: "Pas Un Nom" })).toHaveProperty("problems");
  const amazon = { ESSAIM_S3_BUCKET: "pieces", ESSAIM_S3_ACCESS_KEY: "a", ESSAIM_S3_SECRET_KEY: "b" };
  expect(readSettings({ ...amazon, ESSAIM_S3_REGION: "eu-west-3" })).toMatchObject({
    s3: { endpoint: "https://s3.eu-west-3.amazonaws.com", pathStyle: false, prefix: "" },
  });
  expect(readSettings({ ...amazon, ESSAIM_S3_PREFIX: "../" })).toHaveProperty("problems");
});

test("le contrôle dit s'il y a un antivirus, s'il répond et s'il reconnaît le fichier d'essai", async () => {
  const double = await openClamdDouble();
  const clamd = { address: double.address, whenAway: "refuse" as const, maxBytes: 1e6, timeoutMs: 200 };
  expect(await checkScanner({ clamd: null })).toMatchObject({ level: "warning", word: "scannerNone" });
  expect(await checkScanner({ clamd })).toMatchObject({ level: "good", word: "scanner" });
  double.next.push("nonsense");
  expect(await checkScanner({ clamd })).toMatchObject({ level: "bad", word: "scannerBlind" });
  await double.close();
  expect(await checkScanner({ clamd })).toMatchObject({ level: "bad", word: "scannerBad" });
  expect(readSettings({ ESSAIM_CLAMD: "clamav:3310" })).toHaveProperty("problems");
  expect(readSettings({ ESSAIM_CLAMD: "unix:/run/clamav/clamd.ctl", ESSAIM_CLAMD_TIMEOUT: "5" })).toMatchObject({
    clamd: { address: "unix:/run/clamav/clamd.ctl", whenAway: "refuse", timeoutMs: 5000 },
  });
});
