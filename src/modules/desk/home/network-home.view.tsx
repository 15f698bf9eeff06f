import type { ReactNode } from "react";
import { fill } from "#kernel/language.ts";
import type { Seat } from "#modules/network/index.server.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { count } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { en } from "./network-home.en.ts";
import { fr } from "./network-home.fr.ts";

export type NetworkData = {
  readonly prepares: boolean;
  readonly seats: readonly Seat[];
  readonly structures: number;
  readonly cae: number;
  readonly members: number;
  readonly represented: number;
};

/** For whom one speaks in the network, and whom it brings together. */
export function NetworkHome({
  slug,
  firstName,
  home,
  cards,
}: {
  readonly slug: string;
  readonly firstName: string;
  readonly home: NetworkData;
  readonly cards: ReactNode;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const figures = [
    [words.structures, home.structures],
    [words.cae, home.cae],
    [words.members, home.members],
    [words.represented, home.represented],
  ] as const;
  return (
    <Page
      title={fill(words.hello, { name: firstName })}
      description={words.lead}
      actions={home.prepares ? <ButtonLink to={`/${slug}/personnes/nouvelle`}>{words.invite}</ButtonLink> : null}
    >
      {cards}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {home.prepares && home.seats.length === 0 ? null : (
          <Card title={words.speakFor}>
            {home.seats.length === 0 ? (
              <p className="text-texte2">{words.noSeat}</p>
            ) : (
              <ul className="flex flex-col gap-2">
                {home.seats.map((seat) => (
                  <li key={seat.id}>
                    <TextLink to={`/${slug}/structures/${seat.structureId}`}>{seat.structureName}</TextLink>
                    {seat.function === "" ? null : <span className="text-texte2">{`, ${seat.function}`}</span>}
                  </li>
                ))}
              </ul>
            )}
          </Card>
        )}
        <Card title={words.known} actions={<TextLink to={`/${slug}/structures`}>{words.directory}</TextLink>}>
          <dl className="flex flex-col gap-2">
            {figures.map(([label, value]) => (
              <div key={label} className="flex items-baseline justify-between gap-4">
                <dt>{label}</dt>
                <dd className="font-semibold tabular-nums">{count(value, language)}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </Page>
  );
}
