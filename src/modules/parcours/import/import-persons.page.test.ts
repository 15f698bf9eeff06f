import { expect, it } from "vitest";
import { answerOf, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant } from "#testing/tenant.ts";
import * as page from "./import-persons.page.tsx";

const CSV =
  "Nom;Prénom;Courriel;Situation\nLe Goff;Nolwenn;nolwenn@exemple.example;En études\nRoux;Yann;pas une adresse;marin\n";

it("un fichier se lit, se relit, s’importe ; les lignes refusées disent pourquoi, dans la langue de qui lit", async () => {
  const { app } = await testApp();
  const tenant = await freshTenant({ now: "2026-03-02T09:00:00.000Z" });
  Object.assign(app, { clock: () => tenant.host.clock() });
  const slug = tenant.slug;
  const payroll = await tenant.person({ roles: ["payroll"] });
  const send = (form: Record<string, string> | FormData, who = payroll) =>
    answerOf(() =>
      page.action(
        pageArguments(app, {
          ...{
            path: `/${slug}/personnes/importer`,
            params: { cooperative: slug },
            signedIn: who.signedIn,
            form,
          },
        }) as never,
      ),
    );
  const chosen = new FormData();
  chosen.set("intent", "read");
  chosen.set("file", new File([CSV], "personnes.csv", { type: "text/csv" }));
  const read = await send(chosen);
  expect(read.body).toMatchObject({
    refusal: null,
    preview: {
      columns: ["lastName", "firstName", "email", "situation"],
      counts: { added: 1, updated: 0, unchanged: 0, refused: 1 },
    },
  });
  const { preview } = read.body as { preview: { lines: { reasons: { sentence: string }[] }[]; refusedFile: string } };
  const [reason] = preview.lines[0]?.reasons ?? [];
  expect(reason?.sentence).toMatch(/adresse/);
  expect(preview.refusedFile).toBe(
    `\ufeffNom;Prénom;Courriel;Situation;À corriger\r\nRoux;Yann;pas une adresse;marin;${reason?.sentence}\r\n`,
  );

  const columns = Object.fromEntries(
    ["lastName", "firstName", "email", "situation"].map((column, index) => [`columns.${index}`, column]),
  );
  const form = { sheet: CSV, key: "email", from: "01/03/2026", cle: "a key of this form", ...columns };
  const refused = await send({ ...form, intent: "import", choice: "all" });
  expect([refused.status, refused.body]).toMatchObject([
    409,
    { refusal: "Lignes à corriger : 1. Rien n’a été importé." },
  ]);
  // Whoever may not import has no file read, nor checked by the antivirus.
  const wrong = new FormData();
  wrong.set("file", new File([], ""));
  expect([(await send(wrong)).status, (await send(wrong, await tenant.person())).status]).toEqual([422, 403]);
  const done = await send({ ...form, intent: "import", choice: "valid", cle: "another key of it" });
  expect(done.body).toMatchObject({ done: { counts: { added: 1, refused: 1 } } });
});
