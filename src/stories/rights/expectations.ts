/** Who may open what, route by route: a growing list. A route that is not here makes the matrix fail. */
import { ALL, type Expectation } from "./expectation.ts";
import { MONEY } from "./expectations-money.ts";
import { PEOPLE } from "./expectations-people.ts";

export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  "/": { readers: "everybody", status: 302 },
  "/connexion": { readers: "everybody", also: [302] },
  "/connexion/code": { readers: "everybody", also: [302] },
  "/mot-de-passe-oublie": { readers: "everybody" },
  "/mot-de-passe/:token": { readers: "everybody", status: 404 },
  "/document/:token": { readers: "everybody", status: 404 },
  "/document/:token/pdf": { readers: "everybody", status: 404 },
  "/document/:token/logo": { readers: "everybody", status: 404 },
  "/calendrier/:token": { readers: "everybody", status: 404 },
  "/r": { readers: "everybody" },
  // A code that opens nothing: the door of a room has its own tests. Too many of them are not looked up any more.
  "/r/:code": { readers: "everybody", status: 404, also: [429] },
  "/r/:code/flux": { readers: "everybody", status: 404, also: [429] },
  "/compte/securite": { readers: "signedIn" },
  "/compte/securite/connexions": { readers: "signedIn" },
  "/cooperatives": { readers: "signedIn" },
  "/premiers-pas": { readers: "everybody", status: 302 },
  "/deconnexion": { readers: "everybody", status: 302 },
  "/langue": { readers: "everybody", status: 302 },
  "/apparence": { readers: "everybody", status: 302 },
  "/marque/:colour": { readers: "everybody" },
  // What the matrix writes there is no code of ours.
  "/verifier/:token": { readers: "everybody", status: 404 },
  "/demonstration/etat": { readers: "everybody" },

  "/:cooperative": { readers: ALL },
  "/:cooperative/recherche": { readers: ALL },
  "/:cooperative/vues": { readers: ALL },
  "/:cooperative/affichage": { readers: "everybody", status: 302 },
  "/:cooperative/notifications": { readers: ALL },
  "/:cooperative/notifications/reglages": { readers: ALL },
  "/:cooperative/activite": { readers: "everybody", status: 302 },
  // Nobody's data: a delegate reads it too.
  "/:cooperative/aide/raccourcis": { readers: [...ALL, "delegate"], empty: true },

  ...PEOPLE,
  ...MONEY,
};
