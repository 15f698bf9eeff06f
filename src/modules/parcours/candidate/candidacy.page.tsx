import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { findPerson, mayPerson } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { ThingTabs } from "#ui/thing-tabs.tsx";
import type { Route } from "./+types/candidacy.page";
import { en as candidateEn } from "./candidate.en.ts";
import { fr as candidateFr } from "./candidate.fr.ts";
import { mayCandidate, mayReceiveCandidates } from "./candidate.policy.ts";
import { candidaciesOf } from "./candidate.store.ts";
import { ToldList } from "./candidate-cards.view.tsx";
import { en } from "./candidate-screen.en.ts";
import { fr } from "./candidate-screen.fr.ts";
import { STATUS_TONE } from "./candidate-tone.ts";

/** What somebody wrote before they were a person of the cooperative, beside their record. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, timeZone }) => {
    const id = parseId<"person">(args.params.personId);
    const person = id === null ? null : await findPerson(tx, actor, id);
    if (person === null || mayPerson(actor, "read", person.facts) !== null) {
      return refuse("missing", "candidate.personMissing");
    }
    const refusal = mayReceiveCandidates(actor);
    if (refusal) return refusal;
    const candidates = (await candidaciesOf(tx, organizationId, person.personId)).map((candidate) => ({
      ...candidate,
      createdOn: dayIn(candidate.createdAt, timeZone),
      consentedOn: candidate.consentedAt === null ? null : dayIn(candidate.consentedAt, timeZone),
      // Whom a colleague followed: what they told belongs to the person now, the talks stay with the candidacy.
      opens: mayCandidate(actor, candidate) === null,
    }));
    return { slug, personId: person.personId, name: `${person.firstName} ${person.lastName}`, candidates };
  });
}

export default function Candidacy({ loaderData: { slug, personId, name, candidates } }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { statuses } = choose({ fr: candidateFr, en: candidateEn });
  return (
    <Page
      title={name}
      windowTitle={fill(words.candidacy.title, { name })}
      crumbs={[{ to: `/${slug}/personnes`, label: words.candidacy.crumb }]}
    >
      <ThingTabs thing="person" address={`/${slug}/personnes/${personId}`} label={words.candidacy.tabs} />
      {candidates.length === 0 ? <p>{words.candidacy.none}</p> : null}
      {candidates.map((candidate) => (
        <Card
          key={candidate.candidateId}
          title={`${candidate.firstName} ${candidate.lastName}`}
          actions={<Badge tone={STATUS_TONE[candidate.status]}>{statuses[candidate.status]}</Badge>}
        >
          <ToldList candidate={candidate} />
          {candidate.opens ? (
            <p className="mt-3">
              <TextLink to={`/${slug}/candidatures/${candidate.candidateId}`}>{words.candidacy.open}</TextLink>
            </p>
          ) : null}
        </Card>
      ))}
    </Page>
  );
}
