import { z } from "zod";
import type { S3Settings } from "./files/s3-store.ts";
import type { ScannerSettings } from "./files/scanner.ts";

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
  /** null: files are kept in the data folder. */
  readonly s3: S3Settings | null;
  /** null: no antivirus; files are kept as they come. */
  readonly clamd: ScannerSettings | null;
  /** Addresses of the proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Whether networks at addresses of the house (an intranet) may be called; public machines alone otherwise. */
  readonly privateNetworks: boolean;
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
  ESSAIM_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "not the name of a bucket")
    .optional(),
  ESSAIM_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  ESSAIM_S3_REGION: z.string().default("us-east-1"),
  ESSAIM_S3_ACCESS_KEY: z.string().default(""),
  ESSAIM_S3_SECRET_KEY: z.string().default(""),
  ESSAIM_S3_PATH_STYLE: z.enum(["yes", "no"]).optional(),
  ESSAIM_S3_PREFIX: z
    .string()
    .regex(/^([a-zA-Z0-9][\w.-]*\/)*$/, 'empty, or ending with "/"')
    .default(""),
  ESSAIM_CLAMD: z
    .string()
    .regex(/^(tcp:\/\/[^/:\s]+:\d+|unix:\/\S+)$/, "tcp://host:3310, or unix:/path")
    .optional(),
  ESSAIM_CLAMD_AWAY: z.enum(["refuse", "accept"]).default("refuse"),
  ESSAIM_CLAMD_MAX_BYTES: z.coerce.number().int().positive().default(100_000_000),
  ESSAIM_CLAMD_TIMEOUT: z.coerce.number().int().min(1).max(600).default(60),
  ESSAIM_TRUSTED_PROXIES: z.string().default(""),
  ESSAIM_PRIVATE_NETWORKS: z.enum(["yes", "no"]).default("no"),
  NODE_ENV: z.string().default("production"),
});

/** Reads the environment. Returns the sentences of what is wrong instead of settings when something is. */
export function readSettings(environment: Record<string, string | undefined>): Settings | { problems: string[] } {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    return { problems: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) };
  }
  const values = parsed.data;
  if (
    values.ESSAIM_S3_BUCKET !== undefined &&
    (values.ESSAIM_S3_ACCESS_KEY === "" || values.ESSAIM_S3_SECRET_KEY === "")
  ) {
    return { problems: ["ESSAIM_S3_BUCKET: needs ESSAIM_S3_ACCESS_KEY and ESSAIM_S3_SECRET_KEY"] };
  }
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.ESSAIM_PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    dataDirectory: values.ESSAIM_DATA,
    databaseUrl: values.DATABASE_URL ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.ESSAIM_MAIL_FROM,
    s3: s3Of(values),
    clamd:
      values.ESSAIM_CLAMD === undefined
        ? null
        : {
            address: values.ESSAIM_CLAMD,
            whenAway: values.ESSAIM_CLAMD_AWAY,
            maxBytes: values.ESSAIM_CLAMD_MAX_BYTES,
            timeoutMs: values.ESSAIM_CLAMD_TIMEOUT * 1000,
          },
    trustedProxies: values.ESSAIM_TRUSTED_PROXIES.split(",")
      .map((item) => item.trim())
      .filter((item) => item !== ""),
    privateNetworks: values.ESSAIM_PRIVATE_NETWORKS === "yes",
    production: values.NODE_ENV === "production",
  };
}

/** The bucket that files go to. Amazon's own is named by its host, the others by the path, unless it is said otherwise. */
function s3Of(values: z.output<typeof schema>): S3Settings | null {
  if (values.ESSAIM_S3_BUCKET === undefined) return null;
  const region = values.ESSAIM_S3_REGION;
  const endpoint = values.ESSAIM_S3_ENDPOINT;
  return {
    endpoint: endpoint ?? `https://s3.${region}.amazonaws.com`,
    region,
    bucket: values.ESSAIM_S3_BUCKET,
    accessKey: values.ESSAIM_S3_ACCESS_KEY,
    secretKey: values.ESSAIM_S3_SECRET_KEY,
    pathStyle:
      values.ESSAIM_S3_PATH_STYLE === undefined ? endpoint !== undefined : values.ESSAIM_S3_PATH_STYLE === "yes",
    prefix: values.ESSAIM_S3_PREFIX,
  };
}
