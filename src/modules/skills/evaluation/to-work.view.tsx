import { fill } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { type Level, levelName } from "../grid/grid.ts";
import { en } from "./evaluation.en.ts";
import { fr } from "./evaluation.fr.ts";
import type { SkillsData } from "./read-skills.store.ts";

type Row = SkillsData["domains"][number]["skills"][number];

/** What is below what is expected, or soon will be, and the workshops that would help. */
export function ToWorkCard({ data, levels }: { readonly data: SkillsData; readonly levels: readonly Level[] }) {
  const words = useLanguage().choose({ fr, en });
  const skills = data.domains.flatMap((domain) => domain.skills);
  const rows = [...skills.filter(({ verdict }) => verdict === "under"), ...skills.filter(({ soon }) => soon)];
  return (
    <Card title={words.toWork} description={words.toWorkHelp}>
      {rows.length === 0 ? (
        <p>{words.toWorkNone}</p>
      ) : (
        <ul className="divide-y divide-bordure">
          {rows.map((row) => (
            <li key={row.id} className="flex flex-col gap-1 py-3">
              <p className="font-semibold">{row.name}</p>
              <p className="text-aide text-texte2">
                {levelName({ levels }, row.level)} → {levelName({ levels }, row.soon ? row.next : row.expected)}
                {row.soon && data.stage.nextOn !== null
                  ? ` · ${fill(words.soon, { date: day(data.stage.nextOn) })}`
                  : null}
              </p>
              <Workshops row={row} slug={data.slug} self={data.side === "self"} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Workshops({ row, slug, self }: { readonly row: Row; readonly slug: string; readonly self: boolean }) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  if (row.workshops.length > 0) {
    return (
      <ul className="flex flex-col gap-1">
        {row.workshops.map((workshop) => {
          const [first] = workshop.dates;
          const free = workshop.capacity - workshop.taken;
          const seats =
            free > 0 ? fill(plural(free, words.seats, words.seatsMany), { count: String(free) }) : words.full;
          return (
            <li key={workshop.id}>
              <TextLink to={`/${slug}/ateliers/${workshop.id}`}>
                {first === undefined
                  ? workshop.title
                  : fill(words.workshop, { title: workshop.title, date: day(first.day) })}
              </TextLink>
              <span className="text-aide text-texte2">
                {" · "}
                {self && workshop.mine === "seated" ? words.mineSeat : seats}
              </span>
            </li>
          );
        })}
      </ul>
    );
  }
  const query = new URLSearchParams(self ? { demander: row.name } : { titre: row.name, themes: row.themes });
  const to = self ? `/${slug}/ateliers?${query}#demander` : `/${slug}/ateliers/nouveau?${query}`;
  return (
    <p className="text-aide text-texte2">
      {words.noWorkshop}{" "}
      <TextLink to={to} aria-label={fill(self ? words.askWorkshopOf : words.proposeWorkshopOf, { name: row.name })}>
        {self ? words.askWorkshop : words.proposeWorkshop}
      </TextLink>
    </p>
  );
}
