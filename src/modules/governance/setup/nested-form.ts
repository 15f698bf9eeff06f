/** What a form names "college.2.name", as the record that a command reads. Pure. */
export type Nested = { [key: string]: string | Nested };

export function nested(input: Readonly<Record<string, string>>): Nested {
  const made: Nested = Object.create(null);
  for (const [name, value] of Object.entries(input)) {
    const path = name.split(".");
    const last = path.pop() ?? "";
    let place = made;
    for (const part of path) {
      const found = Object.hasOwn(place, part) ? place[part] : undefined;
      const next: Nested = typeof found === "object" ? found : Object.create(null);
      place[part] = next;
      place = next;
    }
    place[last] = value;
  }
  return made;
}
