import { Check, ChevronsUpDown } from "lucide-react";
import { Form, useLocation } from "react-router";
import { useLanguage } from "#ui/language.tsx";
import { Disclosure, MENU_ITEM } from "#ui/menu.island.tsx";
import { useShell } from "#ui/shell-context.tsx";
import { en } from "./shell.en.ts";
import { fr } from "./shell.fr.ts";

/** The activity that is shown; for a person with several, the way to another. */
export function ActivitySwitch() {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { activities, activityId } = useShell();
  const current = activities.find((activity) => activity.id === activityId);
  if (!current) return null;
  if (activities.length === 1) return <p className="px-2 pb-1 text-aide text-texte2">{current.name}</p>;
  return (
    <Disclosure
      align="start"
      panelClassName="w-full"
      summaryClassName="flex min-h-11 items-center justify-between gap-2 rounded-lg border border-bordure px-3 py-1.5 hover:bg-surface2"
      summary={
        <>
          <span className="min-w-0">
            <span className="sr-only">{words.chooseActivity} : </span>
            <span className="block truncate text-aide font-semibold">{current.name}</span>
          </span>
          <ChevronsUpDown aria-hidden="true" size={16} className="shrink-0 text-texte2" />
        </>
      }
    >
      <ActivityChoices />
    </Disclosure>
  );
}

/** The same choice, laid flat: one button for each activity. */
export function ActivityChoices() {
  const { slug, activities, activityId } = useShell();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action={`/${slug}/activite`}>
      <input type="hidden" name="retour" value={pathname + search} />
      {activities.map((activity) => (
        <button
          key={activity.id}
          type="submit"
          name="activite"
          value={activity.id}
          aria-current={activity.id === activityId ? "true" : undefined}
          className={MENU_ITEM}
        >
          <span className="flex-1">{activity.name}</span>
          {activity.id === activityId ? <Check aria-hidden="true" size={18} className="text-marque" /> : null}
        </button>
      ))}
    </Form>
  );
}
