import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/my-skills.page";
import { readSkills } from "./read-skills.store.ts";
import { SkillsPage } from "./skills.view.tsx";

/** One's own skills, from the menu. */
export function loader(args: Route.LoaderArgs) {
  const search = new URL(args.request.url).searchParams;
  return readTenant(args, async (reader) => readSkills(reader, reader.actor.personId, search));
}

export default function MySkills({ loaderData }: Route.ComponentProps) {
  return <SkillsPage data={loaderData} />;
}
