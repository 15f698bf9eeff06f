import { z } from "zod";

/** The instance's settings, from the environment. Every one has a default that works on a laptop. */
export type Settings = {
  readonly port: number;
  readonly host: string;
  /** The address people type: cookies and the check of unsafe requests rely on it. */
  readonly publicUrl: string;
  /** Where the embedded database, files, secrets and outgoing mail are kept. */
  readonly dataDirectory: string;
  /** null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** null: mail stays in the outgoing box, visible and on disk. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Addresses of the proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly production: boolean;
};

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("localhost"),
  ESSAIM_PUBLIC_URL: z.url().optional(),
  ESSAIM_DATA: z.string().default("./data"),
  DATABASE_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  ESSAIM_MAIL_FROM: z.string().default("essaim@localhost"),
  ESSAIM_TRUSTED_PROXIES: z.string().default(""),
  NODE_ENV: z.string().default("production"),
});

/** Reads the environment. Returns the sentences of what is wrong instead of settings when something is. */
export function readSettings(environment: Record<string, string | undefined>): Settings | { problems: string[] } {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    return { problems: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) };
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.ESSAIM_PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    dataDirectory: values.ESSAIM_DATA,
    databaseUrl: values.DATABASE_URL ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.ESSAIM_MAIL_FROM,
    trustedProxies: values.ESSAIM_TRUSTED_PROXIES.split(",")
      .map((item) => item.trim())
      .filter((item) => item !== ""),
    production: values.NODE_ENV === "production",
  };
}
