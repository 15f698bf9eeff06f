import { redirect } from "react-router";
import { languageContext } from "#platform/http/context.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "../room/room.en.ts";
import { fr } from "../room/room.fr.ts";
import { readCode } from "../room/room.ts";
import type { Route } from "./+types/code.page";

/** Where the code of a room is typed. Whether it opens one is told by the page that it names. */
export function loader({ request, context }: Route.LoaderArgs) {
  const typed = new URL(request.url).searchParams.get("code");
  if (typed === null) return { answer: null };
  const code = readCode(typed);
  if (code !== null) throw redirect(`/r/${code}`);
  const sentence = (context.get(languageContext) === "fr" ? fr : en).enter.wrongCode;
  return { answer: { problem: { code: "room.code", sentence, fields: { code: sentence } }, typed: { code: typed } } };
}

export default function CodePage({ loaderData: { answer } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en }).enter;
  return (
    <Page title={words.title} description={words.lead}>
      <Card>
        <SubmitForm method="get" action="/r" answer={answer} className="flex flex-col gap-4">
          <TextInput
            name="code"
            label={words.code}
            help={words.codeHelp}
            required
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            maxLength={12}
            className="max-w-56 text-titre font-bold tracking-widest uppercase"
          />
          <SubmitButton className="self-start">{words.submit}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
