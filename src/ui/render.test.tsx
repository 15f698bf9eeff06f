import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import { toCents } from "#kernel/money.ts";
import { AmountInput } from "./amount-input.island.tsx";
import { Badge } from "./badge.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Button, ButtonLink } from "./button.tsx";
import { Card } from "./card.tsx";
import { BarChart, LineChart } from "./chart.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "./checkbox.tsx";
import { CheckboxFamilies } from "./checkbox-families.tsx";
import { Combobox } from "./combobox.island.tsx";
import { Confirm } from "./confirm.island.tsx";
import { DayInput } from "./day-input.island.tsx";
import { EmptyState } from "./empty-state.tsx";
import { FileInput } from "./file-input.island.tsx";
import { Filters } from "./filters.tsx";
import { ListFiles, ListToolbar } from "./list-toolbar.tsx";
import { Disclosure, MenuLink } from "./menu.island.tsx";
import { Figure, Figures, Money } from "./money.tsx";
import { Notice } from "./notice.tsx";
import { Page } from "./page.tsx";
import { Pager, Pagination } from "./pagination.tsx";
import type { FormAnswer } from "./problem.ts";
import { ProgressBar, ProgressRing } from "./progress.tsx";
import { SelectionBar } from "./selection-bar.island.tsx";
import { Skeleton } from "./skeleton.tsx";
import { SubmitButton, SubmitForm } from "./submit-form.island.tsx";
import { Table } from "./table.tsx";
import { Tabs } from "./tabs.tsx";
import { TaskList } from "./task-list.tsx";
import { Select, Textarea, TextInput } from "./text-input.tsx";
import { Timeline } from "./timeline.tsx";
import { ToastRegion } from "./toast.island.tsx";

/** The server's markup of a piece of page at an address: what people without script get. */
function html(content: ReactNode, address = "/etabli/factures"): string {
  const router = createMemoryRouter([{ path: "*", element: content }], { initialEntries: [address] });
  return renderToStaticMarkup(<RouterProvider router={router} />);
}

const today = toDay("2026-11-22");
const invalid = (fields: Record<string, string>, typed: Record<string, string> = {}): FormAnswer => ({
  problem: { code: "input.invalid", sentence: "Il y a des points à corriger.", fields },
  typed,
});

describe("un formulaire", () => {
  test("porte sa clé, ses champs cachés, et l'intention, sans script", () => {
    const markup = html(
      <SubmitForm idempotencyKey="k-1" intent="valider" hidden={{ version: "3" }}>
        <SubmitButton>Valider</SubmitButton>
      </SubmitForm>,
    );
    expect(markup).toContain('<input type="hidden" name="cle" value="k-1"/>');
    expect(markup).toContain('<input type="hidden" name="intention" value="valider"/>');
    expect(markup).toContain('<input type="hidden" name="version" value="3"/>');
    expect(markup).toContain('method="post"');
    expect(markup).toContain('type="submit"');
  });

  test("dit ce qui ne va pas en haut, avec un lien vers chaque champ, et garde ce qui a été tapé", () => {
    const markup = html(
      <SubmitForm answer={invalid({ subject: "Écrivez l'objet." }, { subject: "Po", vat: "1000", ok: "oui" })}>
        <TextInput name="subject" label="Objet" help="En quelques mots" defaultValue="ancien" />
        <Select
          name="vat"
          label="TVA"
          options={[
            { value: "2000", label: "20 %" },
            { value: "1000", label: "10 %" },
          ]}
        />
        <Checkbox name="ok" label="D'accord" />
        <Checkbox name="no" label="Pas coché" defaultChecked />
      </SubmitForm>,
    );
    expect(markup).toContain("Il reste 1 point à corriger");
    const anchor = /href="#([^"]+)"/.exec(markup)?.[1];
    const input = /<input[^>]*name="subject"[^>]*>/.exec(markup)?.[0];
    expect(input).toContain(`id="${anchor}"`);
    expect(input).toContain('value="Po"');
    expect(input).toContain('aria-invalid="true"');
    expect(markup).toContain(`aria-describedby="${anchor}-aide ${anchor}-erreur"`);
    expect(markup).toContain(`id="${anchor}-erreur"`);
    expect(markup).toContain('<option value="1000" selected="">');
    expect(/<input[^>]*name="ok"[^>]*>/.exec(markup)?.[0]).toContain("checked");
    expect(/<input[^>]*name="no"[^>]*>/.exec(markup)?.[0]).not.toContain("checked");
    expect(markup.indexOf('role="alert"')).toBeLessThan(markup.indexOf('name="subject"'));
  });

  test("les cases d'un groupe reviennent toutes comme elles ont été cochées, et le groupe dit une fois ce qui ne va pas", () => {
    const options = ["a", "b", "c"].map((value) => ({ value, label: value }));
    const answer = { ...invalid({ who: "Choisissez." }, { who: "a" }), several: { who: ["a", "c"] } };
    const markup = html(
      <SubmitForm answer={answer}>
        <CheckboxGroup name="who" label="Qui" chosen={["b"]} options={options} />
      </SubmitForm>,
    );
    const boxes = [...markup.matchAll(/<input[^>]*name="who"[^>]*>/g)].map(([box]) => box.includes("checked"));
    expect(boxes).toEqual([true, false, true]);
    expect(markup.match(/ id="[^"]*-erreur"/g)).toHaveLength(1);
  });

  test("des cases par familles : le reste est plié, et s'ouvre de lui-même quand une case y est cochée ou que le choix ne va pas", () => {
    const family = (key: string, ...values: string[]) => ({
      ...{ key, label: `Famille ${key}`, options: values.map((value) => ({ value, label: value })) },
    });
    const chooses = (chosen: readonly string[], answer?: FormAnswer) =>
      html(
        <SubmitForm answer={answer ?? null}>
          <CheckboxFamilies
            name="who"
            label="Qui"
            families={[family("A", "a", "b")]}
            folded={[family("Z", "y", "z")]}
            foldLabel="Autres (2)"
            chosen={chosen}
          />
        </SubmitForm>,
      );
    expect(chooses(["a"])).toContain("<details><summary");
    expect(chooses(["z"])).toContain('<details open=""');
    const refused = chooses([], { ...invalid({ who: "Deux au moins." }, { who: "a" }), several: { who: ["a"] } });
    expect(refused).toContain('<details open=""');
    // What came back is ticked, what was ticked at first is not any more; said once, beside the boxes.
    const back = chooses(["b"], { ...invalid({ name: "?" }, { who: "z" }), several: { who: ["a", "z"] } });
    const boxes = [...back.matchAll(/<input[^>]*name="who"[^>]*>/g)].map(([box]) => box.includes("checked"));
    expect(boxes).toEqual([true, false, false, true]);
    expect(back).toContain('<details open=""');
    expect(refused.match(/ id="[^"]*-erreur"/g)).toHaveLength(1);
    expect(refused.match(/<legend/g)).toHaveLength(3);
    expect(chooses([])).not.toContain("coch");
  });

  test("un refus de règle se dit par sa phrase ; deux formulaires ne se mélangent pas", () => {
    const answer: FormAnswer = {
      problem: { code: "invoice.notDraft", sentence: "Cette facture est envoyée.", fields: {} },
      typed: { intention: "envoyer" },
    };
    expect(
      html(
        <SubmitForm answer={answer} intent="envoyer">
          a
        </SubmitForm>,
      ),
    ).toContain("Cette facture est envoyée.");
    expect(
      html(
        <SubmitForm answer={answer} intent="supprimer">
          a
        </SubmitForm>,
      ),
    ).not.toContain('role="alert"');
  });

  test("le choix d'un fichier parle notre langue", () => {
    const markup = html(<FileInput name="e" label="E" />);
    expect(markup).toContain("Choisir un fichier");
    expect(html(<FileInput name="e" label="E" multiple />)).toContain("Choisir des fichiers");
    // Without script the browser tells what was chosen: its field is not hidden.
    expect(markup).not.toContain("opacity-0");
  });

  test("chaque champ a son étiquette, et l'obligation n'est pas laissée au navigateur", () => {
    const markup = html(
      <>
        <TextInput name="a" label="A" required />
        <Textarea name="b" label="B" optional />
        <AmountInput name="c" label="C" tax="HT" defaultValue={toCents(123456)} />
        <DayInput name="d" label="D" today={today} defaultValue="2026-03-16" />
        <FileInput name="e" label="E" />
        <Combobox
          name="f"
          label="F"
          options={[{ value: "1", label: "Les Lutins", detail: "Brest" }]}
          defaultValue="1"
        />
      </>,
    );
    for (const name of ["a", "b", "c", "d", "e", "f"]) {
      const id = new RegExp(`name="${name}"[^>]*?id="([^"]+)"|id="([^"]+)"[^>]*?name="${name}"`).exec(markup);
      expect(markup, name).toContain(`<label for="${id?.[1] ?? id?.[2]}"`);
    }
    expect(markup).not.toContain(" required");
    expect(markup).toContain('aria-required="true"');
    expect(markup).toContain('value="1\u00a0234,56"');
    expect(markup).toContain('value="16/03/2026"');
    expect(markup).toContain("lundi 16 mars 2026");
    expect(markup).toContain("€ HT");
    expect(markup).toContain('<option value="1" selected="">Les Lutins — Brest</option>');
  });

  test("un choix parmi quelques-uns est un groupe nommé", () => {
    const markup = html(
      <RadioGroup
        name="m"
        label="Prix"
        defaultValue="ht"
        options={[
          { value: "ht", label: "HT" },
          { value: "ttc", label: "TTC" },
        ]}
      />,
    );
    expect(markup).toContain("<legend");
    expect(/<input[^>]*value="ht"[^>]*>/.exec(markup)?.[0]).toContain("checked");
  });
});

describe("un tableau", () => {
  const rows = [{ id: "1", name: "F-1", total: toCents(100) }];
  const table = (address: string) =>
    html(
      <Table
        caption="Factures"
        rows={rows}
        rowKey={(row) => row.id}
        selection={{ name: "facture", form: "lot", rowLabel: (row) => row.name }}
        footer={{ total: <Money amount={toCents(100)} /> }}
        footerLabel="Total"
        columns={[
          { key: "name", header: "Numéro", rowHeader: true, sortable: true, cell: (row) => row.name },
          {
            key: "total",
            header: "Montant TTC",
            align: "end",
            sortable: true,
            cell: (row) => <Money amount={row.total} />,
          },
        ]}
      />,
      address,
    );

  test("est un tableau, avec légende, en-têtes, région que le clavier peut faire défiler", () => {
    const markup = table("/etabli/factures");
    expect(markup).toContain("<caption");
    expect(markup).toContain('<th role="columnheader" scope="col"');
    expect(markup).toContain('<th role="rowheader" scope="row"');
    expect(markup).toMatch(/<section[^>]*aria-label="Factures"[^>]*tabindex="0"/i);
    expect(markup).toContain('data-label="Montant TTC"');
    expect(markup).toContain('form="lot" name="facture" value="1"');
    expect(markup).toContain("Sélectionner F-1");
  });

  test("trie par l'adresse, dans un sens puis dans l'autre, sans perdre les filtres", () => {
    expect(table("/etabli/factures?etat=late&page=2")).toContain('href="/etabli/factures?etat=late&amp;tri=name"');
    const sorted = table("/etabli/factures?tri=name");
    expect(sorted).toContain('aria-sort="ascending"');
    expect(sorted).toContain('href="/etabli/factures?tri=-name"');
    expect(table("/etabli/factures?tri=-name")).toContain('aria-sort="descending"');
  });
});

describe("le reste du jeu", () => {
  test("un montant négatif a son signe et son mot", () => {
    expect(html(<Money amount={toCents(-12000)} />)).toContain('−120,00\u00a0€</span><span class="sr-only"> (négatif)');
    expect(html(<Money amount={toCents(-12000)} negativeWord="à découvert" />)).toContain("à découvert");
    expect(html(<Money amount={toCents(5)} />)).not.toContain("négatif");
  });

  test("un graphique a un nom et ses chiffres", () => {
    const points = [
      { label: "janv.", values: [toCents(240_000), toCents(56_000)] },
      { label: "févr.", values: [toCents(-1_000), toCents(0)] },
    ];
    for (const Chart of [BarChart, LineChart]) {
      const markup = html(<Chart title="Mon année" series={["Ventes", "Achats"]} points={points} />);
      expect(markup).toMatch(/role="img" aria-labelledby="([^"]+)"/);
      expect(markup).toContain("Voir les chiffres");
      expect(markup).toContain("2\u00a0400,00\u00a0€");
      expect(markup).toContain("−10,00\u00a0€");
    }
    const bars = html(<BarChart title="t" series={["a", "b"]} points={points} />);
    expect(bars.match(/<rect[^>]*height="0\.00"/g)).toHaveLength(1);
    const ten = Array.from({ length: 10 }, (_, index) => ({ label: String(2016 + index), values: [12n] }));
    const says = { short: String, long: (value: bigint) => `${value} personnes` };
    const years = html(<LineChart title="t" series={["a"]} points={ten} says={says} pointHeader="Année" />);
    expect(years).toContain("<title>2025, a : 12 personnes</title>");
    expect(years).not.toContain("€");
    // On a phone, one year in two, the last among them.
    const written = [...years.matchAll(/class="([^"]*)">(20\d\d)<\/text>/g)].filter(
      ([, classes]) => !classes?.includes("sauf-tres-etroit"),
    );
    expect(written.map(([, , year]) => year)).toEqual(["2017", "2019", "2021", "2023", "2025"]);
  });

  test("un filtre posé se retire, les autres s'ouvrent sans script", () => {
    const filters = [
      { parameter: "etat", label: "État", options: [{ value: "late", label: "En retard" }] },
      { parameter: "site", label: "Antenne", options: [{ value: "b", label: "Brest", count: 3 }] },
    ];
    const markup = html(<Filters filters={filters} />, "/etabli/factures?etat=late&tri=date");
    expect(markup).toContain('aria-label="Retirer le filtre État : En retard"');
    expect(markup).toContain('href="/etabli/factures?tri=date"');
    expect(markup).toContain("<details");
    expect(markup).toContain('href="/etabli/factures?etat=late&amp;tri=date&amp;site=b"');
  });

  test("chercher garde les filtres et repart de la première page ; les fichiers les gardent aussi", () => {
    const address = "/etabli/factures?etat=late&q=école&apres=2026-01-01_x&tri=-date";
    const markup = html(<ListToolbar search="Rechercher une facture" filters={[]} />, address);
    expect(markup).toContain('role="search"');
    expect(markup).toContain('<input type="hidden" name="etat" value="late"/>');
    expect(markup).toContain('<input type="hidden" name="tri" value="-date"/>');
    expect(markup).toContain('value="école"');
    expect(markup).not.toContain('name="apres"');
    expect(markup.match(/name="q"/g)).toHaveLength(1);
    const files = html(<ListFiles to="/etabli/factures/telecharger" />, address);
    expect(files).toContain(
      'href="/etabli/factures/telecharger?etat=late&amp;q=%C3%A9cole&amp;tri=-date&amp;format=csv"',
    );
    expect(files).toContain("format=xlsx");
  });

  test("une question avant l'irréversible marche sans script", () => {
    const markup = html(
      <Confirm trigger="Envoyer" title="Envoyer la facture ?">
        <SubmitForm>
          <SubmitButton>Envoyer la facture</SubmitButton>
        </SubmitForm>
      </Confirm>,
    );
    expect(markup).toContain("<details");
    expect(markup).toContain("Envoyer la facture ?");
    expect(markup).toContain('type="submit"');
  });

  test("les pages se suivent par clé ou par numéro", () => {
    expect(html(<Pagination before={null} after="k2" />, "/x?apres=k1&etat=a")).toContain(
      'href="/x?etat=a&amp;apres=k2"',
    );
    expect(html(<Pagination page={2} pageCount={3} />, "/x")).toContain("Page 2 sur 3");
    expect(html(<Pagination before={null} after={null} />, "/x")).toBe("");
    expect(html(<Pager previous="/a" next={null} label="1 sur 2" />)).toContain("1 sur 2");
  });

  test("l'avancement se dit en nombres, sans déborder", () => {
    const markup = html(<ProgressBar label="Encaissé" value={300} max={200} words="tout" />);
    expect(markup).toContain('aria-valuenow="200"');
    expect(markup).toContain('width="100.00"');
    expect(
      html(
        <ProgressRing label="Étapes" value={0} max={0}>
          0/0
        </ProgressRing>,
      ),
    ).toContain("0/0");
  });

  test("le message d'après une redirection est dans la page du serveur, avec de quoi annuler", () => {
    const markup = html(
      <ToastRegion
        first={{ text: "Facture enregistrée", undo: { action: "/etabli/x", fields: { intention: "annuler" } } }}
      />,
    );
    expect(markup).toContain("Facture enregistrée");
    expect(markup).toContain('action="/etabli/x"');
    expect(markup).toContain('name="intention" value="annuler"');
    expect(markup).toContain("text-ok");
    // What was refused never looks like a success.
    const refused = html(<ToastRegion first={{ text: "Ce client n’a pas d’adresse.", refused: true }} />);
    expect(refused).toContain("text-erreur");
    expect(refused).not.toContain("text-ok");
  });
});

test("aucun composant n'écrit de style dans le balisage, ni d'icône lue à voix haute", () => {
  const markup = html(
    <Page
      title="Tout"
      badge={<Badge tone="erreur">En retard</Badge>}
      actions={<Button icon={Plus}>Créer</Button>}
      crumbs={[{ label: "Ventes", to: "/a" }]}
    >
      <Card title="A" actions={<ButtonLink to="/b">B</ButtonLink>}>
        <Figures>
          <Figure label="À recevoir" amount={toCents(1)} help="HT" />
        </Figures>
      </Card>
      <Notice tone="attention" title="T" alert>
        texte
      </Notice>
      <EmptyState icon={Plus} title="Rien" action={<Button>Faire</Button>} />
      <Timeline
        label="Suivi"
        steps={[
          { key: "1", state: "done", title: "Écrite" },
          { key: "2", state: "current", title: "Relue" },
          { key: "3", state: "toDo", title: "Payée" },
        ]}
      />
      <Tabs label="Ventes" tabs={[{ to: "/a", label: "A", count: 2 }]} />
      <TaskList
        tasks={[{ key: "1", tone: "info", title: "Lire", detail: "avant vendredi", action: <Button>Lire</Button> }]}
      />
      <Skeleton />
      <SelectionBar name="facture" form="lot">
        <Button>Valider</Button>
      </SelectionBar>
      <Breadcrumb crumbs={[{ label: "A", to: "/a" }]} />
      <Disclosure summary="Plus" summaryClassName="">
        <MenuLink to="/a" icon={Plus}>
          A
        </MenuLink>
      </Disclosure>
      <Button sending>Enregistrer</Button>
      <BarChart title="t" series={["a"]} points={[{ label: "janv.", values: [toCents(5)] }]} />
    </Page>,
  );
  expect(markup).not.toMatch(/\sstyle=/);
  expect(markup).not.toMatch(/\son\w+=/);
  for (const svg of markup.match(/<svg[^>]*>/g) ?? []) expect(svg).toMatch(/aria-hidden="true"|role="img"/);
  expect(markup).toContain("Envoi…");
  expect(markup).toContain('aria-busy="true"');
  expect(markup).toContain("<title>Tout · Essaim</title>");
  expect(markup).toContain('aria-current="step"');
});

test("des onglets que seule la fin de l’adresse distingue disent lequel se lit", () => {
  const years = ["2025", "2026"].map((year) => ({ to: `/etabli/factures?annee=${year}`, label: year }));
  const chosen = years.map((tab) => ({ ...tab, current: tab.label === "2026" }));
  const current = (markup: string) => markup.match(/aria-current="page"/g)?.length ?? 0;
  expect(current(html(<Tabs label="Année" tabs={chosen} />))).toBe(1);
  expect(html(<Tabs label="Année" tabs={chosen} />)).toMatch(
    /aria-current="page"[^>]*>2026|annee=2026"[^>]*aria-current="page"/,
  );
});
