import { describe, expect, it } from "vitest";
import { readArchive } from "./archive.ts";
import { readContent } from "./content.ts";
import { inspect } from "./inspect.ts";
import { fieldName, merge } from "./merge.ts";
import { openDocx } from "./safety.ts";
import { archiveOf, docxOf, paragraph } from "./testing.ts";
import { CONTENT_TYPES, W } from "./write-parts.ts";

const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relation = (kind: string, target: string) =>
  `<Relationships xmlns="${RELATIONS}"><Relationship Id="r9" Type="${OFFICE}/${kind}" Target="${target}" TargetMode="External"/></Relationships>`;

function opened(bytes: Uint8Array) {
  const parts = openDocx(bytes);
  if (typeof parts === "string") throw new Error(parts);
  return parts;
}

const textOf = (bytes: Uint8Array) =>
  readContent(opened(bytes)).blocks.map((block) =>
    "inlines" in block ? block.inlines.map(({ text }) => text).join("") : block.kind,
  );

describe("Un DOCX hostile est refusé, avec sa raison", () => {
  const rels = "word/_rels/document.xml.rels";
  it.each([
    ["rien", new Uint8Array(), "notDocx"],
    ["un PDF", new TextEncoder().encode("%PDF-1.7 …"), "notDocx"],
    ["une archive sans document", docxOf("", { "word/document.xml": null }), "notDocx"],
    ["un document qui n’est pas du XML", docxOf("", { "word/document.xml": "<w:document" }), "notDocx"],
    [
      "un type avec macros",
      docxOf("", { "[Content_Types].xml": CONTENT_TYPES.replace("document.main", "macroEnabled.main") }),
      "macros",
    ],
    ["une macro", docxOf("", { "word/vbaProject.bin": "x" }), "macros"],
    ["un contrôle ActiveX", docxOf("", { "word/activeX/activeX1.xml": "<a/>" }), "macros"],
    [
      "des entités",
      docxOf("", { "word/document.xml": `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document ${W}/>` }),
      "entities",
    ],
    ["du XML en UTF-16", docxOf("", { "word/other.xml": "\u0000<\u0000a\u0000/\u0000>" }), "notDocx"],
    ["une image à distance", docxOf("", { [rels]: relation("image", "https://exemple.fr/a.png") }), "remote"],
    ["un modèle à distance", docxOf("", { [rels]: relation("attachedTemplate", "file://serveur/a.dotm") }), "remote"],
    ["un lien qui exécute", docxOf("", { [rels]: relation("hyperlink", "javascript:alert(1)") }), "remote"],
    ["un objet incorporé", docxOf("", { "word/embeddings/tableur.xlsx": "x" }), "embedded"],
    ["un morceau de page web", docxOf('<w:altChunk r:id="r1"/>'), "embedded"],
    [
      "une commande DDE",
      docxOf('<w:p><w:r><w:instrText> DDEAUTO c:\\\\cmd.exe "/k calc"</w:instrText></w:r></w:p>'),
      "command",
    ],
    [
      "une image incluse par un champ",
      docxOf('<w:p><w:fldSimple w:instr="INCLUDEPICTURE http://x"/></w:p>'),
      "command",
    ],
    ["un nom qui sort du dossier", archiveOf("../../etc/cron.d/a", new Uint8Array([1])), "badName"],
    ["un nom à la racine", archiveOf("/etc/passwd", new Uint8Array([1])), "badName"],
    ["un nom de Windows", archiveOf("word\\..\\a.xml", new Uint8Array([1])), "badName"],
  ])("%s", (_, bytes, fault) => {
    expect(openDocx(bytes)).toBe(fault);
  });

  it("une bombe est arrêtée à la taille annoncée, et une taille annoncée trop grande n’est pas lue", () => {
    const zeros = new Uint8Array(60_000_000);
    expect(readArchive(archiveOf("a.xml", zeros))).toBe("tooBig");
    // Elle ment sur sa taille : l’ouverture s’arrête au premier octet de trop.
    expect(readArchive(archiveOf("a.xml", zeros, 1_000))).toBe("tooBig");
    expect(readArchive(archiveOf("a.xml", new Uint8Array(10), 5_000))).toBe("broken");
  });

  it("n’importe quels octets se lisent sans tomber", () => {
    const sound = docxOf(paragraph("Bonjour"));
    for (let seed = 0; seed < 300; seed += 1) {
      const broken = sound.slice();
      for (let at = seed % 13; at < broken.length; at += 1 + ((seed * 37) % 211)) broken[at] = (seed * 19 + at) % 256;
      expect(() => openDocx(broken)).not.toThrow();
    }
  });

  it("un document ordinaire et ses liens cliquables passent", () => {
    const link = relation("hyperlink", "https://www.legifrance.gouv.fr");
    expect(typeof openDocx(docxOf(paragraph("Bonjour"), { [rels]: link }))).toBe("object");
  });
});

describe("Les champs d’un modèle", () => {
  it("se lisent comme on les tape, même coupés en morceaux par le traitement de texte", () => {
    const parts = opened(docxOf(paragraph("Entre {{", "Personne.Pré", "nom }", "} et {{cooperative.nom}}.")));
    expect(inspect(parts)).toMatchObject({
      faults: [],
      fields: [
        {
          name: "personne.prenom",
          typed: "Personne.Prénom",
          place: "Entre {{Personne.Prénom }} et {{cooperative.nom}}.",
        },
        { name: "cooperative.nom" },
      ],
    });
    const filled = merge(parts, { "personne.prenom": "Samira", "cooperative.nom": "L’Établi & <fils>" });
    expect(textOf(filled as Uint8Array)).toEqual(["Entre Samira et L’Établi & <fils>."]);
    expect(fieldName("Personne.  Prénom\u00a0")).toBe("personne.prenom");
  });

  it("une partie répétée donne une ligne par participant", () => {
    const body = `${paragraph("{{#participants}}")}${paragraph("- {{participant.nom}}")}${paragraph("{{/participants}}")}`;
    const parts = opened(docxOf(body));
    expect(inspect(parts)).toMatchObject({ loops: ["participants"], fields: [{ within: "participants" }], faults: [] });
    const filled = merge(parts, { participants: [{ "participant.nom": "Lou" }, { "participant.nom": "Ali" }] });
    expect(textOf(filled as Uint8Array)).toEqual(["- Lou", "- Ali"]);
  });

  it.each([
    ["des accolades jamais fermées", paragraph("Nom : {{personne.nom"), "unclosed", "Nom : {{personne.nom"],
    ["des accolades jamais ouvertes", paragraph("Nom : personne.nom}}"), "unopened", "Nom : personne.nom}}"],
    ["une partie répétée sans fin", paragraph("{{#participants}}a"), "loop", "{{#participants}}"],
    ["une fin sans début", paragraph("a{{/participants}}"), "loop", "a{{/participants}}"],
    ["un champ vide", paragraph("a {{ }} b"), "other", "a {{ }} b"],
  ])("%s : la faute et sa place", (_, body, kind, place) => {
    expect(inspect(opened(docxOf(body))).faults).toEqual([{ kind, place }]);
  });

  it("le même modèle et les mêmes mots donnent les mêmes octets", () => {
    const parts = opened(docxOf(paragraph("{{a}}")));
    expect(merge(parts, { a: "1" })).toEqual(merge(parts, { a: "1" }));
    expect(merge(parts, { a: "1" })).not.toEqual(merge(parts, { a: "2" }));
  });
});

describe("Le PDF reprend d’un DOCX", () => {
  const list = (level: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const lvl = (depth: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="3">${lvl(0, "decimal", "%1.")}${lvl(1, "lowerLetter", "%1.%2)")}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;

  it("les numéros des listes, comptés par niveau", () => {
    const body = [list(0, "un"), list(1, "a"), list(1, "b"), list(0, "deux"), list(1, "encore")].join("");
    const { blocks } = readContent(opened(docxOf(body, { "word/numbering.xml": numbering })));
    expect(blocks.map((block) => (block.kind === "item" ? block.label : block.kind))).toEqual([
      "1.",
      "1.a)",
      "1.b)",
      "2.",
      "2.a)",
    ]);
  });

  it("gras, italique, souligné, titres, sauts de page, tableaux ; et dit ce qu’il laisse", () => {
    const run = (look: string, text: string) => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;
    const body =
      '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Contrat</w:t></w:r></w:p>' +
      '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Article 1</w:t></w:r></w:p>' +
      `<w:p><w:pPr><w:jc w:val="both"/></w:pPr>${run("<w:b/>", "gras")}${run('<w:b w:val="0"/><w:i/>', "italique")}${run('<w:u w:val="single"/>', "souligné")}<w:del><w:r><w:delText>effacé</w:delText></w:r></w:del><w:ins>${run("", "ajouté")}</w:ins></w:p>` +
      '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' +
      '<w:tbl><w:tblPr><w:tblBorders/></w:tblPr><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>' +
      "<w:p><w:r><w:drawing/></w:r><w:r><w:footnoteReference/></w:r></w:p>";
    const { blocks, leftOut } = readContent(opened(docxOf(body)));
    expect(blocks).toMatchObject([
      { kind: "heading", level: 1 },
      { kind: "heading", level: 2 },
      {
        kind: "paragraph",
        align: "justify",
        inlines: [
          { text: "gras", bold: true },
          { text: "italique", bold: false, italic: true },
          { text: "souligné", underline: true },
          { text: "ajouté" },
        ],
      },
      { kind: "break" },
      { kind: "table", head: 1, ruled: true, widths: [1, 1], rows: [[{ span: 2 }], [{}, {}]] },
      { kind: "paragraph" },
    ]);
    expect(leftOut).toEqual({ pictures: 1, notes: 1, textBoxes: 0 });
  });

  it("l’en-tête et le pied, sans les numéros de page qu’il met lui-même", () => {
    const foot = `<w:ftr ${W}><w:p><w:r><w:t>Établi, page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r></w:p></w:ftr>`;
    const { footer } = readContent(opened(docxOf("", { "word/footer1.xml": foot })));
    expect(footer).toMatchObject([{ inlines: [{ text: "Établi, page ." }] }]);
  });
});
