import type { ReactNode } from "react";
import { fill } from "#kernel/language.ts";
import { useLanguage } from "#ui/language.tsx";
import { Pager } from "#ui/pagination.tsx";
import { en } from "./review.en.ts";
import { fr } from "./review.fr.ts";
import { reviewHref, type Waiting } from "./waiting.ts";

/** A document of the queue, with what comes before and after it: j, k, v, e. */
export function ReviewFrame({
  slug,
  id,
  queue,
  children,
}: {
  readonly slug: string;
  readonly id: string;
  readonly queue: readonly Pick<Waiting, "kind" | "id">[];
  readonly children: ReactNode;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const index = queue.findIndex((document) => document.id === id);
  const link = (at: number) => {
    const document = queue[at];
    return document === undefined ? null : reviewHref(slug, document);
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-aide text-texte2">{words.shortcuts}</p>
        <Pager
          previous={index > 0 ? link(index - 1) : null}
          next={index >= 0 ? link(index + 1) : link(0)}
          label={
            index >= 0 ? fill(words.position, { position: String(index + 1), count: String(queue.length) }) : undefined
          }
        />
      </div>
      {children}
    </div>
  );
}
