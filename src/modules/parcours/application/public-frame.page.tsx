import { Outlet } from "react-router";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { readPublic } from "#platform/http/public-tenant.ts";
import { PublicFrame } from "#ui/public-frame.tsx";
import type { Route } from "./+types/public-frame.page";

export function loader(args: Route.LoaderArgs) {
  return readPublic(args, async ({ tx, organizationId }) => {
    const { legalName, accentColour } = await organizationProfile(tx, organizationId);
    return { legalName, accentColour };
  });
}

/** The frame of the public pages of a cooperative. */
export default function CooperativeFrame({ loaderData: { legalName, accentColour } }: Route.ComponentProps) {
  return (
    <PublicFrame name={legalName} accentColour={accentColour}>
      <Outlet />
    </PublicFrame>
  );
}
