import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const PROJECT = resolve(import.meta.dirname, "../../../..");

/** The folder of the official rules (XSD, Schematron, examples), or null on a clone that does not have it. */
export function conformanceFolder(): string | null {
  const folder = process.env.ESSAIM_CONFORMANCE ?? resolve(PROJECT, "../shared/conformance");
  if (existsSync(join(folder, "factur-x-en16931"))) return folder;
  console.warn(`Règles officielles absentes (${folder}) : les contrôles qui s'y réfèrent sont sautés.`);
  return null;
}

/** The rule sets a French Factur-X of profile EN 16931 must pass, relative to the folder. */
export const RULES = {
  xsd: "factur-x-en16931/xsd/Factur-X_EN16931.xsd",
  en16931: "factur-x-en16931/FACTUR-X_EN16931.sch",
  french: "br-fr/BR-FR-Flux2-Schematron-CII.sch",
  frenchWarning: "br-fr/BR-FR-Flux2-Schematron-CII_WARNING.sch",
} as const;

/** The XML files of a folder of examples, full paths in order. */
export function examples(folder: string, name: string): string[] {
  const path = join(folder, "examples", name);
  return readdirSync(path)
    .filter((file) => file.endsWith(".xml"))
    .sort()
    .map((file) => join(path, file));
}
