import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** A route that answers by itself, with its whole address: "/:cooperative/factures/:invoiceId". */
export type LeafRoute = { readonly id: string; readonly path: string; readonly file: string };

type Configured = { id: string; path?: string; file: string; children?: Configured[] };

/** Every route of the application, as the framework itself reads them. */
export function readRoutes(): LeafRoute[] {
  const program = join("node_modules", ".bin", "react-router");
  const text = execFileSync(process.execPath, [program, "routes", "--json"], { encoding: "utf8", timeout: 60_000 });
  const found: LeafRoute[] = [];
  const visit = (route: Configured, before: string) => {
    const path = route.path ? `${before}/${route.path}` : before;
    if (!route.children?.length) found.push({ id: route.id, path: path === "" ? "/" : path, file: route.file });
    for (const child of route.children ?? []) visit(child, path);
  };
  for (const route of JSON.parse(text.slice(text.indexOf("["))) as Configured[]) visit(route, "");
  return found;
}
