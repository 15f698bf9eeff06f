import { Form } from "react-router";
import { Button, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./question.en.ts";
import { fr } from "./question.fr.ts";
import type { QuestionData } from "./question.page.tsx";
import { type Group, isGroup } from "./question.ts";
import { questionSearch } from "./question-address.ts";
import { criterionText } from "./wording.ts";

type Props = { readonly data: QuestionData };

/** The tree of conditions, each with its buttons: one form, so that it works without script. */
export function WhoCard({ data }: Props) {
  const words = useLanguage().choose({ fr, en });
  const { question, sheet } = data;
  return (
    <Card title={words.who} description={words.whoLead}>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="d" value={questionSearchText(question)} />
        <input type="hidden" name="fiche" value={sheet?.id ?? ""} />
        <Branch data={data} group={question.who} place="" />
      </Form>
    </Card>
  );
}

const questionSearchText = (question: QuestionData["question"]) =>
  new URLSearchParams(questionSearch(question)).get("d") ?? "";

const under = (place: string, rank: number) => (place === "" ? String(rank) : `${place}.${rank}`);

function Branch({ data, group, place }: Props & { readonly group: Group; readonly place: string }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { question, names, sheet } = data;
  const join = group.join === "all" ? words.allOf : words.anyOf;
  const search = new URLSearchParams(questionSearch(question, sheet?.id ?? null));
  search.set("dans", place);
  return (
    <fieldset className={place === "" ? "min-w-0" : "min-w-0 rounded-lg border border-bordure p-3"}>
      <legend className={place === "" ? "text-aide text-texte2" : "px-1 text-aide text-texte2"}>
        {group.not ? `${words.exclude} : ` : ""}
        {join}
      </legend>
      {group.of.length === 0 ? <p className="py-2 text-texte2">{words.emptyGroup}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {group.of.map((node, rank) => {
          const here = under(place, rank);
          const text = isGroup(node) ? words.group : criterionText(node, language, names);
          return (
            <li key={`${here} ${text}`} className="flex flex-col gap-2 py-2">
              {isGroup(node) ? <Branch data={data} group={node} place={here} /> : null}
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                {isGroup(node) ? null : (
                  <span className="min-w-0 font-semibold">
                    {node.not ? <span className="text-erreur">{words.exclude} : </span> : null}
                    {text}
                  </span>
                )}
                <span className="flex flex-wrap gap-1">
                  <Act act={`turn ${here}`} label={node.not ? words.turnBack : words.turn} what={text} />
                  <Act act={`remove ${here}`} label={words.remove} what={text} />
                </span>
              </div>
            </li>
          );
        })}
      </ul>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        {group.of.length > 1 ? (
          <Act act={`join ${place}`} label={group.join === "all" ? words.toAny : words.toAll} what={join} />
        ) : null}
        {place === "" ? null : <TextLink to={`?${search}#ajouter`}>{words.addHere}</TextLink>}
        <Act act={`group ${place}`} label={words.addGroup} what={join} />
      </div>
    </fieldset>
  );
}

/** A button that changes one place of the tree; its name for a screen reader says which. */
function Act({ act, label, what }: { readonly act: string; readonly label: string; readonly what: string }) {
  return (
    <Button type="submit" name="act" value={act} variant="quiet" size="small">
      {label}
      <span className="sr-only"> : {what}</span>
    </Button>
  );
}
