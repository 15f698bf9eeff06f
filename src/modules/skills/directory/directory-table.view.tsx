import { Form } from "react-router";
import { Button } from "#ui/button.tsx";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { SelectionBar } from "#ui/selection-bar.island.tsx";
import { ContactLinks, SkillList } from "./card.view.tsx";
import { en } from "./directory.en.ts";
import { fr } from "./directory.fr.ts";
import { type Card, CHOSEN, placeOf } from "./entry.ts";

const FORM = "reponse";

/** One line for each person, a box to answer with them. */
export function DirectoryTable({ rows, slug }: { readonly rows: readonly Card[]; readonly slug: string }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <p className="text-texte2">{words.composeHelp}</p>
      <ListTable
        caption={words.title}
        rows={rows}
        rowKey={(card) => card.personId}
        selection={{ name: CHOSEN, form: FORM, rowLabel: (card) => card.name }}
        columns={[
          {
            key: "person",
            header: words.person,
            rowHeader: true,
            cell: (card) => (
              <div>
                {card.name}
                {card.presentation === "" ? null : (
                  <span className="block text-aide font-normal whitespace-normal text-texte2 sm:min-w-44">
                    {card.presentation}
                  </span>
                )}
              </div>
            ),
          },
          { key: "trade", header: words.trade, cell: (card) => card.trade },
          { key: "skills", header: words.skills, cell: (card) => <SkillList skills={card.skills} /> },
          { key: "site", header: words.site, cell: placeOf },
          { key: "contact", header: words.contact, cell: (card) => <ContactLinks card={card} /> },
        ]}
      />
      <Form id={FORM} method="get" action={`/${slug}/annuaire/reponse`}>
        <noscript>
          <Button type="submit">{words.compose}</Button>
        </noscript>
        <SelectionBar name={CHOSEN} form={FORM}>
          <Button type="submit" variant="primary" form={FORM}>
            {words.compose}
          </Button>
        </SelectionBar>
      </Form>
    </>
  );
}
