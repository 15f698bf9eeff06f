/** How a person likes the screens: kept in cookies of this device, read by the server so that the first paint is right. */
export type Theme = "auto" | "clair" | "sombre";
export type Preferences = {
  readonly theme: Theme;
  /** Row height of tables. */
  readonly density: "comfort" | "compact" | null;
  /** Single-letter shortcuts (WCAG 2.1.4: they can be turned off). */
  readonly shortcuts: boolean;
};

function cookie(header: string, name: string): string | undefined {
  return new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(header)?.[1];
}

export function readPreferences(cookieHeader: string | null): Preferences {
  const header = cookieHeader ?? "";
  const theme = cookie(header, "theme");
  const density = cookie(header, "densite");
  return {
    theme: theme === "clair" || theme === "sombre" ? theme : "auto",
    density: density === "compact" ? "compact" : density === "confort" ? "comfort" : null,
    shortcuts: cookie(header, "raccourcis") !== "non",
  };
}
