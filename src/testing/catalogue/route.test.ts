/** Every page has its address, in French without accents, and reads nothing without passing its cooperative's door. */
import { existsSync } from "node:fs";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import { describe, expect, it } from "vitest";
import { RESERVED_SLUGS } from "../../modules/membership/organization/organization.ts";
import routes from "../../routes.ts";
import { filesOf, importsOf, productFiles, withoutComments } from "./source.ts";

type Route = { readonly path: string; readonly file: string; readonly id: string };

function flatten(entries: readonly RouteConfigEntry[], above = ""): Route[] {
  return entries.flatMap((entry) => {
    const path = [above, entry.path].filter((part) => part !== undefined && part !== "").join("/");
    return [{ path, file: `src/${entry.file}`, id: entry.id ?? entry.file }, ...flatten(entry.children ?? [], path)];
  });
}

const all = flatten(await routes);
const pages = filesOf("src/**/*.page.{ts,tsx}");
const inCooperative = new Set(all.filter(({ path }) => path.startsWith(":cooperative")).map(({ file }) => file));

/** What reads or acts in a cooperative: the two doors of its members (platform/http/tenant.ts), and those of everybody. */
const DOOR = /\b(readTenant|runCommand|requireSignedIn|readPublic|runPublicCommand)\b/;

function passesDoor(path: string, text: string): boolean {
  if (DOOR.test(withoutComments(text))) return true;
  // Another page's loader or action may be called, or a file of acts beside the page.
  return importsOf(path).some((file) =>
    productFiles().some(
      (other) => other.path === file && /\.(page|store|command)\.tsx?$|-acts?\.ts$/.test(file) && DOOR.test(other.text),
    ),
  );
}

describe("Les adresses", () => {
  it("les routes sont bien lues", () => {
    expect(all.length).toBeGreaterThan(12);
    expect(inCooperative.size).toBeGreaterThan(8);
  });

  it("chaque page a une adresse, chaque adresse une page", () => {
    const routed = new Set(all.map(({ file }) => file));
    const shared = new Set(pages.flatMap(({ path }) => importsOf(path)));
    const isPage = /export (default\b|(async )?(function|const) (loader|action)\b)/;
    // What pages share (reading a form, answering it) has their suffix and no address, and a page uses it.
    const without = pages.filter(({ path, text }) => !routed.has(path) && (isPage.test(text) || !shared.has(path)));
    expect(without.map(({ path }) => path)).toEqual([]);
    expect([...routed].filter((file) => !existsSync(file) || !/\.page\.tsx?$/.test(file))).toEqual([]);
  });

  it("une route n’est dite qu’une fois", () => {
    const ids = all.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("en français sans accents ni majuscules, les paramètres en anglais", () => {
    const odd = all
      .flatMap(({ path }) => path.split("/"))
      .filter(
        (part) =>
          part !== "" &&
          part !== "*" &&
          !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(part) &&
          !/^:[a-z][a-zA-Z]*\??$/.test(part),
      );
    expect(odd).toEqual([]);
  });

  it("aucune adresse hors des coopératives ne peut être le nom d’une coopérative", () => {
    const first = all
      .map(({ path }) => path.split("/")[0] ?? "")
      .filter((part) => part !== "" && !part.startsWith(":") && part !== "*");
    expect([...new Set(first)].filter((part) => !RESERVED_SLUGS.has(part))).toEqual([]);
  });

  it("une porte publique ne s’ouvre que sous l’adresse publique, et n’y mène qu’à des actes publics", () => {
    const publicly = pages.filter(({ text }) => /\b(readPublic|runPublicCommand)\b/.test(withoutComments(text)));
    const addresses = all.filter(({ file }) => publicly.some(({ path }) => path === file)).map(({ path }) => path);
    expect(addresses.length).toBeGreaterThan(3);
    expect(
      addresses.filter(
        (path) =>
          path !== "" && !/^:cooperative(\/(rejoindre|annuaire-public|observatoire-public|inscription).*)?$/.test(path),
      ),
    ).toEqual([]);
    const members = publicly.filter(({ text }) => /\b(readTenant|runCommand)\(/.test(withoutComments(text)));
    expect(members.map(({ path }) => path)).toEqual([]);
  });

  it("chaque page d’une coopérative qui lit ou agit passe par sa porte", () => {
    const without = pages.filter(
      ({ path, text }) =>
        inCooperative.has(path) &&
        /export (async )?(function|const) (loader|action)\b/.test(text) &&
        !passesDoor(path, text),
    );
    expect(without.map(({ path }) => path)).toEqual([]);
  });
});
