import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openS3Double, type S3Double, signatureOf } from "../testing/s3-double.ts";
import { objectAddress, openS3Store, probeStore, type S3Settings } from "./s3-store.ts";

const KEYS = { accessKey: "ESSAIMKEY", secretKey: "a secret/with+signs", region: "fr-par" };
const QUICK = { tryMs: 150, waitMs: 1 };
const content = new TextEncoder().encode("une facture");
const hash = createHash("sha256").update(content).digest("hex");

let double: S3Double;
let settings: S3Settings;
beforeEach(async () => {
  double = await openS3Double("pieces", KEYS);
  settings = { ...KEYS, endpoint: double.url, bucket: "pieces", pathStyle: true, prefix: "" };
});
afterEach(() => double.close());

describe("La doublure de S3", () => {
  // The examples of Amazon's own documentation, with their published signatures.
  const keys = { secretKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", region: "us-east-1" };
  const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const common = { host: "examplebucket.s3.amazonaws.com", "x-amz-date": "20130524T000000Z" };
  it("calcule les signatures que publie Amazon", () => {
    const get = { ...common, range: "bytes=0-9", "x-amz-content-sha256": empty };
    const signed = ["host", "range", "x-amz-content-sha256", "x-amz-date"];
    expect(signatureOf({ method: "GET", url: "/test.txt", headers: get }, signed, keys)).toBe(
      "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    );
    const list = { ...common, "x-amz-content-sha256": empty };
    const url = "/?max-keys=2&prefix=J";
    expect(
      signatureOf({ method: "GET", url, headers: list }, ["host", "x-amz-content-sha256", "x-amz-date"], keys),
    ).toBe("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
  });

  it("refuse ce qui n’est pas signé, ou dit un autre contenu", async () => {
    const bare = await fetch(`${double.url}/pieces/aa/bb`, { method: "PUT", body: "x" });
    expect([bare.status, await bare.text()]).toEqual([403, expect.stringContaining("AccessDenied")]);
    for (const wrong of [{ secretKey: "another" }, { accessKey: "ANOTHER" }, { region: "us-east-1" }]) {
      await expect(openS3Store({ ...settings, ...wrong }, QUICK).put(content)).rejects.toThrow(/refuses: 40[03]/);
    }
    expect(double.objects.size).toBe(0);
  });
});

describe("Les fichiers dans un espace S3", () => {
  it("se gardent sous le nom de leur contenu, une fois, et se relisent", async () => {
    const store = openS3Store({ ...settings, prefix: "essaim/" }, QUICK);
    expect(await store.put(content)).toBe(hash);
    expect(await store.put(content)).toBe(hash);
    expect([...double.objects.keys()]).toEqual([`essaim/${hash.slice(0, 2)}/${hash}`]);
    expect(double.asked.filter((line) => line.startsWith("PUT"))).toHaveLength(1);
    expect(Buffer.from((await store.get(hash)) ?? []).toString()).toBe("une facture");
    expect(await store.get("0".repeat(64))).toBeNull();
    expect(await store.get("../../etc/passwd")).toBeNull();
    await probeStore(store);
  });

  it("s’effacent pour de bon, même deux fois", async () => {
    const store = openS3Store(settings, QUICK);
    await store.put(content);
    await store.remove(hash);
    await store.remove(hash);
    await store.remove("../../etc/passwd");
    expect(double.objects.size).toBe(0);
    expect(await store.get(hash)).toBeNull();
  });

  it("un espace occupé ou muet se redemande ; sans réponse, rien n’est tenu pour gardé", async () => {
    const store = openS3Store(settings, QUICK);
    double.next.push(503, 429);
    expect(await store.put(content)).toBe(hash);
    double.next.push("silence");
    expect(await store.get(hash)).not.toBeNull();
    double.next.push(404, 503, 503, 503);
    await expect(store.put(new TextEncoder().encode("autre"))).rejects.toThrow("does not answer: 503 SlowDown");
    expect(double.objects.size).toBe(1);
    await double.close();
    await expect(store.put(content)).rejects.toThrow("does not answer");
  });

  it("ne suit aucune redirection : la question signée ne va nulle part ailleurs", async () => {
    const elsewhere = await openS3Double("pieces", KEYS);
    const to = new URL(`${elsewhere.url}/pieces/${hash.slice(0, 2)}/${hash}`);
    double.next.push(to, to, to);
    await expect(openS3Store(settings, QUICK).get(hash)).rejects.toThrow("does not answer");
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.close();
  });

  it("un contenu changé dans l’espace n’est jamais servi", async () => {
    const store = openS3Store(settings, QUICK);
    await store.put(content);
    double.objects.set(`${hash.slice(0, 2)}/${hash}`, Buffer.from("une  facture"));
    await expect(store.get(hash)).rejects.toThrow("another content");
  });

  it("l’espace est dans le chemin, ou dans le nom de la machine", () => {
    const amazon = { ...settings, endpoint: "https://s3.eu-west-3.amazonaws.com" };
    expect(objectAddress(amazon, "abcd")).toBe("https://s3.eu-west-3.amazonaws.com/pieces/ab/abcd");
    expect(objectAddress({ ...amazon, pathStyle: false, prefix: "essaim/" }, "abcd")).toBe(
      "https://pieces.s3.eu-west-3.amazonaws.com/essaim/ab/abcd",
    );
  });

  it("un espace qui n’existe pas n’est pas un fichier qui manque", async () => {
    await expect(openS3Store({ ...settings, bucket: "ailleurs" }, QUICK).get(hash)).rejects.toThrow("NoSuchBucket");
    await expect(probeStore(openS3Store({ ...settings, bucket: "ailleurs" }, QUICK))).rejects.toThrow("404");
  });
});
