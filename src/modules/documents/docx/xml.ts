import { XmlDocument, XmlElement, XmlText } from "libxml2-wasm";

/** An element as plain values: nothing of the reader's memory is kept. */
export type Node = {
  /** With its prefix, as written: "w:p". */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Node | string)[];
};

/** The root of a part, or null when it is no XML. Entities are refused beforehand (safety.ts). */
export function readXml(bytes: Uint8Array): Node | null {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes);
  } catch {
    return null;
  }
  try {
    return plain(document.root);
  } finally {
    document.dispose();
  }
}

function plain(element: XmlElement): Node {
  const children: (Node | string)[] = [];
  for (let child = element.firstChild; child !== null; child = child.next) {
    if (child instanceof XmlElement) children.push(plain(child));
    else if (child instanceof XmlText) children.push(child.content);
  }
  const named = ({ prefix, name }: { readonly prefix: string; readonly name: string }) =>
    prefix === "" ? name : `${prefix}:${name}`;
  return {
    name: named(element),
    attributes: Object.fromEntries(element.attrs.map((attribute) => [named(attribute), attribute.value])),
    children,
  };
}

export function elements(node: Node | undefined, name?: string): Node[] {
  const found = node?.children.filter((child): child is Node => typeof child !== "string") ?? [];
  return name === undefined ? found : found.filter((child) => child.name === name);
}

export function child(node: Node | undefined, name: string): Node | undefined {
  return elements(node, name)[0];
}

/** The `w:val` of a child: how WordprocessingML says nearly everything. */
export function said(node: Node | undefined, name: string): string | undefined {
  return child(node, name)?.attributes["w:val"];
}

/** A switch: there and not "false". Undefined when nothing is said. */
export function isOn(node: Node | undefined, name: string): boolean | undefined {
  const found = child(node, name);
  return found === undefined ? undefined : !["0", "false", "off", "none"].includes(found.attributes["w:val"] ?? "1");
}

export function textOf(node: Node): string {
  return node.children.map((part) => (typeof part === "string" ? part : textOf(part))).join("");
}

export function descendants(node: Node, name: string): Node[] {
  return elements(node).flatMap((inner) => [...(inner.name === name ? [inner] : []), ...descendants(inner, name)]);
}
