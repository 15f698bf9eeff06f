import type { ReactNode } from "react";
import type { PageBlock, PageInline } from "#platform/pdf/printable-pages.ts";

/** The words of a document on the screen, as its paper says them: read on a phone, and by a screen reader. */
export function DocumentText({ blocks }: { readonly blocks: readonly PageBlock[] }) {
  return <div className="flex min-w-0 flex-col gap-3 leading-relaxed [overflow-wrap:anywhere]">{grouped(blocks)}</div>;
}

/** The words of a document never move: their place names them. */
function placed<Thing extends object>(things: readonly Thing[]): (Thing & { readonly key: string })[] {
  return things.map((thing, place) => ({ ...thing, key: String(place) }));
}

type Item = Extract<PageBlock, { kind: "item" }>;

function grouped(blocks: readonly PageBlock[]): ReactNode[] {
  const shown: ReactNode[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const items: Item[] = [];
    for (let next = blocks[index]; next?.kind === "item"; next = blocks[index + items.length]) items.push(next);
    const block = blocks[index];
    if (items.length > 0) {
      shown.push(<Items key={index} items={items} />);
      index += items.length - 1;
    } else if (block !== undefined) shown.push(<Block key={index} block={block} />);
  }
  return shown;
}

function Items({ items }: { readonly items: readonly Item[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {placed(items).map(({ key, label, level, inlines }) => (
        <li key={key} className={`flex gap-2 ${level > 0 ? "pl-10" : "pl-4"}`}>
          <span aria-hidden={label === "•" || undefined}>{label}</span>
          <span className="min-w-0">
            <Words inlines={inlines} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Block({ block }: { readonly block: PageBlock }) {
  switch (block.kind) {
    case "heading":
      return block.level === 1 ? (
        <h3 className="text-titre font-bold text-balance">
          <Words inlines={block.inlines} />
        </h3>
      ) : (
        <h4 className="mt-3 text-section font-semibold">
          <Words inlines={block.inlines} />
        </h4>
      );
    case "paragraph":
      return block.inlines.length === 0 ? null : (
        <p>
          <Words inlines={block.inlines} />
        </p>
      );
    case "item":
      return <Items items={[block]} />;
    case "drawing":
    case "break":
      return <hr className="border-bordure" />;
    case "table":
      return (
        <div className="overflow-x-auto">
          <table className="w-full text-left">
            <tbody>
              {placed(block.rows.map((cells) => ({ cells }))).map(({ key, cells }, rank) => (
                <tr key={key} className={block.ruled ? "border-b border-bordure" : ""}>
                  {placed(cells).map(({ key: place, ...cell }) => {
                    const Cell = rank < block.head ? "th" : "td";
                    return (
                      <Cell key={place} colSpan={cell.span} className="py-2 pr-4 align-top">
                        {grouped(cell.blocks)}
                      </Cell>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

function Words({ inlines }: { readonly inlines: readonly PageInline[] }) {
  return placed(inlines).map(({ key, text, bold, italic, underline }) => {
    const look = [bold ? "font-semibold" : "", italic ? "italic" : "", underline ? "underline" : ""].join(" ").trim();
    return (
      <span key={key} className={`whitespace-pre-line ${look}`}>
        {text}
      </span>
    );
  });
}
