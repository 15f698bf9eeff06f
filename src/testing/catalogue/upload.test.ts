/** Every file that somebody sends passes one door (platform/http/upload.ts), where the antivirus reads it first. */
import { describe, expect, it } from "vitest";
import { productFiles, withoutComments } from "./source.ts";

const DOOR = "src/platform/http/upload.ts";
/** What reads bytes that nobody sent by a form. */
const NOT_SENT = ["src/platform/files/s3-store.ts"];
/** Whoever reads files of a form, and by which function of the door: a growing list. */
const RECEIVERS: Readonly<Record<string, string>> = {
  "src/platform/http/held-upload.ts": "readUpload(",
  "src/platform/http/uploaded-text.ts": "readUploadOr(",
  "src/modules/documents/signature/verify.page.tsx": "readUploadOr(",
  "src/modules/ledger/fec/fec.page.tsx": "readUploadOr(",
  "src/modules/ledger/opening/opening.page.tsx": "readUploadOr(",
  "src/modules/parcours/import/sent-sheet.page.ts": "readUploadOr(",
  "src/modules/sales/setup/sample-of-activity.page.ts": "readUpload(",
};
/** Forms that give their files to one of those. */
const FILE_FORM = /multipart\/form-data|FileInput\b|type="file"/;

const files = productFiles().map(({ path, text }) => ({ path, text: withoutComments(text) }));

describe("Un fichier envoyé", () => {
  it("n’est lu que par la porte : nulle part ailleurs on n’en lit les octets", () => {
    const reads = /\.(arrayBuffer|bytes|stream)\(\)|\bawait file\.text\(\)/;
    const readers = files.filter(({ text }) => reads.test(text)).map(({ path }) => path);
    // The FEC goes through its checks piece by piece, from bytes that the door gave.
    expect(readers.filter((path) => !NOT_SENT.includes(path)).sort()).toEqual(
      ["src/modules/ledger/fec/fec.page.tsx", DOOR].sort(),
    );
  });

  it("est reçu par ceux de la liste, chacun par la porte", () => {
    const receivers = files.filter(({ text }) => /\breadUpload(Or)?\(/.test(text)).map(({ path }) => path);
    expect(receivers.filter((path) => path !== DOOR).sort()).toEqual(Object.keys(RECEIVERS).sort());
    for (const [path, call] of Object.entries(RECEIVERS)) {
      expect(files.find((file) => file.path === path)?.text, path).toContain(call);
    }
  });

  it("n’arrive par aucun formulaire que la liste ne connaît pas", () => {
    const forms = files.filter(({ path, text }) => path.startsWith("src/modules/") && FILE_FORM.test(text));
    // Each form of files is of a folder in which something receives them.
    const receiving = files
      .filter(({ text }) => /\b(readUpload(Or)?|holdUpload|uploadedText|sentSheet|holdDocuments|holdLogo)\(/.test(text))
      .map(({ path }) => path.split("/").slice(0, 4).join("/"));
    const lost = forms.filter(({ path }) => !receiving.includes(path.split("/").slice(0, 4).join("/")));
    expect(lost.map(({ path }) => path)).toEqual([]);
  });
});
