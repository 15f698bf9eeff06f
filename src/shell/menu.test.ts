import { describe, expect, test } from "vitest";
import type { SupportRole } from "#kernel/actor.ts";
import { CREATIONS, NAVIGATION } from "#navigation.ts";
import type { ActorSummary } from "#ui/navigation.ts";
import { currentEntry, menuOf } from "./menu.ts";

const actorWith = (...roles: SupportRole[]): ActorSummary => ({
  ...{ house: "cae", hasActivity: roles.length === 0, roles: new Set(roles), generalRoles: new Set(roles) },
});

/** The entry of the whole menu that shows itself as the current one on a page. */
const lit = (path: string, actor: ActorSummary) =>
  currentEntry(menuOf({ entries: NAVIGATION, creations: CREATIONS }, actor, "etabli", "fr").entries, `/etabli${path}`);

describe("L’entrée du menu où l’on est", () => {
  const team = actorWith("accompagnateur", "direction");

  test("ses pages, et non celles d’une autre entrée qui commencent comme elle", () => {
    expect(lit("", team)).toBe("home");
    expect(lit("/personnes/0192", team)).toBe("persons");
    expect(lit("/rendez-vous", team)).toBe("appointments");
    expect(lit("/rendez-vous/0192", team)).toBe("appointments");
    expect(lit("/rendez-vous-d-ailleurs", team)).toBeNull();
    expect(lit("/nulle-part", team)).toBeNull();
  });

  test("l’agenda tient ce qui s’y planifie et ce qui s’y importe, sous l’adresse des rendez-vous", () => {
    for (const path of ["/nouveau", "/importer", "/imports", "/imports/0192"]) {
      expect(lit(`/rendez-vous${path}`, team), path).toBe("agenda");
    }
  });

  test("une page tenue par des onglets est celle de leur entrée", () => {
    expect(lit("/permanences", actorWith())).toBe("appointments");
    expect(lit("/reunions-information/0192", team)).toBe("candidates");
    expect(lit("/reglages/page-publique", team)).toBe("candidates");
  });

  test("une entrée au-dessus d’une autre n’est la sienne que sur sa propre page", () => {
    const items = ["/a", "/a/b"].map((href) => ({ key: href, href, icon: "home", label: href }) as const);
    expect(["/a", "/a/b", "/a/b/c", "/a/c"].map((path) => currentEntry(items, path))).toEqual([
      "/a",
      "/a/b",
      "/a/b",
      null,
    ]);
  });
});
