import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/home.page";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ today }) => ({ today }));
}

export default function HomePage({ loaderData }: Route.ComponentProps) {
  return <h1>Bonjour, {loaderData.today}</h1>;
}
