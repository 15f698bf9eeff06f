import { expect } from "vitest";
import type { RunningServer } from "../harness/server.ts";
import { createVisitor, type Visitor } from "../harness/visitor.ts";

const COOPERATIVE = {
  legalName: "L’Établi",
  slug: "l-etabli",
  siren: "732829320",
  siret: "73282932000074",
  street: "12 rue de l’Atelier",
  postalCode: "29200",
  city: "Brest",
  timeZone: "Europe/Paris",
  firstName: "Karim",
  lastName: "Benali",
  administratorEmail: "karim@etabli.example",
  password: "une phrase de passe bien longue",
};

/** Opens the cooperative through the first page, and stays signed in. */
export async function openedCooperative({ baseUrl }: RunningServer): Promise<Visitor> {
  const visitor = createVisitor(baseUrl);
  const opened = await visitor.post("/premiers-pas", COOPERATIVE);
  expect(opened.status).toBe(302);
  expect((await visitor.get("/l-etabli")).status).toBe(200);
  return visitor;
}
