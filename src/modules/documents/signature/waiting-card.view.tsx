import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { TaskList } from "#ui/task-list.tsx";
import { en } from "./signature.en.ts";
import { fr } from "./signature.fr.ts";

/** What waits for one's signature, with its one act. */
export function WaitingCard({
  slug,
  waiting,
}: {
  readonly slug: string;
  readonly waiting: readonly { readonly documentId: string; readonly title: string; readonly expiresOn: Day }[];
}) {
  const words = useLanguage().choose({ fr, en });
  if (waiting.length === 0) return null;
  return (
    <Card title={words.waiting.title}>
      <TaskList
        tasks={waiting.map(({ documentId, title, expiresOn }) => ({
          key: documentId,
          tone: "attention",
          title,
          detail: fill(words.waiting.line, { date: day(expiresOn) }),
          action: (
            <ButtonLink variant="primary" size="small" to={`/${slug}/documents/${documentId}/signer`}>
              {words.waiting.sign}
            </ButtonLink>
          ),
        }))}
      />
    </Card>
  );
}
