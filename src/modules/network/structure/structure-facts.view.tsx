import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { en } from "../directory/directory.en.ts";
import { fr } from "../directory/directory.fr.ts";
import { en as networkEn } from "../network.en.ts";
import { fr as networkFr } from "../network.fr.ts";
import type { Place } from "../place/place.ts";
import { departmentName } from "../territory/department.ts";
import type { Structure } from "./structure.ts";

/** What anybody may know of a structure: what it is, where it is, where it receives, what it does. */
export function StructureFacts({
  structure,
  places,
  networks,
}: {
  readonly structure: Pick<
    Structure,
    "kind" | "street" | "postalCode" | "city" | "department" | "website" | "phone" | "trades"
  >;
  readonly places: readonly Place[];
  readonly networks: readonly string[];
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const all = choose({ fr: networkFr, en: networkEn });
  const town = [structure.postalCode, structure.city].filter((part) => part !== "").join(" ");
  const where = [structure.street, town].filter((part) => part !== "").join(", ");
  const facts: (readonly [string, React.ReactNode])[] = [[words.kind, all.kinds[structure.kind]]];
  if (networks.length > 0) facts.push([words.memberOf, networks.join(", ")]);
  if (where !== "") facts.push([words.seat, where]);
  if (structure.trades.length > 0) {
    facts.push([words.trades, structure.trades.map((trade) => all.trades[trade]).join(", ")]);
  }
  if (structure.website !== "") {
    facts.push([
      words.website,
      <a
        key="site"
        href={structure.website}
        rel="noreferrer"
        className="text-marque underline [overflow-wrap:anywhere]"
      >
        {structure.website.replace(/^https?:\/\//, "").replace(/\/$/, "")}
      </a>,
    ]);
  }
  if (structure.phone !== "") facts.push([words.phone, structure.phone]);
  return (
    <Card>
      <div className="grid gap-6 md:grid-cols-2">
        <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-2 self-start">
          {facts.map(([term, value]) => (
            <div key={term} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-texte2">{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <section>
          <h2 className="font-semibold">{words.places}</h2>
          {places.length === 0 ? (
            <p className="text-texte2">{words.noPlace}</p>
          ) : (
            <ul className="mt-1 flex flex-col gap-2">
              {places.map((place) => (
                <li key={place.id}>
                  <span className="font-semibold">{placeTitle(place)}</span>
                  <span className="block text-aide text-texte2">
                    {[all.placeKinds[place.kind], departmentName(place.department), place.rhythm]
                      .filter((part) => part !== "")
                      .join(" · ")}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </Card>
  );
}

/** "Morlaix", or "Maison des associations, Morlaix". */
export function placeTitle({ name, city }: Pick<Place, "name" | "city">): string {
  return name === "" ? city : fill("{name}, {city}", { name, city });
}
