/** The forms of a page, as somebody without script sends them. */

export type PageForm = {
  /** Where it is sent. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
};

function decode(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`, "i").exec(tag);
  return found === null ? null : decode(found[1] ?? "");
}

/** A field's value, as a browser would send it when nobody typed anything; null when it sends nothing. */
function sentValue(tag: string, after: string): string | null {
  if (tag.startsWith("<textarea")) return decode(after.slice(0, after.indexOf("</textarea>")));
  if (tag.startsWith("<select")) {
    const options = [...after.slice(0, after.indexOf("</select>")).matchAll(/<option[^>]*>/g)].map(
      ([option]) => option,
    );
    const chosen = options.find((option) => attribute(option, "selected") !== null) ?? options[0];
    return chosen === undefined ? null : (attribute(chosen, "value") ?? "");
  }
  const type = attribute(tag, "type");
  if ((type === "checkbox" || type === "radio") && attribute(tag, "checked") === null) return null;
  return type === "file" ? null : (attribute(tag, "value") ?? (type === "checkbox" ? "on" : ""));
}

/** Every form that changes something, once for each of its buttons that has a name. */
export function formsOf(html: string, path: string): PageForm[] {
  const found: PageForm[] = [];
  for (const match of html.matchAll(/<form[^>]*>/g)) {
    const [open] = match;
    if ((attribute(open, "method") ?? "get").toLowerCase() !== "post") continue;
    const id = attribute(open, "id");
    const inside = html.slice(match.index, html.indexOf("</form>", match.index));
    const outside =
      id === null
        ? ""
        : [...html.matchAll(/<(?:input|select|textarea|button)[^>]*>/g)]
            .filter(([tag]) => attribute(tag, "form") === id)
            .map(([tag]) => tag)
            .join("");
    const fields: Record<string, string> = {};
    const buttons: { name: string; value: string; action: string | null }[] = [];
    const all = inside + outside;
    for (const field of all.matchAll(/<(?:input|select|textarea|button)[^>]*>/g)) {
      const [tag] = field;
      const name = attribute(tag, "name");
      if (tag.startsWith("<button")) {
        if ((attribute(tag, "type") ?? "submit") !== "submit") continue;
        if (attribute(tag, "formmethod")?.toLowerCase() === "get") continue;
        const action = attribute(tag, "formaction");
        if (name !== null || action !== null)
          buttons.push({ name: name ?? "", value: attribute(tag, "value") ?? "", action });
        continue;
      }
      const value = name === null ? null : sentValue(tag, all.slice(field.index + tag.length));
      if (name !== null && value !== null) fields[name] ??= value;
    }
    const action = attribute(open, "action") ?? path;
    if (buttons.length === 0) found.push({ action, fields });
    for (const button of buttons) {
      const named = button.name === "" ? {} : { [button.name]: button.value };
      found.push({ action: button.action ?? action, fields: { ...fields, ...named } });
    }
  }
  return found;
}
