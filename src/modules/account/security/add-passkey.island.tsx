import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useRevalidator } from "react-router";
import { fill, type Translation } from "#kernel/language.ts";
import { Button } from "#ui/button.tsx";
import { useHydrated } from "#ui/hydrated.island.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { addPasskey, canUsePasskeys } from "../passkey.island.ts";
import { deviceOf } from "./device.ts";
import { en } from "./security.en.ts";
import { fr } from "./security.fr.ts";

/** The button that makes a passkey on this device: the one act of this page that needs script. */
export function AddPasskey({ words }: { readonly words: Translation<(typeof fr)["passkeys"]> }) {
  const hydrated = useHydrated();
  const { choose } = useLanguage();
  const sessions = choose({ fr, en }).sessions;
  const { revalidate } = useRevalidator();
  const [state, setState] = useState<"ready" | "asking" | "added" | "failed">("ready");
  if (!hydrated) return null;
  if (!canUsePasskeys()) return <p className="text-aide text-texte2">{words.unavailable}</p>;
  const add = async () => {
    setState("asking");
    const { browser, system } = deviceOf(navigator.userAgent);
    const name = browser === null || system === null ? words.unnamed : fill(sessions.on, { browser, system });
    try {
      await addPasskey(name);
      setState("added");
      await revalidate();
    } catch {
      setState("failed");
    }
  };
  return (
    <div className="flex flex-col items-start gap-3">
      {state === "failed" ? (
        <Notice tone="attention" alert>
          {words.failed}
        </Notice>
      ) : null}
      {state === "added" ? <Notice tone="ok">{words.addedNow}</Notice> : null}
      <Button icon={KeyRound} sending={state === "asking"} onClick={add}>
        {words.add}
      </Button>
    </div>
  );
}
