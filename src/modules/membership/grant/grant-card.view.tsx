import { fill, type Translation } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import type { PersonPageData } from "../person/person.page.tsx";
import type { fr as screen } from "../person/person-screen.fr.ts";
import { en } from "./grant.en.ts";
import { fr } from "./grant.fr.ts";

/** The support roles of a person; an administrator gives and takes them away. */
export function GrantCard({
  words,
  data,
  answer,
}: {
  readonly words: Translation<(typeof screen)["page"]>;
  readonly data: PersonPageData;
  readonly answer: FormAnswer | undefined;
}) {
  const { choose } = useLanguage();
  const { roles, reaches, roleHelp } = choose({ fr, en });
  const reachOf = (grant: PersonPageData["grants"][number]) => {
    const site = grant.siteName ?? "";
    if (grant.siteId === null) return grant.followedOnly ? reaches.followed : reaches.all;
    return fill(grant.followedOnly ? reaches.both : reaches.site, { site });
  };
  return (
    <Card title={words.roles}>
      <div className="flex flex-col gap-4">
        <Refused intent="revoke" answer={answer} />
        {data.grants.length === 0 ? (
          <p className="text-texte2">{words.rolesNone}</p>
        ) : (
          <ul className="flex flex-col divide-y divide-bordure">
            {data.grants.map((grant) => (
              <li key={grant.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                <span>
                  <span className="font-semibold">{roles[grant.role]}</span>
                  <span className="block text-aide text-texte2">{reachOf(grant)}</span>
                </span>
                {data.may.grant ? (
                  <SubmitForm intent="revoke" hidden={{ grantId: grant.id }}>
                    <SubmitButton variant="quiet" size="small" aria-label={`${words.revoke} : ${roles[grant.role]}`}>
                      {words.revoke}
                    </SubmitButton>
                  </SubmitForm>
                ) : null}
              </li>
            ))}
          </ul>
        )}
        {data.may.grant ? (
          <details open={answer?.typed?.intention === "grant" || undefined}>
            <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.giveTitle}</summary>
            <SubmitForm intent="grant" answer={answer} className="flex flex-col gap-4 pt-2">
              <Select
                name="role"
                label={words.role}
                options={data.grantable.map((role) => ({ value: role, label: `${roles[role]} : ${roleHelp[role]}` }))}
              />
              {data.sites.length === 0 ? null : (
                <Select
                  name="siteId"
                  label={words.reachSite}
                  placeholder={words.reachAll}
                  options={data.sites.map((site) => ({ value: site.id, label: site.name }))}
                  optional
                />
              )}
              <Checkbox name="followedOnly" label={words.followedOnly} />
              <SubmitButton variant="secondary" className="w-fit">
                {words.give}
              </SubmitButton>
            </SubmitForm>
          </details>
        ) : null}
      </div>
    </Card>
  );
}
