import { Form, useRouteLoaderData } from "react-router";
import { fill } from "#kernel/language.ts";
import { Button } from "#ui/button.tsx";
import { KeyHint } from "#ui/key-hint.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import type { Preferences } from "#ui/preferences.ts";
import { useShell } from "#ui/shell-context.tsx";
import { Table } from "#ui/table.tsx";
import { en } from "./shell.en.ts";
import { fr } from "./shell.fr.ts";

type Line = { readonly does: string; readonly keys: readonly string[] };

/** Aide > Raccourcis: every key, and the switch that turns letters off (WCAG 2.1.4). */
export default function ShortcutsPage() {
  const { choose } = useLanguage();
  const { help } = choose({ fr, en });
  const shell = useShell();
  const on = useRouteLoaderData<{ preferences: Preferences }>("root")?.preferences.shortcuts ?? true;
  const lines: Line[] = [
    { keys: ["Ctrl", "K"], does: help.keys.palette },
    ...shell.creations.flatMap((item) =>
      item.letter ? [{ keys: ["n", item.letter], does: fill(help.keys.create, { what: item.label }) }] : [],
    ),
    ...shell.entries.flatMap((item) =>
      item.letter ? [{ keys: ["a", item.letter], does: fill(help.keys.go, { what: item.label }) }] : [],
    ),
    { keys: ["j"], does: help.keys.next },
    { keys: ["k"], does: help.keys.previous },
    { keys: ["x"], does: help.keys.select },
    { keys: ["v"], does: help.keys.validate },
    { keys: ["e"], does: help.keys.return },
    { keys: ["Ctrl", help.enter], does: help.keys.send },
    { keys: [help.escape], does: help.keys.close },
  ];
  return (
    <Page
      title={help.title}
      description={help.lead}
      width="form"
      actions={
        <Form method="post" action="/apparence">
          <input type="hidden" name="retour" value={`/${shell.slug}/aide/raccourcis`} />
          <Button type="submit" name="raccourcis" value={on ? "non" : "oui"}>
            {on ? help.turnOff : help.turnOn}
          </Button>
        </Form>
      }
    >
      {on ? null : <Notice tone="attention">{help.off}</Notice>}
      <Table<Line>
        caption={help.title}
        rows={lines}
        rowKey={(line) => line.keys.join(" ")}
        columns={[
          { key: "does", header: help.does, rowHeader: true, cell: (line) => line.does },
          { key: "keys", header: help.key, cell: (line) => <Keys line={line} then={help.thenKey} /> },
        ]}
      />
    </Page>
  );
}

function Keys({ line, then }: { readonly line: Line; readonly then: string }) {
  const [first = "", second] = line.keys;
  return (
    <span className="inline-flex items-center gap-1.5">
      <KeyHint>{first}</KeyHint>
      {second === undefined ? null : (
        <>
          <span className="text-texte2">{first.length > 1 ? "+" : then}</span>
          <KeyHint>{second}</KeyHint>
        </>
      )}
    </span>
  );
}
