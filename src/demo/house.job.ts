import type { House } from "#kernel/actor.ts";
import { toDay } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import {
  createCooperative,
  findOrganization,
  type Installer,
  type NewCooperative,
} from "#modules/membership/index.server.ts";
import type { CommandHost } from "#platform/command.ts";
import type { FileStore } from "#platform/files/file-store.ts";
import type { Identity } from "#platform/session/session.ts";
import { at } from "./calendar.ts";
import { DEMO_PASSWORD } from "./cast.job.ts";
import { openStage, type Stage } from "./stage.job.ts";

/** With what the houses beside « L'Établi » are made. */
export type Ground = {
  readonly host: Omit<CommandHost, "clock">;
  readonly identity: Pick<Identity, "ensureUser">;
  readonly files: FileStore;
  readonly installers: readonly Installer[];
  readonly settle: () => Promise<void>;
  /** Where this instance is reached: its houses are known to each other by it. */
  readonly publicUrl: string;
};

export type Somebody = {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
};

/** The account of somebody who signs in with the password that everybody knows. */
export function accountFor(ground: Ground, { firstName, lastName, email }: Somebody): Promise<Id<"user">> {
  return ground.identity.ensureUser({ email, name: `${firstName} ${lastName}`, password: DEMO_PASSWORD });
}

/** A house and its founder, made once: a run that was cut finds it again. */
export async function houseOf(
  ground: Ground,
  house: House,
  identity: Omit<NewCooperative, "firstName" | "lastName" | "administratorEmail"> & { readonly slug: string },
  founder: Somebody,
  from: string,
): Promise<Stage> {
  const { host, files, installers, settle } = ground;
  const userId = await accountFor(ground, founder);
  const known = await findOrganization(host.database, identity.slug, userId);
  const open = (organizationId: Stage["organizationId"]) => openStage({ host, files, organizationId, settle });
  const stage = await (known === null ? found() : open(known));
  stage.enter(founder.key, userId);
  return stage;

  async function found(): Promise<Stage> {
    const { firstName, lastName, email } = founder;
    const clock = () => at(toDay(from), 7);
    const input = { ...identity, firstName, lastName, administratorEmail: email };
    const created = await createCooperative({ ...host, clock }, input, { userId, installers, house });
    if (isRefusal(created)) throw new Error(`the house ${identity.slug} is refused: ${JSON.stringify(created)}`);
    return open(created.organizationId);
  }
}
