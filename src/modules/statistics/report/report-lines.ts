/** The report as lines of a file or of a page: what is counted, how many, and the definition of each. */
import { fill, type Language } from "#kernel/language.ts";
import { count } from "#ui/format.ts";
import { periodText, valueWords } from "../question/wording.ts";
import { en } from "./report.en.ts";
import { fr } from "./report.fr.ts";
import { BREAKDOWNS, type Report } from "./report.ts";

export type ReportLine = { readonly name: string; readonly value: string; readonly definition: string };
export type ReportPart = { readonly title: string; readonly definition: string; readonly lines: readonly ReportLine[] };

export function reportParts(report: Report, language: Language): readonly ReportPart[] {
  const words = language === "fr" ? fr : en;
  const number = (value: number) => count(value, language);
  const figures = report.figures.map(({ key, people }) => ({
    name: words.names[key],
    value: number(people),
    definition: words.definitions[key],
  }));
  const hours = {
    name: words.hours,
    value: fill(words.hoursValue, { hours: number(Math.round(report.minutes / 60)) }),
    definition: words.hoursDefinition,
  };
  return [
    {
      title: `${words.figures} : ${periodText(report.period, report.known, language)}`,
      definition: `${words.common} ${words.filled}`,
      lines: [...figures, hours],
    },
    ...report.breakdowns.map(({ key, table }) => ({
      title: words.breakdowns[key],
      definition: words.breakdownDefinitions[key],
      lines: [
        ...table.rows.map((row) => ({
          name: valueWords(BREAKDOWNS[key].axis, row.value, language, report.names),
          value: number(row.people),
          definition: "",
        })),
        { name: words.total, value: number(table.people), definition: "" },
      ],
    })),
  ];
}
