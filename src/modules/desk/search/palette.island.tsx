import { Search } from "lucide-react";
import { useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { useFetcher, useNavigate } from "react-router";
import { fill } from "#kernel/language.ts";
import { Dialog } from "#ui/dialog.island.tsx";
import { Icon } from "#ui/icon.tsx";
import { KeyHint } from "#ui/key-hint.tsx";
import { useLanguage } from "#ui/language.tsx";
import { useShell } from "#ui/shell-context.tsx";
import { useActs } from "./acts.island.ts";
import { byGroup, foundOf } from "./hit-list.tsx";
import { en } from "./search.en.ts";
import { fr } from "./search.fr.ts";
import type { SearchHit } from "./search.ts";

const PAUSE_MS = 120;

/** « Rechercher ou faire » over the page. Acts answer at once; things come from the search page's own loader. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  const { slug } = useShell();
  const navigate = useNavigate();
  const fetcher = useFetcher<{ query: string; hits: SearchHit[] }>({ key: "palette" });
  const id = useId();
  const [text, setText] = useState("");
  const [marked, setMarked] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const acts = useActs(useDeferredValue(text.trim()));
  const answered = fetcher.data?.query === text.trim().replace(/\s+/g, " ");
  const hits = text.trim() === "" ? [] : (fetcher.data?.hits ?? []);
  const groups = byGroup(foundOf(hits, acts, words));
  const found = groups.flatMap(([, items]) => items);
  const current = found[Math.min(marked, found.length - 1)];

  const { load } = fetcher;
  useEffect(() => {
    if (text.trim() === "") return;
    const timer = setTimeout(() => load(`/${slug}/recherche?q=${encodeURIComponent(text)}`), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, slug, load]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the mark
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [current?.key]);

  const open = (href: string) => {
    onClose();
    navigate(href);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const last = found.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: marked >= last ? 0 : marked + 1,
      ArrowUp: marked <= 0 ? last : marked - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setMarked(Math.max(0, next));
    } else if (event.key === "Enter" && current) {
      event.preventDefault();
      open(current.href);
    }
  };
  const waiting = text.trim() !== "" && !answered;
  return (
    <Dialog open onClose={onClose} title={words.title} hideTitle size="top">
      <div className="-m-5 flex min-h-0 flex-col">
        <div className="flex items-center gap-3 border-b border-bordure px-4">
          <Search aria-hidden="true" size={20} className="shrink-0 text-texte2" />
          <input
            autoFocus
            role="combobox"
            aria-label={words.label}
            aria-expanded={found.length > 0}
            aria-controls={found.length > 0 ? `${id}-liste` : undefined}
            aria-autocomplete="list"
            aria-activedescendant={current ? `${id}-${current.key}` : undefined}
            placeholder={words.placeholder}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setMarked(0);
            }}
            onKeyDown={onKeyDown}
            className="min-h-14 w-full min-w-0 bg-transparent text-[1.0625rem] outline-none"
          />
          <KeyHint>{words.escape}</KeyHint>
        </div>
        {found.length > 0 ? (
          <div
            ref={list}
            id={`${id}-liste`}
            role="listbox"
            aria-label={words.title}
            tabIndex={-1}
            className="max-h-[min(26rem,60dvh)] overflow-y-auto p-2"
          >
            {groups.map(([group, items]) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of options of a listbox
              <div key={group} role="group" aria-label={group}>
                <p aria-hidden="true" className="px-3 pt-2 pb-1 text-legende font-semibold text-texte2">
                  {group}
                </p>
                {items.map((item) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts from the input
                  <div
                    key={item.key}
                    id={`${id}-${item.key}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={item.key === current?.key}
                    onClick={() => open(item.href)}
                    onPointerMove={() => setMarked(found.indexOf(item))}
                    className="flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-3 py-1.5 aria-selected:bg-marque-fond"
                  >
                    <Icon name={item.icon} className="shrink-0 text-texte2" />
                    <span className="min-w-0 flex-1">
                      <span className="block truncate">{item.title}</span>
                      {item.detail ? <span className="block truncate text-aide text-texte2">{item.detail}</span> : null}
                    </span>
                    {item.key === current?.key ? <KeyHint>↵</KeyHint> : null}
                  </div>
                ))}
              </div>
            ))}
          </div>
        ) : null}
        {found.length === 0 && !waiting ? (
          <p className="px-3 py-6 text-center text-texte2">
            {fill(words.nothing, { query: text.trim() })} {words.nothingHelp}
          </p>
        ) : null}
        <p role="status" className="border-t border-bordure px-4 py-2 text-aide text-texte2">
          {text.trim() === ""
            ? words.start
            : waiting
              ? words.searching
              : plural(found.length, words.found, words.foundMany)}
        </p>
      </div>
    </Dialog>
  );
}
