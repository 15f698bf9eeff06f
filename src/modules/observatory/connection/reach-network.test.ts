/** L’adresse qu’une coopérative tape, et ce qui est appelé au dehors. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { networkAddress, type Outside, reachNetwork } from "./reach-network.server.ts";

const outside = (privateNetworks: boolean): Outside => ({
  settings: { publicUrl: "https://essaim.example/", privateNetworks },
  answerMachine: async (path) => ({ status: 200, body: `here ${path}` }),
});
const closed = outside(false);
const signed = { text: "{}", signature: "" };

describe("L’adresse d’un réseau", () => {
  it("se lit comme on la donne : avec ou sans https, avec ou sans barre à la fin", () => {
    for (const typed of [
      "https://reseau.example/faisceau",
      " reseau.example/faisceau/ ",
      "HTTPS://reseau.example/faisceau",
    ]) {
      expect(networkAddress(closed, typed)).toBe("https://reseau.example/faisceau");
    }
    expect(networkAddress(closed, "https://essaim.example/faisceau")).toBe("https://essaim.example/faisceau");
  });

  it.each([
    ["", "rien"],
    ["https://reseau.example", "sans nom de réseau"],
    ["https://reseau.example/faisceau/factures", "une page du réseau"],
    ["http://reseau.example/faisceau", "sans chiffrement"],
    ["https://reseau.example:8443/faisceau", "un autre port"],
    ["https://moi:secret@reseau.example/faisceau", "un mot de passe"],
    ["https://localhost/faisceau", "cette machine"],
    ["https://127.0.0.1/faisceau", "cette machine, par son numéro"],
    ["https://2130706433/faisceau", "le même numéro en un seul nombre"],
    ["https://[::ffff:127.0.0.1]/faisceau", "le même numéro dans un autre"],
    ["https://169.254.169.254/faisceau", "le service de l’hébergeur"],
    ["https://reseau.internal/faisceau", "une machine de la maison"],
    ["file:///faisceau", "un fichier"],
  ])("« %s » n’en est pas une : %s", (typed) => {
    expect(networkAddress(closed, typed)).toBeNull();
  });

  it("une maison de cette instance est servie sans passer par le réseau", async () => {
    const answer = await reachNetwork(closed, "https://essaim.example/faisceau", "observation", signed);
    expect(answer).toEqual({ status: 200, text: "here /api/v1/observatoire/faisceau/observation" });
  });
});

describe("Ce qui est appelé au dehors", () => {
  let server: Server;
  let origin = "";
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      if (request.url?.includes("/ailleurs/")) response.writeHead(307, { location: "/suite" }).end();
      else response.end("x".repeat(request.url?.includes("/bavard/") ? 300 * 1024 : 3));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it("une machine privée ne l’est pas, sauf si l’exploitant l’a permis", async () => {
    expect(await reachNetwork(closed, `${origin}/faisceau`, "adhesion", signed)).toEqual({ fault: "private" });
    expect(await reachNetwork(closed, "https://localhost/faisceau", "adhesion", signed)).toEqual({ fault: "private" });
    expect(asked).toEqual([]);
    const answer = await reachNetwork(outside(true), `${origin}/faisceau`, "adhesion", signed);
    expect(answer).toEqual({ status: 200, text: "xxx" });
  });

  it("une redirection n’est pas suivie, une réponse trop longue n’est pas lue", async () => {
    const open = outside(true);
    expect(await reachNetwork(open, `${origin}/ailleurs`, "adhesion", signed)).toMatchObject({ status: 307 });
    expect(asked.some((path) => path.includes("/suite"))).toBe(false);
    expect(await reachNetwork(open, `${origin}/bavard`, "adhesion", signed)).toEqual({ fault: "tooLarge" });
  });
});
