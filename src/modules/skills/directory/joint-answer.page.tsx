import { Mail } from "lucide-react";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, buttonClass } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { Textarea } from "#ui/text-input.tsx";
import type { Route } from "./+types/joint-answer.page";
import { ContactLinks, SkillList } from "./card.view.tsx";
import { en } from "./directory.en.ts";
import { fr } from "./directory.fr.ts";
import { directoryCards } from "./directory.store.ts";
import { CHOSEN, contactText } from "./entry.ts";

/** The people one would answer a call with: their contacts, to copy or to write to, as far as they show them. */
export function loader(args: Route.LoaderArgs) {
  const asked = new Set(new URL(args.request.url).searchParams.getAll(CHOSEN));
  return readTenant(args, async (reader) => ({
    slug: reader.slug,
    chosen: (await directoryCards(reader)).filter(({ personId }) => asked.has(personId)),
  }));
}

export default function JointAnswer({ loaderData: { slug, chosen } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const back = <ButtonLink to={`/${slug}/annuaire`}>{words.jointBack}</ButtonLink>;
  const emails = chosen.map(({ email }) => email).filter((email) => email !== "");
  const silent = chosen.filter(({ email, phone }) => email === "" && phone === "");
  const text = chosen.map(contactText).join("\n");
  return (
    <Page
      title={words.joint}
      description={words.jointLead}
      crumbs={[{ to: `/${slug}/annuaire`, label: words.title }]}
      actions={chosen.length === 0 ? null : back}
    >
      {chosen.length === 0 ? (
        <EmptyState title={words.jointNone} action={back} />
      ) : (
        <>
          <Table
            caption={words.joint}
            rows={chosen}
            rowKey={(card) => card.personId}
            columns={[
              { key: "person", header: words.person, rowHeader: true, cell: (card) => card.name },
              { key: "trade", header: words.trade, cell: (card) => card.trade },
              { key: "skills", header: words.skills, cell: (card) => <SkillList skills={card.skills} /> },
              {
                key: "contact",
                header: words.contact,
                cell: (card) => (silent.includes(card) ? words.jointSilent : <ContactLinks card={card} />),
              },
            ]}
          />
          <Card>
            <div className="flex flex-col gap-4">
              <Textarea label={words.jointCopy} id="contacts" defaultValue={text} readOnly rows={chosen.length + 1} />
              {emails.length === 0 ? null : (
                <a
                  className={`${buttonClass("primary")} self-start`}
                  href={`mailto:${emails.join(",")}?subject=${encodeURIComponent(words.jointSubject)}`}
                >
                  <Mail aria-hidden="true" size={20} />
                  {words.jointMail}
                </a>
              )}
            </div>
          </Card>
        </>
      )}
    </Page>
  );
}
