import { fill } from "#kernel/language.ts";
import { useLanguage } from "#ui/language.tsx";
import { Select, Textarea } from "#ui/text-input.tsx";
import { en } from "../consultation/consultation.en.ts";
import { fr } from "../consultation/consultation.fr.ts";

export type GivenRank = { readonly axisId: string; readonly rank: number; readonly note: string };

/** A place for each axis, by lists that work everywhere, and what one says of it. */
export function RankFields({
  axes,
  given,
  comment,
}: {
  readonly axes: readonly { readonly id: string; readonly title: string }[];
  readonly given: readonly GivenRank[];
  readonly comment: string;
}) {
  const words = useLanguage().choose({ fr, en });
  const places = axes.map((_, index) => {
    const rank = String(index + 1);
    const last = index === axes.length - 1;
    return {
      value: rank,
      label: index === 0 ? words.rankWords.one : last ? fill(words.rankWords.last, { rank }) : rank,
    };
  });
  return (
    <>
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-2 font-semibold">{words.rankLegend}</legend>
        {axes.map((axis, index) => {
          const before = given.find(({ axisId }) => axisId === axis.id);
          return (
            <div key={axis.id} className="grid grid-cols-1 gap-3 rounded-lg border border-bordure p-3 sm:grid-cols-2">
              <input type="hidden" name={`ranks.${index}.axisId`} value={axis.id} />
              <Select
                name={`ranks.${index}.rank`}
                label={fill(words.rank, { axis: axis.title })}
                placeholder={words.rankChoose}
                defaultValue={before === undefined ? "" : String(before.rank)}
                options={places}
                required
              />
              <Textarea
                name={`ranks.${index}.note`}
                label={words.note}
                aria-label={`${words.note} : ${axis.title}`}
                defaultValue={before?.note ?? ""}
                maxLength={2000}
                rows={2}
                optional
              />
            </div>
          );
        })}
      </fieldset>
      <Textarea
        name="comment"
        label={words.comment}
        help={words.commentHelp}
        defaultValue={comment}
        maxLength={4000}
        rows={3}
        optional
      />
    </>
  );
}
