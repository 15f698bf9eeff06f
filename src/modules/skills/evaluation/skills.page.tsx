import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/skills.page";
import { readSkills } from "./read-skills.store.ts";
import { SkillsPage } from "./skills.view.tsx";

/** Where somebody stands, among the pages of the person. */
export function loader(args: Route.LoaderArgs) {
  const search = new URL(args.request.url).searchParams;
  return readTenant(args, async (reader) => {
    const personId = parseId<"person">(args.params.personId);
    return personId === null ? refuse("missing", "evaluation.personMissing") : readSkills(reader, personId, search);
  });
}

export default function Skills({ loaderData }: Route.ComponentProps) {
  return <SkillsPage data={loaderData} among />;
}
