import { afterEach, describe, expect, test } from "vitest";
import { openPrinter, type Printer, PrinterBusy, type PrinterOptions } from "./printer.ts";
import { renderDocument } from "./render.ts";
import { FULL_INVOICE, QUOTE, SHORT_INVOICE } from "./sample-printable.ts";

const MOODS = new URL("./print-worker.fixture.ts", import.meta.url);
const opened: Printer[] = [];

function printer(options?: PrinterOptions): Printer {
  const made = openPrinter(options);
  opened.push(made);
  return made;
}

afterEach(async () => {
  for (const made of opened.splice(0)) await made.close();
});

const numbered = (number: string) => ({ ...SHORT_INVOICE, number });

describe("l’imprimante", () => {
  test("fait les mêmes octets que le programme lui-même, dans un autre fil", async () => {
    const { print } = printer();
    const documents = [FULL_INVOICE, QUOTE, { ...SHORT_INVOICE, facturx: { xml: "<facture/>" } }];
    const printed = await Promise.all(documents.map(print));
    for (const [index, document] of documents.entries()) {
      expect(Buffer.from(printed[index] ?? []).equals(await renderDocument(document))).toBe(true);
    }
  });

  test("essaie un logo ; celui dont elle meurt ne s’imprime pas", async () => {
    const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
    const logo = { format: "png", bytes: new Uint8Array(Buffer.from(dot, "base64")) } as const;
    expect(await printer().tryLogo(logo)).toBe(true);
    expect(await printer().tryLogo({ format: "png", bytes: new Uint8Array([1, 2, 3]) })).toBe(false);
    expect(await printer({ file: MOODS }).tryLogo(logo)).toBe(false);
  });

  test("dit ce qui n’a pas pu être imprimé, et passe au suivant", async () => {
    const { print } = printer({ file: MOODS });
    await expect(print(numbered("unreadable"))).rejects.toThrow("no such font");
    expect(await print(numbered("F-1"))).toEqual(new Uint8Array([1]));
  });

  test.each(["dies", "throws"])("remplacée quand elle meurt (%s) : les autres documents sortent", async (mood) => {
    const { print } = printer({ file: MOODS });
    const first = print(numbered("F-1"));
    const bad = print(numbered(mood)).catch((error: Error) => error.message);
    const after = print(numbered("F-2"));
    expect(await first).toEqual(new Uint8Array([1]));
    expect(await bad).toMatch(mood === "throws" ? /out of paper/ : /ended/);
    // A new thread: it counts from one again.
    expect(await after).toEqual(new Uint8Array([1]));
  });

  test("remplacée quand elle ne répond plus, pendant que le fil principal répond", async () => {
    const { print } = printer({ file: MOODS, patienceMs: 1_000 });
    const bad = print(numbered("hangs")).catch((error: Error) => error.message);
    const after = print(numbered("F-2"));
    expect(await bad).toMatch(/ended/);
    expect(await after).toEqual(new Uint8Array([1]));
  });

  test("ne laisse pas la file grandir sans fin", async () => {
    const { print } = printer({ file: MOODS, queue: 2 });
    const accepted = [print(numbered("F-1")), print(numbered("F-2")), print(numbered("F-3"))];
    await expect(print(numbered("F-4"))).rejects.toThrow(PrinterBusy);
    await Promise.all(accepted);
    expect(await print(numbered("F-5"))).toEqual(new Uint8Array([4]));
  });

  test("fermée, elle rend ce qui attendait", async () => {
    const made = printer({ file: MOODS });
    const left = ["F-1", "F-2"].map((number) => made.print(numbered(number)).catch((error: Error) => error.message));
    await made.close();
    expect(await Promise.all(left)).toEqual(["the printer is closed", "the printer is closed"]);
  });
});
