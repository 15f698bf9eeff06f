/** Chaque refus de l’observatoire, par son code : les phrases sont dans observatory.fr.ts. */
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { type Command, execute } from "#platform/command.ts";
import { cancelInvitation, inviteStructure, revokeAdhesion } from "./adhesion/invite-structure.command.ts";
import { answerMachine } from "./adhesion/machine-door.server.ts";
import { textOf } from "./adhesion/protocol.ts";
import { closeConnection, openConnection } from "./connection/connect.command.ts";
import { standingConnections } from "./connection/connection.store.ts";
import { sendFigures } from "./connection/send-figures.command.ts";
import { observationText } from "./observation/observation.ts";
import { newKeyPair, signText } from "./observation/signature.server.ts";
import { addStructure, type House, joined, makeHouse, NOW, ORIGIN } from "./observatory.fixture.ts";

let network: House;
let coop: House;

beforeEach(async () => {
  network = await makeHouse("network");
  coop = await makeHouse("cae");
});

async function code<Input, Output>(house: House, command: Command<Input, Output>, input: unknown) {
  const result = await execute(house.tenant.host, house.chief.caller, command, input);
  return isRefusal(result) ? result.code : "done";
}

async function posted(act: "adhesion" | "observation", text: string, signature: string, slug = network.tenant.slug) {
  const path = `/api/v1/observatoire/${slug}/${act}`;
  const { status, body } = await answerMachine(network.tenant.host, path, JSON.stringify({ text, signature }));
  return [status, (JSON.parse(body) as { error?: string }).error];
}

const documentOf = (adhesion: string) =>
  observationText({ adhesion, sequence: 1, period: "2025", signedAt: NOW as never, figures: [] });

describe("Ce qui est refusé", () => {
  it("des codes, des clés et des connexions qui n’existent pas, ou d’une autre maison", async () => {
    const { tenant } = network;
    const elsewhere = await makeHouse("network");
    const structureId = await addStructure(elsewhere);
    expect(await code(network, inviteStructure, { structureId })).toBe("adhesion.structure");
    const authority = await addStructure(network, { name: "Une région", kind: "authority" });
    expect(await code(network, inviteStructure, { structureId: authority })).toBe("adhesion.structure");
    expect(await code(network, cancelInvitation, { invitationId: tenant.newId() })).toBe("adhesion.invitationMissing");
    expect(await code(network, revokeAdhesion, { adhesionId: tenant.newId() })).toBe("adhesion.missing");
    expect(await code(coop, closeConnection, { connectionId: tenant.newId() })).toBe("connection.missing");
    const answer = { address: `${ORIGIN}/reseau`, keyId: tenant.newId(), text: "{}", signature: "x" };
    expect(await code(coop, openConnection, answer)).toBe("connection.missing");
    expect(await code(network, sendFigures, { period: "2025" })).toBe("observatory.notCooperative");
  });

  it("une demande qui ne se lit pas, ou que sa clé n’a pas signée", async () => {
    const { publicKey } = newKeyPair();
    const asked = textOf({ format: "essaim-adhesion", versions: [1], code: "ABCDEFGHJKLMNPQR", publicKey });
    const signature = signText(newKeyPair().privateKey, "essaim-adhesion", asked);
    expect(await posted("adhesion", "{}", signature)).toEqual([422, "adhesion.unreadable"]);
    expect(await posted("adhesion", asked, signature)).toEqual([403, "adhesion.signature"]);
    expect(await posted("adhesion", asked, signature, coop.tenant.slug)).toEqual([404, "observatory.noDoor"]);
  });

  it("un document qui ne se lit pas, d’une adhésion que le réseau ne connaît pas, ou d’une autre clé", async () => {
    await joined(coop, network, "L’Établi");
    const { organizationId } = coop.tenant;
    const [connection] = await coop.tenant.run((tx) => standingConnections(tx, organizationId));
    const { privateKey } = newKeyPair();
    const sent = (text: string) => posted("observation", text, signText(privateKey, "essaim-observation", text));
    expect(await sent("{}")).toEqual([422, "observation.unreadable"]);
    // The same value, another text.
    expect(await sent(` ${documentOf(network.tenant.newId())}`)).toEqual([422, "observation.unreadable"]);
    expect(await sent(documentOf(network.tenant.newId()))).toEqual([404, "observation.unknownSender"]);
    expect(await sent(documentOf(connection?.adhesionId ?? ""))).toEqual([403, "observation.signature"]);
  });
});
