import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { findGrid } from "../grid/grid.store.ts";
import type { Route } from "./+types/evaluate.page";
import { evaluateSkills } from "./evaluate.command.ts";
import { EvaluateForm } from "./evaluate-form.view.tsx";
import { en } from "./evaluation.en.ts";
import { fr } from "./evaluation.fr.ts";
import { ratingsOn } from "./evaluation.store.ts";
import { standingOf } from "./evaluation.ts";
import { sideToward } from "./side-toward.store.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, organizationId, slug, now, today } = reader;
    const personId = parseId<"person">(args.params.personId);
    if (personId === null) return refuse("missing", "evaluation.personMissing");
    const toward = await sideToward(reader, personId);
    if ("refused" in toward) return toward;
    const standing = standingOf(await ratingsOn(tx, organizationId, today, [personId]));
    const grid = await findGrid(tx, organizationId);
    return {
      ...{ slug, today, personId: personId as string, ...toward },
      key: newId<"key">(now) as string,
      version: grid?.version ?? 0,
      levels: grid?.levels ?? [],
      domains: (grid?.domains ?? [])
        .filter(({ skills }) => skills.length > 0)
        .map(({ id, name, skills }) => ({
          id: id as string,
          name,
          skills: skills.map((skill) => {
            const seen = standing.get(skill.id);
            const mine = seen?.[toward.side];
            return {
              ...{ id: skill.id as string, name: skill.name, description: skill.description },
              /** What this side said last, to change where it changed. */
              mine: mine?.level ?? null,
              other: seen?.[toward.side === "self" ? "team" : "self"]?.level ?? null,
            };
          }),
        })),
    };
  });
}

export type EvaluateData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["on"]);
  const under = (prefix: string) =>
    Object.fromEntries(
      Object.entries(input).flatMap(([name, value]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
      ),
    );
  const { cooperative, personId } = args.params;
  const given = { ...input, personId, levels: under("levels."), notes: under("notes.") };
  return act(args, form, evaluateSkills, given, () => ({
    to: `/${cooperative}/personnes/${personId}/competences`,
    message: { fr: fr.sent, en: en.sent },
  }));
}

export default function Evaluate({ loaderData, actionData }: Route.ComponentProps) {
  return <EvaluateForm data={loaderData} answer={actionData ?? null} />;
}
