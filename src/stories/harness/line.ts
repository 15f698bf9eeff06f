import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A line between the browser and the application that can really be cut: workers lose it as pages do. */
export type Line = {
  /** What the browser is told to go through. */
  readonly url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
};

export async function openLine(): Promise<Line> {
  const server = createServer((asked, answer) => {
    const { hostname, port, pathname, search } = new URL(asked.url ?? "/");
    const { method, headers } = asked;
    const onward = request({ hostname, port, path: pathname + search, method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.rawHeaders);
      got.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => {
      server.listen(port, "127.0.0.1", resolve);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    mend: () => listen(port),
  };
}
