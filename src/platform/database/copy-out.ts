/** Reading a great many rows: `COPY (…) TO STDOUT` within a transaction, as bytes, no faster than they are taken. */
import type { Readable } from "node:stream";
import { CompiledQuery, type PostgresCursor, type RawBuilder, type Transaction } from "kysely";
import pg from "pg";
import copyStreams from "pg-copy-streams";

/** What the driver asks of a query that it is handed whole. */
type Submittable = {
  submit(connection: { readonly stream: Readable }): void;
  handleError(error: Error): void;
  handleCommandComplete(message: unknown): void;
  handleReadyForQuery(): void;
};

/**
 * The database's own format, in pieces as the network brings them. COPY takes no parameters: values become literals,
 * quoted by the driver. Left before its end, it cuts the connection: the server stops at once and the transaction fails.
 */
export async function* copyOut(tx: Transaction<unknown>, statement: RawBuilder<unknown>): AsyncGenerator<Buffer> {
  const { sql, parameters } = statement.compile(tx);
  const text = sql.replace(/\$(\d+)/g, (_, position) => literal(parameters[Number(position) - 1]));
  for await (const { rows } of tx.getExecutor().stream<Buffer>(CompiledQuery.raw(text), 1)) yield* rows;
}

function literal(value: unknown): string {
  if (typeof value === "string") return pg.escapeLiteral(value);
  if (typeof value === "bigint" || typeof value === "number") return String(value);
  throw new Error(`COPY cannot hold a ${typeof value}`);
}

/** Hands the bytes of COPY to the query builder, which asks for rows of a cursor. */
export class CopyCursor implements PostgresCursor<Buffer> {
  readonly #query: Readable & Submittable;
  readonly #pieces: AsyncIterator<Buffer>;
  #cut: (() => void) | null = null;

  constructor(text: string) {
    this.#query = copyStreams.to(text) as unknown as Readable & Submittable;
    this.#pieces = this.#query[Symbol.asyncIterator]();
  }

  submit(connection: { readonly stream: Readable }): void {
    this.#cut = () => connection.stream.destroy();
    this.#query.submit(connection);
  }

  handleError(error: Error): void {
    this.#query.handleError(error);
  }

  handleCommandComplete(message: unknown): void {
    this.#query.handleCommandComplete(message);
  }

  handleReadyForQuery(): void {
    this.#query.handleReadyForQuery();
  }

  async read(): Promise<Buffer[]> {
    const next = await this.#pieces.next().catch((error: unknown) => {
      this.#cut = null;
      throw error;
    });
    if (!next.done) return [next.value];
    this.#cut = null;
    return [];
  }

  async close(): Promise<void> {
    this.#cut?.();
  }
}
