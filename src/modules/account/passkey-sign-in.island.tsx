import { KeyRound } from "lucide-react";
import { useState } from "react";
import type { Translation } from "#kernel/language.ts";
import { Button } from "#ui/button.tsx";
import { useHydrated } from "#ui/hydrated.island.ts";
import { Notice } from "#ui/notice.tsx";
import type { fr } from "./account.fr.ts";
import { canUsePasskeys, enterWithPasskey } from "./passkey.island.ts";

/** Signing in without typing. Absent without script, or where the browser has no passkeys: the form remains. */
export function PasskeySignIn({
  words,
  next,
}: {
  readonly words: Translation<(typeof fr)["signIn"]>;
  readonly next: string;
}) {
  const hydrated = useHydrated();
  const [state, setState] = useState<"ready" | "asking" | "failed">("ready");
  if (!hydrated || !canUsePasskeys()) return null;
  const enter = async () => {
    setState("asking");
    try {
      await enterWithPasskey();
      // A whole page, with the new cookies.
      window.location.assign(next);
    } catch {
      setState("failed");
    }
  };
  return (
    <div className="mt-5 flex flex-col gap-3 border-t border-bordure pt-5">
      {state === "failed" ? (
        <Notice tone="attention" alert>
          {words.passkeyFailed}
        </Notice>
      ) : null}
      <Button icon={KeyRound} sending={state === "asking"} onClick={enter}>
        {words.passkey}
      </Button>
      <p className="text-aide text-texte2">{words.passkeyHelp}</p>
    </div>
  );
}
