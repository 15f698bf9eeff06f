/** A DOCX that may be opened: a plain document, without macros, entities, remote parts or commands. Pure. */
import { type Parts, readArchive } from "./archive.ts";
import { descendants, readXml, textOf } from "./xml.ts";

const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
/** Bytes of a template or of a piece in DOCX. */
export const MOST_DOCX_BYTES = 8_000_000;

export type DocxFault = "notDocx" | "tooBig" | "badName" | "macros" | "entities" | "remote" | "embedded" | "command";

/** Programs, and files of other formats: nobody needs them in a contract. */
const MACRO = /vbaproject|vbadata|activex|\.bin$/i;
const EMBEDDED = /(^|\/)(embeddings|afchunk)|\.(html?|mht|rtf|exe|js|vbs)$/i;
/** Fields that fetch or run something when the document is opened. */
const COMMAND = /^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE|RD)\b/i;
const LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** The parts of a DOCX, or why it is refused. */
export function openDocx(bytes: Uint8Array): Parts | DocxFault {
  if (bytes.byteLength > MOST_DOCX_BYTES) return "tooBig";
  const parts = readArchive(bytes);
  if (typeof parts === "string") return parts === "broken" ? "notDocx" : parts;
  return faultOf(parts) ?? parts;
}

function faultOf(parts: Parts): DocxFault | null {
  const types = parts.get("[Content_Types].xml");
  if (types === undefined || !parts.has("word/document.xml")) return "notDocx";
  for (const [name, bytes] of parts) {
    if (MACRO.test(name)) return "macros";
    if (EMBEDDED.test(name)) return "embedded";
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const fault = xmlFault(bytes);
    if (fault) return fault;
  }
  const declared = Buffer.from(types).toString("utf8");
  if (/macroEnabled|vbaProject/i.test(declared)) return "macros";
  if (!declared.includes(MAIN)) return "notDocx";
  for (const [name, bytes] of parts) {
    const fault = name.endsWith(".rels")
      ? relationFault(bytes)
      : /^word\/[^/]+\.xml$/.test(name)
        ? partFault(bytes)
        : null;
    if (fault) return fault;
  }
  return null;
}

/** A definition of entities is an attack or a mistake; another encoding would hide one. */
function xmlFault(bytes: Uint8Array): DocxFault | null {
  if (bytes.subarray(0, 200).includes(0)) return "notDocx";
  return /<!(DOCTYPE|ENTITY)/i.test(Buffer.from(bytes).toString("latin1")) ? "entities" : null;
}

/** Links that a reader clicks are fine; anything that the program itself would fetch is not. */
function relationFault(bytes: Uint8Array): DocxFault | null {
  const root = readXml(bytes);
  if (root === null) return "notDocx";
  const remote = descendants(root, "Relationship").filter(({ attributes }) => {
    const target = attributes.Target ?? "";
    const outside = attributes.TargetMode === "External" || /^[a-z][a-z0-9+.-]*:|^\/\/|\\\\/i.test(target);
    return outside && !(attributes.Type === LINK && /^(https?|mailto|tel):/i.test(target));
  });
  return remote.length > 0 ? "remote" : null;
}

function partFault(bytes: Uint8Array): DocxFault | null {
  const root = readXml(bytes);
  if (root === null) return "notDocx";
  if (descendants(root, "w:altChunk").length > 0 || descendants(root, "w:object").length > 0) return "embedded";
  const told = [
    ...descendants(root, "w:instrText").map(textOf),
    ...descendants(root, "w:fldSimple").map(({ attributes }) => attributes["w:instr"] ?? ""),
  ];
  return told.some((instruction) => COMMAND.test(instruction)) ? "command" : null;
}
