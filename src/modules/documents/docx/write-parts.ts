/** The parts of a DOCX that never change: types, relations, styles, lists. */
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`;

const override = (part: string, kind: string) =>
  `<Override PartName="/word/${part}.xml" ContentType="${WORD}.${kind}+xml"/>`;

export const CONTENT_TYPES =
  `<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  override("document", "document.main") +
  override("styles", "styles") +
  override("numbering", "numbering") +
  override("header1", "header") +
  override("footer1", "footer") +
  "</Types>";

export const PACKAGE_RELATIONS =
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;

const relation = (id: number, kind: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}.xml"/>`;

export const DOCUMENT_RELATIONS =
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  relation(1, "styles", "styles") +
  relation(2, "numbering", "numbering") +
  relation(3, "header", "header1") +
  relation(4, "footer", "footer1") +
  "</Relationships>";

const style = (id: string, name: string, paragraph: string, run: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>` +
  `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

const size = (half: number, colour: string) => `<w:b/><w:color w:val="${colour}"/><w:sz w:val="${half}"/>`;

export const STYLES =
  `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  style("Title", "Title", '<w:spacing w:after="200"/>', size(38, "1F3B57")) +
  style(
    "Heading1",
    "heading 1",
    '<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="0"/>',
    size(26, "1F3B57"),
  ) +
  style(
    "Heading2",
    "heading 2",
    '<w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="1"/>',
    size(23, "1C2128"),
  ) +
  style("ListParagraph", "List Paragraph", '<w:ind w:left="720"/>', "") +
  "</w:styles>";

const level = (depth: number, sign: string) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/>` +
  `<w:pPr><w:ind w:left="${720 * (depth + 1)}" w:hanging="360"/></w:pPr></w:lvl>`;

export const NUMBERING =
  `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${level(0, "•")}${level(1, "–")}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
