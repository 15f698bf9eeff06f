import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { foldSeries, StackedBars, spansOf } from "./chart-stack.tsx";

const bars = [
  { label: "Brest", parts: [4, 0, 1, 2, 3, 1, 1] },
  { label: "Quimper", parts: [1, 1, 1, 1, 1, 0, 0] },
];
const series = ["a", "b", "c", "d", "e", "f", "g"];

describe("Les barres en parts", () => {
  it("au-delà de six, les plus petites font une seule part, et rien ne se perd", () => {
    const folded = foldSeries(series, bars, "Autres");
    expect(folded.series).toEqual(["a", "b", "c", "d", "e", "Autres"]);
    expect(folded.bars.map(({ parts }) => parts)).toEqual([
      [4, 0, 1, 2, 3, 2],
      [1, 1, 1, 1, 1, 0],
    ]);
    expect(foldSeries(series.slice(0, 6), bars, "Autres").series).toEqual(series.slice(0, 6));
  });

  it("la plus longue va jusqu’au bout, une part vide n’a pas de trait, sans style écrit dans la page", () => {
    const html = renderToStaticMarkup(
      <StackedBars
        title="Contrats par lieu"
        series={["CAPE", "CESA"]}
        bars={[
          { label: "Brest", parts: [3, 1] },
          { label: "Quimper", parts: [0, 2] },
        ]}
      />,
    );
    expect(html).toContain('aria-label="Contrats par lieu"');
    expect([...html.matchAll(/x="([\d.]+)" width="([\d.]+)"/g)].map(([, x, width]) => [x, width])).toEqual([
      ["0.00", "74.70"],
      ["75.00", "24.70"],
      ["0.00", "49.70"],
    ]);
    expect(html).not.toMatch(/\sstyle=/);
  });

  it("une part minuscule se voit, où qu’elle soit, sans en couvrir une autre ni sortir du cadre", () => {
    for (const parts of [
      [9_999, 1],
      [1, 9_999],
      [5_000, 1, 4_999],
      [1, 1, 9_998, 0, 1, 1],
      [1, 0, 1],
    ]) {
      const spans = spansOf(parts, 10_000);
      expect(spans.map(({ rank }) => rank)).toEqual(parts.flatMap((part, rank) => (part === 0 ? [] : [rank])));
      let end = 0;
      for (const { x, width } of spans) {
        expect(x).toBeGreaterThanOrEqual(end);
        expect(width).toBeGreaterThan(0.2);
        end = x + width;
      }
      expect(end).toBeLessThanOrEqual(100);
    }
  });
});
